import { expect, test } from '@playwright/test';
import { startApp, temporaryFolder } from './support/app.ts';
import { words } from './support/steps.ts';

test('the demo’s mail can be read, and its link opened and accepted from the window', async () => {
  const { folder, remove } = temporaryFolder();
  const running = await startApp(folder, ['--demo']);
  try {
    const { page, app } = running;
    await page.getByRole('link', { name: words.desktop.navigation.demo, exact: true }).click();
    // what tells guests of the end of their access carries no link
    await page
      .getByRole('button', { name: /invites you to/ })
      .first()
      .click();
    const opening = app.waitForEvent('window');
    await page.getByRole('button', { name: words.demo.open }).click();
    const invitee = await opening;
    await expect(invitee.getByRole('heading', { name: /^Join / })).toBeVisible();
    await invitee.getByLabel(words.portal.firstName).fill('Given');
    await invitee.getByLabel(words.portal.lastName).fill('Family');
    const password = 'a sentence of the invitee';
    await invitee.getByRole('textbox', { name: words.portal.password, exact: true }).fill(password);
    await invitee.getByRole('textbox', { name: words.portal.passwordAgain }).fill(password);
    await invitee.getByRole('button', { name: words.portal.join.create }).click();
    await expect(invitee.getByRole('heading', { name: words.portal.signIn.title })).toBeVisible();
  } finally {
    await running.close();
    remove();
  }
});
