import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { accept } from './support/accept.ts';
import { startApp, temporaryFolder } from './support/app.ts';
import { callByCommandLine } from './support/command-line.ts';
import { closeToasts, expectOff, goTo, owner, saveSettings, words } from './support/steps.ts';

const say = words.roles;
const { sets, extras } = say.matrix;
const keeper = { email: 'kit@example.com', password: 'roles are all that I look after' };
const box = (page: Page, deed: string, set: keyof typeof sets) =>
  page.getByRole('checkbox', { name: say.matrix.box(deed, sets[set][0]) });
const roleLink = (page: Page, name: string) =>
  page.getByRole('navigation', { name: say.list }).getByRole('link', { name: new RegExp(`^${name}`) });

async function signInAs(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel(words.session.signIn.email).fill(email);
  await page.getByRole('textbox', { name: words.session.signIn.password }).fill(password);
  await page.getByRole('button', { name: words.session.signIn.submit }).click();
  await expect(page.getByRole('button', { name: words.desktop.header.account })).toBeVisible();
}

test('roles are made from others, changed box by box, removed with a replacement, and never stronger than their maker', async () => {
  const { folder, remove } = temporaryFolder();
  const workspace = path.join(folder, 'workspace');
  const call = <T>(name: string, input: unknown) => callByCommandLine<T>(workspace, name, input);
  const { organizationId } = await call<{ organizationId: number }>('organizations.create', {
    name: 'Example Logistics',
    owner,
  });
  const running = await startApp(path.join(folder, 'profile'), ['--workspace', workspace]);
  const { page } = running;
  try {
    await signInAs(page, owner.email, owner.password);
    await page.keyboard.press('g');
    await page.keyboard.press('l');

    // built-in: shown, not changed
    await roleLink(page, 'User manager').click();
    await expect(page.getByText(say.notices.builtIn)).toBeVisible();
    await expect(box(page, say.matrix.write, 'users')).toBeChecked();
    await expectOff(page, box(page, say.matrix.write, 'mail'), say.notices.builtIn);
    await box(page, say.matrix.write, 'mail').press('Space');
    await expect(box(page, say.matrix.write, 'mail')).not.toBeChecked();
    await expectOff(page, page.getByRole('button', { name: say.remove, exact: true }), say.notices.builtIn);

    // a copy of it begins with its rights
    await page.getByRole('button', { name: say.duplicate, exact: true }).click();
    const copy = page.getByRole('dialog', { name: say.dialog.duplicate('User manager') });
    await expect(copy.getByLabel(say.name)).toHaveValue(say.dialog.copyOf('User manager'));
    await copy.getByLabel(say.name).fill('Depot manager');
    await copy.getByRole('button', { name: say.dialog.duplicateDeed }).click();
    await expect(page.getByRole('heading', { name: 'Depot manager', level: 2 })).toBeVisible();
    await expect(box(page, say.matrix.write, 'users')).toBeChecked();
    await expect(page.getByText(say.notices.builtIn)).toHaveCount(0);

    // write ticks read; clearing read clears write
    await box(page, say.matrix.write, 'mail').check();
    await expect(box(page, say.matrix.read, 'mail')).toBeChecked();
    await box(page, say.matrix.read, 'structure').uncheck();
    await page.getByRole('checkbox', { name: extras['links:copy'][0] }).check();
    await box(page, say.matrix.write, 'settings').check();
    await box(page, say.matrix.read, 'settings').uncheck();
    await expect(box(page, say.matrix.write, 'settings')).not.toBeChecked();

    // what is not saved is asked about
    await roleLink(page, 'Member').click();
    const ask = page.getByRole('dialog', { name: words.settings.leave.title });
    await ask.getByRole('button', { name: words.settings.leave.stay }).click();
    await page.getByRole('textbox', { name: say.name }).fill('Depot lead');
    await saveSettings(page);
    await expect(roleLink(page, 'Depot lead')).toBeVisible();
    type Listed = { rows: { id: number; name: string; permissions: string[] }[] };
    const stored = async (name: string) =>
      (await call<Listed>('roles.list', { organizationId })).rows.find((role) => role.name === name);
    const lead = await stored('Depot lead');
    expect(lead?.permissions.toSorted()).toEqual(
      ['links:copy', 'mail:read', 'mail:write', 'roles:read', 'users:read', 'users:write'].toSorted(),
    );

    // a taken name is reported at the field
    await page.getByRole('textbox', { name: say.name }).fill('MEMBER');
    await page.getByRole('button', { name: words.settings.save }).click();
    const taken = words.errors.table['already-exists']({ what: 'role', name: 'MEMBER' });
    await expect(page.getByText(taken)).toBeVisible();
    await closeToasts(page);
    await page.getByRole('button', { name: words.settings.undo }).click();

    // with members, removing asks what they get instead
    await call('invitations.send', {
      organizationId,
      entries: [{ email: 'ana@example.org', name: 'Ana Example', roles: ['Depot lead'] }],
    });
    await expect(roleLink(page, 'Depot lead')).toContainText(say.members(1));
    await page.getByRole('link', { name: say.showMembers }).click();
    await expect(page.getByRole('heading', { name: words.users.title, level: 1 })).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: 'ana@example.org' })).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: owner.email })).toHaveCount(0);
    await page.goBack();
    await page.getByRole('button', { name: say.remove, exact: true }).click();
    const removal = page.getByRole('dialog', { name: say.removal.title });
    await expect(removal.getByText(say.removal.some(1))).toBeVisible();
    await expect(removal.getByRole('button', { name: say.removal.keep })).toBeFocused();
    await expect(removal.getByRole('button', { name: say.removal.confirm })).toBeDisabled();
    await removal.getByRole('combobox', { name: say.removal.replacement }).click();
    await expect(page.getByRole('option', { name: 'Depot lead' })).toHaveCount(0);
    await page.getByRole('option', { name: 'Auditor' }).click();
    await removal.getByRole('button', { name: say.removal.confirm }).click();
    await expect(page.getByText(say.done.removed('Depot lead'))).toBeVisible();
    await expect(roleLink(page, 'Depot lead')).toHaveCount(0);
    await expect(roleLink(page, 'Auditor')).toContainText(say.members(1));

    // somebody who keeps roles, but may not touch mail
    const permissions = ['users:read', 'roles:read', 'roles:write'];
    await call('roles.create', { organizationId, name: 'Role keeper', permissions });
    await call('roles.create', { organizationId, name: 'Reader', permissions: ['users:read'] });
    await call('roles.create', { organizationId, name: 'Postmaster', permissions: ['mail:read', 'mail:write'] });
    const { invited } = await call<{ invited: { membershipId: number }[] }>('invitations.send', {
      organizationId,
      entries: [{ email: keeper.email, name: 'Kit Keeper', roles: ['Role keeper'] }],
    });
    const about = () => page.evaluate(() => window.gatehouse.desktop.about());
    await expect.poll(async () => Boolean((await about()).portalUrl)).toBe(true);
    const membershipId = invited[0]?.membershipId;
    const { link } = await call<{ link: string }>('invitations.copyLink', { organizationId, membershipId });
    await accept(link, 'Kit', 'Keeper', keeper.password);
    await page.getByRole('button', { name: words.desktop.header.account }).click();
    await page.getByRole('menuitem', { name: words.desktop.account.signOut }).click();
    await signInAs(page, keeper.email, keeper.password);
    await goTo(page, '/roles');
    await roleLink(page, 'Reader').click();
    await expectOff(page, box(page, say.matrix.read, 'mail'), say.matrix.notHeld);
    await box(page, say.matrix.read, 'mail').press('Space');
    await expect(box(page, say.matrix.read, 'mail')).not.toBeChecked();
    await box(page, say.matrix.read, 'roles').check();
    await saveSettings(page);
    expect((await stored('Reader'))?.permissions.toSorted()).toEqual(['roles:read', 'users:read']);
    await roleLink(page, 'Postmaster').click();
    await expect(page.getByText(say.notices.tooMuch)).toBeVisible();
    await expectOff(page, box(page, say.matrix.read, 'users'), say.notices.tooMuch);
    await page.getByRole('button', { name: say.duplicate, exact: true }).click();
    await expect(page.getByRole('dialog').getByText(say.dialog.withheld(2))).toBeVisible();
    await page.keyboard.press('Escape');

    // pages and actions beyond the rights say which one is lacking
    for (const [place, right] of [
      ['/teams', 'structure:read'],
      ['/audit', 'audit:read'],
      ['/settings/licences', 'settings:read'],
      ['/settings/products', 'structure:read'],
    ] as const) {
      await goTo(page, place);
      await expect(page.getByText(words.desktop.denied.page(words.errors.rights[right]))).toBeVisible();
    }
    // taking the right away takes effect at once
    const held = await stored('Role keeper');
    await call('roles.update', { organizationId, id: held?.id, permissions: ['roles:read', 'structure:read'] });
    await goTo(page, '/roles');
    const lacking = words.desktop.denied.item(words.errors.rights['roles:write']);
    await expectOff(page, page.getByRole('button', { name: say.new, exact: true }), lacking);
    await goTo(page, '/teams');
    const noTeams = words.desktop.denied.item(words.errors.rights['structure:write']);
    await expectOff(page, page.getByRole('button', { name: words.structure.new('teams') }), noTeams);
  } finally {
    await running.close();
    remove();
  }
});
