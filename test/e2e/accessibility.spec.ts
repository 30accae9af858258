import path from 'node:path';
import { expect, test } from '@playwright/test';
import { check } from './support/accessible.ts';
import { resize, startApp, temporaryFolder } from './support/app.ts';
import { callCore, closeToasts, createOrganization, goTo, organizationIdOf, signIn, words } from './support/steps.ts';

const { invitations: invite } = words;

test('first start, sign-in, pages, dialogs and help are accessible, light and dark, at 900 × 600', async () => {
  test.setTimeout(180_000);
  const { folder, remove } = temporaryFolder();
  const profile = path.join(folder, 'profile');
  let running = await startApp(profile);
  try {
    await resize(running, 900, 600);
    await expect(running.page.getByRole('heading', { name: words.organizations.create.title })).toBeVisible();
    await check(running, 'first start');
    await createOrganization(running.page, 'Example Logistics');
    await check(running, 'only you');
    await running.close();
    running = await startApp(profile);
    const { page } = running;
    await resize(running, 900, 600);
    await expect(page.getByRole('heading', { name: words.session.signIn.title })).toBeVisible();
    await check(running, 'sign in');
    await signIn(page);

    const organizationId = await organizationIdOf(page);
    const entries = Array.from({ length: 14 }, (_, i) => ({
      email: `a.rather.long.address.of.person${i}@subsidiary.example.org`,
      name: `Maximiliane-Charlotte von und zu Beispielhausen ${i}`,
      roles: ['Member', 'Auditor'],
    }));
    await callCore(page, 'invitations.send', { organizationId, entries });
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    await check(running, 'users');
    await page.getByRole('button', { name: words.users.add.button, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(invite.fields.ofRow(invite.fields.email, 1)).fill('bob@gmail.com');
    await expect(dialog.getByText(invite.verdicts.refused('free e-mail provider'))).toBeVisible();
    await check(running, 'invite, rows');
    await dialog.getByText(invite.modes.paste, { exact: true }).click();
    const list = ['new@example.org', 'two@@example.org', 'NEW@example.org', entries[0]?.email, 'x@gmail.com', ''];
    await dialog.getByRole('textbox', { name: invite.paste.box }).fill(list.join('\n'));
    await expect(dialog.getByText(invite.facts.new(1))).toBeVisible();
    await check(running, 'invite, list');
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByRole('heading', { name: invite.result.title(1) })).toBeVisible();
    await check(running, 'result');
    await dialog.getByRole('button', { name: words.common.done, exact: true }).click();
    await expect(dialog).toHaveCount(0);

    const { rows } = await callCore<{ rows: { membershipId: number }[] }>(page, 'users.list', {
      organizationId,
      statuses: ['pending'],
    });
    await goTo(page, `/users/${rows[0]?.membershipId}`);
    await expect(page.getByRole('heading', { name: words.user.invitations.title })).toBeVisible();
    await check(running, 'user');
    await page.getByRole('button', { name: words.user.danger.revoke.action, exact: true }).click();
    await expect(dialog.getByRole('button', { name: words.users.revoke.keep })).toBeFocused();
    await check(running, 'revoke');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);

    for (let i = 0; i < 40; i++) await callCore(page, 'groups.create', { organizationId, name: `Group ${i}` });
    await page.locator('main').focus();
    await page.keyboard.press('Shift+N');
    const { wizard } = words;
    await dialog.getByRole('textbox', { name: wizard.details.firstName }).fill('Aisha');
    await dialog.getByRole('textbox', { name: wizard.details.email }).fill('bob@gmail.com');
    await dialog.getByRole('button', { name: wizard.next, exact: true }).click();
    await expect(dialog.getByText(wizard.details.lastNameNeeded)).toBeVisible();
    await check(running, 'wizard, details');
    await dialog.getByRole('textbox', { name: wizard.details.lastName }).fill('Rahman');
    await dialog.getByRole('textbox', { name: wizard.details.email }).fill('aisha@example.org');
    await page.keyboard.press('Enter');
    await dialog.getByRole('option').first().click();
    await dialog.getByRole('option').nth(2).click();
    await check(running, 'wizard, groups');
    await dialog.getByRole('button', { name: wizard.next, exact: true }).click();
    await expect(dialog.getByText(wizard.overview.happens)).toBeVisible();
    await check(running, 'wizard, overview');
    await dialog.getByRole('button', { name: wizard.add, exact: true }).click();
    await expect(dialog.getByText(wizard.added.title('Aisha Rahman'))).toBeVisible();
    await check(running, 'wizard, added');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);

    await goTo(page, '/outbox');
    await expect(page.getByText(/^1–16 of/)).toBeVisible();
    await check(running, 'outbox');
    for (const place of ['organization', 'invitations', 'mail', 'portal'] as const) {
      await goTo(page, `/settings/${place}`);
      await expect(page.getByRole('heading', { name: words.settings.pages[place], level: 2 })).toBeVisible();
      await check(running, `settings, ${place}`);
    }
    await goTo(page, '/users');
    await page.getByRole('button', { name: words.desktop.header.help }).click();
    await expect(page.getByRole('dialog', { name: words.help.title })).toBeVisible();
    await check(running, 'help');
    await page.getByRole('button', { name: words.help.pages.shortcuts }).click();
    await check(running, 'help, keyboard');
    await page.keyboard.press('Escape');
    await closeToasts(page);
  } finally {
    await running.close();
    remove();
  }
});
