import { expect, test } from '@playwright/test';
import { channels } from '#contract/desktop.ts';
import type { Asked } from '#contract/shell.ts';
import { callCore, goTo, organizationIdOf, saveSettings, words } from './support/steps.ts';
import { withOrganization } from './support/with-organization.ts';

const { licences, invitations, leave } = words.settings;
const say = words.overview;

test('the licence and the policies are set, take effect, and show on the overview', () =>
  withOrganization(async ({ page }) => {
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
  }));

test('two people at one page of the settings keep what each of them changed', () =>
  withOrganization(async ({ page }) => {
    const organizationId = await organizationIdOf(page);
    const { matrix } = words.roles;
    const readBox = (set: keyof typeof matrix.sets) =>
      page.getByRole('checkbox', { name: matrix.box(matrix.read, matrix.sets[set][0]) });
    const elsewhere = (changes: object) => callCore(page, 'organizations.update', { organizationId, ...changes });
    await goTo(page, '/settings/invitations');
    await page.getByRole('switch', { name: invitations.groupRequired }).click();
    await elsewhere({ nameRequired: true });
    await expect(page.getByRole('switch', { name: invitations.nameRequired })).toBeChecked();
    await saveSettings(page);
    const kept = { groupRequired: true, nameRequired: true };
    expect(await callCore(page, 'organizations.get', { organizationId })).toMatchObject(kept);

    // undoing one's own leaves theirs
    await page.getByRole('switch', { name: invitations.groupRequired }).click();
    await elsewhere({ nameRequired: false });
    await expect(page.getByRole('switch', { name: invitations.nameRequired })).not.toBeChecked();
    await page.getByRole('button', { name: words.settings.undo }).click();
    await expect(page.getByRole('switch', { name: invitations.groupRequired })).toBeChecked();
    await expect(page.getByRole('switch', { name: invitations.nameRequired })).not.toBeChecked();
    await expect(page.getByRole('button', { name: words.settings.save })).toBeDisabled();

    // a role's rights count one by one
    const role = { organizationId, name: 'Depot', permissions: ['users:read', 'mail:read'] };
    const { id } = await callCore<{ id: number }>(page, 'roles.create', role);
    await goTo(page, `/roles/${id}`);
    await readBox('audit').check();
    await callCore(page, 'roles.update', { organizationId, id, permissions: ['users:read'] });
    await expect(readBox('mail')).not.toBeChecked();
    await saveSettings(page);
    const { rows } = await callCore<{ rows: { id: number; permissions: string[] }[] }>(page, 'roles.list', {
      organizationId,
    });
    expect(rows.find((row) => row.id === id)?.permissions.toSorted()).toEqual(['audit:read', 'users:read']);
  }));

test('what somebody types while the settings are being saved stays', () =>
  withOrganization(async ({ page }) => {
    const { name, contact } = words.settings.organization;
    await goTo(page, '/settings/organization');
    const field = page.getByRole('textbox', { name: contact });
    await page.getByRole('textbox', { name, exact: true }).fill('Example Freight');
    await field.fill('help@example.com');
    const save = await page.getByRole('button', { name: words.settings.save }).elementHandle();
    // in one turn of the page: the answer cannot come in between
    await field.evaluate((input: HTMLInputElement, button) => {
      (button as HTMLElement).click();
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, 'desk@example.com');
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, save);
    await expect(page.getByText(words.settings.saved)).toBeVisible();
    await expect(field).toHaveValue('desk@example.com');
    await page.getByRole('button', { name: words.settings.save }).click();
    await expect(page.getByText(words.settings.unsaved)).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('textbox', { name, exact: true })).toHaveValue('Example Freight');
    await expect(field).toHaveValue('desk@example.com');
  }));

test('Back and Forward ask before they lead away from what is not saved', () =>
  withOrganization(async (running) => {
    const { page } = running;
    await goTo(page, '/settings/organization');
    const contact = page.getByRole('textbox', { name: words.settings.organization.contact });
    await contact.fill('help@example.com');
    const ask = page.getByRole('dialog', { name: leave.title });
    // in a field, the key belongs to the text
    await page.getByRole('button', { name: words.settings.undo }).focus();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(ask.getByRole('button', { name: leave.stay })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(ask).toHaveCount(0);
    await expect(contact).toHaveValue('help@example.com');
    await expect(page).toHaveURL(/#\/settings\/organization$/);

    // what leads here from outside asks once
    await running.app.evaluate(
      ({ BrowserWindow }, channel) =>
        BrowserWindow.getAllWindows()[0]?.webContents.send(channel, { href: '/profile' } satisfies Asked),
      channels.asked,
    );
    await ask.getByRole('button', { name: leave.discard }).click();
    await expect(page.getByRole('heading', { name: words.profile.title, level: 1 })).toBeVisible();
    await expect(ask).toHaveCount(0);
    await page.keyboard.press('Alt+ArrowLeft');
    await contact.fill('help@example.com');

    await page.getByRole('button', { name: words.desktop.header.back }).click();
    await ask.getByRole('button', { name: leave.discard }).click();
    await expect(page.getByRole('heading', { name: words.users.title, level: 1 })).toBeVisible();
    await expect(ask).toHaveCount(0);
    // the history is as it was: forward leads to the pages, and nothing is left of what was typed
    await page.getByRole('button', { name: words.desktop.header.forward }).click();
    await expect(contact).toHaveValue('');
    await page.getByRole('button', { name: words.desktop.header.forward }).click();
    await expect(page.getByRole('heading', { name: words.profile.title, level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: words.desktop.header.forward })).toBeDisabled();
  }));
