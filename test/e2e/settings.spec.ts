import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startApp, temporaryFolder } from './support/app.ts';
import { callCore, createOrganization, goTo, organizationIdOf, saveSettings, words } from './support/steps.ts';

const { licences, invitations, leave } = words.settings;
const say = words.overview;

test('the licence and the policies are set, take effect, and show on the overview', async () => {
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'));
  const { page } = running;
  try {
    await createOrganization(page, 'Example Logistics');
    const organizationId = await organizationIdOf(page);
    const invite = (email: string) =>
      callCore(page, 'invitations.send', { organizationId, entries: [{ email, name: 'Kim', roles: ['Member'] }] });
    const meter = page.getByRole('main').getByText(words.seats.of(1, 2), { exact: true });

    await goTo(page, '/settings/licences');
    await expect(page.getByRole('main').getByText(words.seats.noLimit(1))).toBeVisible();
    await page.getByRole('switch', { name: licences.limited }).click();
    const limit = page.getByRole('textbox', { name: licences.limit });
    await expect(limit).toHaveValue('10');
    await limit.fill('0');
    await page.getByRole('button', { name: words.settings.save }).click();
    await expect(limit).toHaveAttribute('aria-invalid', 'true');
    await limit.fill('2');
    await saveSettings(page);
    await expect(meter).toBeVisible();
    await invite('one@example.org');
    await expect(invite('two@example.org')).rejects.toThrow('seats-exceeded');

    // a link away from unsaved changes asks first
    await limit.fill('7');
    await page.getByRole('link', { name: words.settings.pages.invitations }).click();
    const ask = page.getByRole('dialog', { name: leave.title });
    await ask.getByRole('button', { name: leave.stay }).click();
    await expect(limit).toHaveValue('7');
    await page.getByRole('link', { name: words.settings.pages.invitations }).click();
    await ask.getByRole('button', { name: leave.discard }).click();
    await expect(page.getByRole('heading', { name: words.settings.pages.invitations, level: 2 })).toBeVisible();
    expect(await callCore(page, 'organizations.get', { organizationId })).toMatchObject({ seatLimit: 2 });

    // every policy says in a line what it does
    for (const hint of [invitations.freeMailHint, invitations.nameRequiredHint, invitations.groupRequiredHint])
      await expect(page.getByText(hint)).toBeVisible();
    await page.getByRole('switch', { name: invitations.groupRequired }).click();
    const remind = page.getByRole('combobox', { name: invitations.remind });
    await expect(remind).toHaveValue(invitations.before(24));
    await remind.click();
    await page.getByRole('option', { name: invitations.before(48) }).click();
    await saveSettings(page);
    const kept = { groupRequired: true, remindHours: 48 };
    expect(await callCore(page, 'organizations.get', { organizationId })).toMatchObject(kept);
    await remind.click();
    await page.getByRole('option', { name: invitations.noReminder }).click();
    await saveSettings(page);
    expect(await callCore(page, 'organizations.get', { organizationId })).toMatchObject({ remindHours: null });

    // what is wrong is on the overview, with the way to where it is mended
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    const items = page.getByRole('main').getByRole('listitem');
    const action = (item: { readonly title: string; readonly action: string }) =>
      page.getByRole('link', { name: `${item.action}: ${item.title}` });
    await expect(items.filter({ hasText: say.items.seatsOut.title })).toBeVisible();
    await expect(items.filter({ hasText: say.items.noServer.text(1) })).toBeVisible();
    await action(say.items.noGroup).click();
    await expect(page.getByRole('heading', { name: words.structure.titles.groups, level: 1 })).toBeVisible();
    await callCore(page, 'groups.create', { organizationId, name: 'Everybody' });
    await page.goBack();
    await expect(items.filter({ hasText: say.items.seatsOut.title })).toBeVisible();
    await expect(items.filter({ hasText: say.items.noGroup.title })).toHaveCount(0);
    await action(say.items.seatsOut).click();
    await page.getByRole('switch', { name: licences.limited }).click();
    await saveSettings(page);
    await expect(page.getByRole('main').getByText(words.seats.noLimit(2))).toBeVisible();
    await goTo(page, '/overview');
    await expect(items.filter({ hasText: say.items.noServer.title })).toBeVisible();
    await expect(items.filter({ hasText: say.items.seatsOut.title })).toHaveCount(0);
    await action(say.items.noServer).click();
    await expect(page.getByRole('heading', { name: words.settings.pages.mail, level: 2 })).toBeVisible();

    // the log names all of it in words, and unfolds what was written down
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    const logged = page.getByRole('row').filter({ hasText: words.audit.deeds['groups.create'] });
    await expect(logged).toContainText(words.audit.faces.window);
    await logged.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('definition').filter({ hasText: 'Everybody' })).toBeVisible();
    await logged.getByRole('button', { name: words.audit.hide }).click();
    await expect(page.getByRole('definition')).toHaveCount(0);
  } finally {
    await running.close();
    remove();
  }
});
