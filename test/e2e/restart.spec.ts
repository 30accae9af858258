import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startApp, temporaryFolder } from './support/app.ts';
import { createOrganization, owner, signIn, words } from './support/steps.ts';

const { account } = words.desktop;
const scheme = (page: Page) => page.locator('html').getAttribute('data-mantine-color-scheme');

test('the theme and the place survive a restart, and a wrong password keeps the e-mail address', async () => {
  const { folder, remove } = temporaryFolder();
  const profile = path.join(folder, 'profile');
  let running = await startApp(profile);
  try {
    await createOrganization(running.page, 'Example Logistics');
    await running.page.getByRole('link', { name: words.desktop.navigation.outbox }).click();
    await running.page.getByRole('button', { name: words.desktop.header.account }).click();
    await running.page.getByText(account.themes.dark, { exact: true }).click();
    await expect.poll(() => scheme(running.page)).toBe('dark');

    await running.close();
    running = await startApp(profile);
    const { page } = running;
    await expect(page.getByRole('heading', { name: words.session.signIn.title })).toBeVisible();
    expect(await scheme(page)).toBe('dark');
    await page.getByLabel(words.session.signIn.email).fill(owner.email);
    await page.getByRole('textbox', { name: words.session.signIn.password }).fill('not this one');
    await page.getByRole('button', { name: words.session.signIn.submit }).click();
    await expect(page.getByText(words.errors.table['wrong-credentials']({}))).toBeVisible();
    await expect(page.getByLabel(words.session.signIn.email)).toHaveValue(owner.email);
    await signIn(page);
    await expect(page.getByRole('heading', { name: words.outbox.page.title, level: 1 })).toBeVisible();
    expect(await scheme(page)).toBe('dark');

    await page.getByRole('button', { name: words.desktop.header.account }).click();
    await page.getByRole('menuitem', { name: account.signOut }).click();
    await expect(page.getByRole('heading', { name: words.session.signIn.title })).toBeVisible();
  } finally {
    await running.close();
    remove();
  }
});
