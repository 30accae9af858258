import { expect, test } from '@playwright/test';
import { resize } from '../e2e/support/app.ts';
import { goTo, words } from '../e2e/support/steps.ts';
import { picture, shine } from './picture.ts';
import { least, usual, withApp } from './with-app.ts';

const { guests, views } = words;
const { invite } = guests;

test('the demo: guests, renewing them, and inviting more', async () => {
  await withApp(['--demo'], async (running) => {
    const { page } = running;
    const dialog = page.getByRole('dialog');
    await goTo(page, '/guests?sort=expiry');
    await expect(page.getByText(/^1–\d+ of \d+$/)).toBeVisible({ timeout: 20_000 });
    await picture(page, 'guests-light');

    await page.getByRole('link', { name: guests.notice.manage, exact: true }).click();
    await expect(page.getByRole('tab', { name: /^Expiring/, selected: true })).toBeVisible();
    await page.locator('tbody tr').first().focus();
    await page.keyboard.press('Control+Shift+A');
    const selected = page.getByRole('region', { name: views.selection.label });
    await shine(page, 'dark');
    await resize(running, ...least);
    await selected.getByRole('button', { name: views.deeds.renew, exact: true }).click();
    await expect(dialog).toBeVisible();
    await picture(page, 'guests-renew-narrow-dark');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await resize(running, ...usual);
    await shine(page, 'light');

    await page.getByRole('button', { name: invite.action, exact: true }).click();
    await dialog
      .getByRole('textbox', { name: invite.addresses })
      .fill('ana.lima@kestrel-freight.test, jonas@ elif.demir@osterhus.test sven.dahl@gmail.com');
    await page.keyboard.press('Enter');
    await dialog.getByRole('textbox', { name: invite.note }).fill('Welcome aboard. Berth 4 is yours from Monday on.');
    await expect(dialog.getByText(words.invitations.facts.new(2))).toBeVisible();
    await picture(page, 'invite-guests-light');
  });
});
