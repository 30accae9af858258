import { expect, type Page } from '@playwright/test';

export const owner = { name: 'Olive Owner', email: 'olive@example.com', password: 'a sentence that nobody guesses' };

/** Fills the first start as a new admin would. */
export async function createOrganization(page: Page, name: string): Promise<void> {
  await page.getByLabel('Organization name').fill(name);
  await page.getByText('3 days', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(owner.name);
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(owner.password);
  await page.getByRole('button', { name: 'Create organization' }).click();
  await expect(page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible();
}

export async function signIn(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Asks the core directly, past the pages, as the signed-in operator. */
export async function callCore<T>(page: Page, name: string, input: unknown): Promise<T> {
  const outcome = await page.evaluate(([n, i]) => window.gatehouse.call(n as string, i), [name, input]);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value as T;
}
