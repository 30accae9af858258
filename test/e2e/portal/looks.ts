import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, type Portal, password } from './fixture.ts';

export const sizes = { narrow: { width: 360, height: 780 }, wide: { width: 1280, height: 800 } };
/** Each size in each scheme, half of them without JavaScript. */
export const ways = [
  { size: 'narrow', colorScheme: 'light', javaScriptEnabled: true },
  { size: 'narrow', colorScheme: 'dark', javaScriptEnabled: false },
  { size: 'wide', colorScheme: 'dark', javaScriptEnabled: true },
  { size: 'wide', colorScheme: 'light', javaScriptEnabled: false },
] as const;

/** Axe finds nothing, nothing is wider than the window, links in the header stay on one line, buttons are easy to hit. */
export async function looksRight(page: Page, javaScriptEnabled: boolean) {
  if (javaScriptEnabled) {
    // axe needs a script in the page, which the policy refuses to everybody else
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
  }
  const { scroll, client } = await page
    .locator('html')
    .evaluate((html) => ({ scroll: html.scrollWidth, client: html.clientWidth }));
  expect(scroll).toBeLessThanOrEqual(client);
  for (const way of await page
    .getByRole('banner')
    .getByRole('link')
    .or(page.getByRole('button', { name: 'Sign out' }))
    .all())
    expect((await way.boundingBox())?.height ?? 0, 'a link that stays on one line').toBeLessThanOrEqual(48);
  for (const button of await page.getByRole('button', { name: /account|join|sign/i }).all())
    expect((await button.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
}

/** On the sign-in page that knows the address already. */
export const signIn = async (page: Page) => {
  await page.getByLabel('Password', { exact: false }).first().fill(password);
  await page.getByRole('button', { name: /^Sign in/ }).click();
};

/** Signs in at the page that knows nobody yet. */
export async function signInAs(page: Page, portal: Portal, email: string, secret = password) {
  await page.goto(`${portal.url}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.locator('#password').fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** From a live link to being signed in. */
export async function signUp(page: Page, link: string, firstName: string, lastName: string) {
  await page.goto(link);
  await page.getByLabel('First name').fill(firstName);
  await page.getByLabel('Last name').fill(lastName);
  await page.locator('#password').fill(password);
  await page.locator('#passwordAgain').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await signIn(page);
}
