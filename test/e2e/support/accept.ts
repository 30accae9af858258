import { expect } from '@playwright/test';
import { inBrowser } from './chromium.ts';
import { words } from './steps.ts';

/** Follows an invitation's link and signs up, as the invitee would. */
export async function accept(link: string, first: string, last: string, password: string): Promise<void> {
  await inBrowser(link, async (page) => {
    await page.getByLabel(words.portal.firstName).fill(first);
    await page.getByLabel(words.portal.lastName).fill(last);
    await page.getByLabel(words.portal.password).first().fill(password);
    await page.getByLabel(words.portal.passwordAgain).fill(password);
    await page.getByRole('button', { name: words.portal.join.create }).click();
    await expect(page.getByRole('heading', { name: words.portal.signIn.title })).toBeVisible();
  });
}
