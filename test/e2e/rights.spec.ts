import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { accept } from './support/accept.ts';
import { startApp, temporaryFolder } from './support/app.ts';
import { callByCommandLine } from './support/command-line.ts';
import { expectOff, goTo, owner, words } from './support/steps.ts';

const auditor = { email: 'audrey@example.com', name: 'Audrey Auditor', password: 'reading is all I do here' };
const { rights } = words.errors;
const { denied } = words.desktop;

/** Every control of the page of one user stays, is off, and says which right it needs. */
async function showsWhyNot(page: Page): Promise<void> {
  const { user, users, invitations } = words;
  await page.getByRole('button', { name: users.actions.menu('Pat Pending') }).click();
  await page.getByRole('menuitem', { name: users.actions.edit }).click();
  await expect(page.getByRole('heading', { name: 'Pat Pending', level: 1 })).toBeVisible();
  for (const [name, right] of [
    [users.actions.copyLink, 'links:copy'],
    [users.actions.reinvite, 'invitations:reinvite'],
    [users.actions.sendAgain, 'users:write'],
    [user.access.update, 'users:write'],
    [user.danger.revoke.action, 'users:write'],
  ] as const) {
    const control = page.getByRole('button', { name, exact: true });
    await expectOff(page, control, denied.item(rights[right]));
    await control.focus();
    await expect(control).toBeFocused();
  }
  for (const name of [invitations.fields.roles, invitations.fields.teams, invitations.fields.groups])
    await expect(page.getByRole('combobox', { name })).toHaveAttribute('readonly', '');
  await expect(page.getByRole('button', { name: invitations.fields.addRole })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('navigation', { name: user.breadcrumb }).getByRole('link').click();
}

test('an operator with few rights sees which one is lacking, and what the command line changes meanwhile', async () => {
  const { folder, remove } = temporaryFolder();
  const workspace = path.join(folder, 'workspace');
  const call = <T>(name: string, input: unknown) => callByCommandLine<T>(workspace, name, input);
  const { organizationId } = await call<{ organizationId: number }>('organizations.create', {
    name: 'Example Logistics',
    owner,
  });
  const invite = async (email: string, name: string, role: string) => {
    const entries = [{ email, name, roles: [role] }];
    const { invited } = await call<{ invited: { membershipId: number }[] }>('invitations.send', {
      organizationId,
      entries,
    });
    return invited[0]?.membershipId ?? 0;
  };
  const membershipId = await invite(auditor.email, auditor.name, 'Auditor');
  await invite('pat@example.org', 'Pat Pending', 'Member');
  const running = await startApp(path.join(folder, 'profile'), ['--workspace', workspace]);
  const { page } = running;
  try {
    await expect(page.getByRole('heading', { name: words.session.signIn.title })).toBeVisible();
    const about = () => page.evaluate(() => window.gatehouse.desktop.about());
    await expect.poll(async () => Boolean((await about()).portalUrl)).toBe(true);
    await accept(
      (await call<{ link: string }>('invitations.copyLink', { organizationId, membershipId })).link,
      'Audrey',
      'Auditor',
      auditor.password,
    );
    await page.getByLabel(words.session.signIn.email).fill(auditor.email);
    await page.getByRole('textbox', { name: words.session.signIn.password }).fill(auditor.password);
    await page.getByRole('button', { name: words.session.signIn.submit }).click();

    const pending = page.getByRole('row').filter({ hasText: 'pat@example.org' });
    await expect(pending).toContainText(words.users.statuses.pending);
    await expectOff(
      page,
      page.getByRole('button', { name: words.users.add.button, exact: true }),
      denied.item(rights['users:write']),
    );
    await page.keyboard.press('n');
    await page.keyboard.press('Control+i');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await pending.getByRole('button', { name: words.users.actions.menu('Pat Pending') }).click();
    for (const [name, right] of [
      [words.users.actions.copyLink, 'links:copy'],
      [words.users.actions.sendAgain, 'users:write'],
      [words.users.actions.reinvite, 'invitations:reinvite'],
      [words.users.actions.revoke, 'users:write'],
    ] as const)
      await expectOff(page, page.getByRole('menuitem', { name }), denied.item(rights[right]));
    await page.keyboard.press('Escape');

    for (const more of [
      words.users.add.more,
      words.users.actions.reinviteThis(words.users.actions.reinvite, 'Pat Pending'),
    ])
      await expect(page.getByRole('button', { name: more })).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Shift+N');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    // comparing only reads; what it finds may not be invited
    await page.getByRole('button', { name: words.users.add.compare }).focus();
    await page.keyboard.press('Enter');
    const comparison = page.getByRole('dialog', { name: words.compare.title });
    const list = { name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from('E-mail\nnew@example.org\n') };
    await comparison.locator('input[type=file]').setInputFiles(list);
    await comparison.getByRole('button', { name: words.compare.compare }).click();
    await expectOff(
      page,
      comparison.getByRole('button', { name: words.compare.invite(1) }),
      denied.item(rights['users:write']),
    );
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await showsWhyNot(page);

    await page.evaluate(() => {
      (window as unknown as { untouched: boolean }).untouched = true;
    });
    await invite('kim@example.org', 'Kim Late', 'Member');
    const kim = page.getByRole('row').filter({ hasText: 'kim@example.org' });
    await expect(kim).toContainText(words.users.statuses.pending);
    await goTo(page, '/outbox');
    await page.getByRole('row').filter({ hasText: 'pat@example.org' }).click({ button: 'right' });
    await expect(page.getByRole('menuitem', { name: words.outbox.page.open })).not.toHaveAttribute('aria-disabled');
    for (const name of [words.outbox.page.hold, words.outbox.page.cancel])
      await expectOff(page, page.getByRole('menuitem', { name }), denied.item(rights['mail:write']));
    await page.keyboard.press('Escape');
    await goTo(page, '/settings/mail');
    await expect(page.getByText(words.settings.lacking(rights['mail:write']))).toBeVisible();
    await expect(page.getByRole('textbox', { name: words.mail.settings.host })).toBeDisabled();
    await expect(page.getByRole('button', { name: words.settings.save })).toHaveCount(0);
    await call('mail.save', {
      organizationId,
      host: 'smtp.example.com',
      port: 587,
      security: 'starttls',
      sender: 'it@example.com',
    });
    await expect(page.getByRole('textbox', { name: words.mail.settings.host })).toHaveValue('smtp.example.com');
    for (const [place, right] of [
      ['organization', 'settings:write'],
      ['invitations', 'settings:write'],
      ['portal', 'settings:write'],
    ] as const) {
      await goTo(page, `/settings/${place}`);
      await expect(page.getByText(words.settings.lacking(rights[right]))).toBeVisible();
    }
    expect(await page.evaluate(() => (window as unknown as { untouched?: boolean }).untouched)).toBe(true);
  } finally {
    await running.close();
    remove();
  }
});

test('a guest who manages guests sees why their own access is not theirs to renew', async () => {
  const { folder, remove } = temporaryFolder();
  const workspace = path.join(folder, 'workspace');
  const call = <T>(name: string, input: unknown) => callByCommandLine<T>(workspace, name, input);
  const made = { name: 'Example Logistics', owner };
  const { organizationId } = await call<{ organizationId: number }>('organizations.create', made);
  const gus = { email: 'gus@example.org', password: 'guests are all that I look after' };
  const { invited } = await call<{ invited: { membershipId: number }[] }>('guests.invite', {
    ...{ organizationId, emails: [gus.email], accountManager: true },
  });
  const membershipId = invited[0]?.membershipId ?? 0;
  const running = await startApp(path.join(folder, 'profile'), ['--workspace', workspace]);
  const { page } = running;
  try {
    await expect(page.getByRole('heading', { name: words.session.signIn.title })).toBeVisible();
    const about = () => page.evaluate(() => window.gatehouse.desktop.about());
    await expect.poll(async () => Boolean((await about()).portalUrl)).toBe(true);
    const { link } = await call<{ link: string }>('invitations.copyLink', { organizationId, membershipId });
    await accept(link, 'Gus', 'Guest', gus.password);
    await page.getByLabel(words.session.signIn.email).fill(gus.email);
    await page.getByRole('textbox', { name: words.session.signIn.password }).fill(gus.password);
    await page.getByRole('button', { name: words.session.signIn.submit }).click();
    await expect(page.getByRole('button', { name: words.desktop.header.account })).toBeVisible();
    await goTo(page, `/users/${membershipId}`);
    await expect(page.getByRole('heading', { name: 'Gus Guest', level: 1 })).toBeVisible();
    const { bars } = words.users.actions;
    await expectOff(page, page.getByRole('button', { name: words.users.actions.renew, exact: true }), bars.yourself);
  } finally {
    await running.close();
    remove();
  }
});
