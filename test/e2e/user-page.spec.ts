import { expect, type Page, test } from '@playwright/test';
import type { OutputOf } from '#contract/index.ts';
import type { UserRow } from '#contract/users.ts';
import type { UserStatus } from '#contract/vocabulary/user-filter.ts';
import type { RunningApp } from './support/app.ts';
import { inBrowser } from './support/chromium.ts';
import { type Started, startDemo } from './support/started.ts';
import { callCore, clipboardText, closeToasts, goTo, words } from './support/steps.ts';

test.describe.configure({ mode: 'serial' });

let started: Started;
const { user, users, settings, invitations } = words;
let running: RunningApp;
let page: Page;
let organizationId: number;

test.beforeAll(async () => {
  started = await startDemo();
  ({ running, page, organizationId } = started);
});
test.afterAll(async () => {
  await started?.close();
});

const heading = (name: string) => page.getByRole('heading', { name, level: 1 });
const region = (name: string) => page.getByRole('region', { name });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const get = ({ membershipId }: Pick<UserRow, 'membershipId'>) =>
  callCore<OutputOf<'users.get'>>(page, 'users.get', { organizationId, membershipId });
async function someone(status: UserStatus, fits: (row: UserRow) => boolean = () => true): Promise<UserRow> {
  const { rows } = await callCore<OutputOf<'users.list'>>(page, 'users.list', {
    organizationId,
    statuses: [status],
    limit: 200,
    kinds: ['user'],
  });
  const row = rows.find((candidate) => candidate.name !== '' && fits(candidate));
  if (!row) throw new Error(`the demo has nobody who is ${status} like that`);
  return row;
}
async function open(row: UserRow): Promise<void> {
  await closeToasts(page);
  await goTo(page, `/users/${row.membershipId}`);
  await expect(heading(row.name)).toBeVisible();
}
const titleOf = (link: string) => inBrowser(link, (portal) => portal.getByRole('heading', { level: 1 }).innerText());
const isMember = (row: UserRow) => row.roles.length === 1 && row.roles[0]?.name === 'Member';

let pending: UserRow;
let link: string;

test('Edit user in the row menu leads to the page, and the breadcrumb back', async () => {
  pending = await someone('pending', (row) => row.delivery?.state === 'sent' && isMember(row));
  await goTo(page, `/users?search=${pending.email}`);
  await button(users.actions.menu(pending.name)).click();
  await page.getByRole('menuitem', { name: users.actions.edit }).click();
  await expect(heading(pending.name)).toBeVisible();
  await expect(page.getByText(user.access.fixed)).toBeVisible();
  for (const typed of [pending.name, pending.email])
    await expect(page.locator(`input[value="${typed}"]`)).toHaveCount(0);
  await page.getByRole('navigation', { name: user.breadcrumb }).getByRole('link').click();
  await expect(heading(users.title)).toBeVisible();

  // the keyboard goes to the roles at once
  await goTo(page, `/users?search=${pending.email}`);
  await page.getByRole('row').filter({ hasText: pending.email }).focus();
  await page.keyboard.press('Shift+R');
  await expect(page.getByRole('combobox', { name: invitations.fields.roles })).toBeFocused();
});

test('each generation of the invitation is listed with its mail; only the newest link works', async () => {
  await open(pending);
  await button(users.actions.copyLink).click();
  await expect.poll(() => clipboardText(running)).toContain('/i/');
  const older = await clipboardText(running);
  await closeToasts(page);
  await button(users.actions.reinvite).click();
  await expect(page.getByText(users.done.reinvited(pending.name, false))).toBeVisible();
  const rows = region(user.invitations.title).locator('tbody tr');
  await expect(rows).toHaveCount((await get(pending)).invitations.length);
  await expect(rows.nth(0)).toContainText(user.invitations.states.pending);
  await expect(rows.nth(1)).toContainText(user.invitations.states.replaced);
  await expect(page.getByText(user.invitations.only)).toBeVisible();
  const answered = (await get(pending)).invitations.find(({ delivery }) => delivery?.answer);
  await expect(region(user.invitations.title)).toContainText(answered?.delivery?.answer ?? 'no answer');
  expect(await titleOf(older)).toBe(words.portal.dead.replaced.title);
  await closeToasts(page);
  await button(users.actions.copyLink).click();
  await expect.poll(async () => (await clipboardText(running)) !== older).toBe(true);
  link = await clipboardText(running);
  expect(await titleOf(link)).toBe(words.portal.join.title('Halden Marine Logistics'));
});

test('roles change by Add new role and Update roles, at least one stays, and leaving unsaved asks first', async () => {
  await open(pending);
  const access = region(user.access.title);
  const update = access.getByRole('button', { name: user.access.update });
  await expect(update).toHaveAttribute('aria-disabled', 'true');
  await access.getByRole('button', { name: invitations.fields.addRole }).click();
  await page.getByRole('option', { name: 'Auditor', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(access.getByText(user.access.unsaved)).toBeVisible();

  await page.getByRole('link', { name: words.desktop.navigation.users, exact: true }).first().click();
  const question = page.getByRole('dialog', { name: settings.leave.title });
  await question.getByRole('button', { name: settings.leave.stay }).click();
  await expect(heading(pending.name)).toBeVisible();
  await access.getByRole('button', { name: user.access.discard }).click();
  await expect(update).toHaveAttribute('aria-disabled', 'true');

  await access.getByRole('button', { name: invitations.fields.addRole }).click();
  await page.getByRole('option', { name: 'Auditor', exact: true }).click();
  await page.getByRole('option', { name: 'Member', exact: true }).click();
  await page.getByRole('option', { name: 'Auditor', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(access.getByText(invitations.rows.rolesNeeded)).toBeVisible();
  await expect(update).toHaveAttribute('aria-disabled', 'true');
  await access.getByRole('button', { name: invitations.fields.addRole }).click();
  await page.getByRole('option', { name: 'Auditor', exact: true }).click();
  await page.keyboard.press('Escape');
  await update.click();
  await expect(page.getByText(user.access.updated(pending.name))).toBeVisible();
  expect((await get(pending)).roles.map(({ name }) => name)).toEqual(['Auditor']);
  await expect(region(user.activity.title)).toContainText('gained Auditor; lost Member');
});

test('revoking asks first, with the focus on Keep, and says that it is final; the link dies at once', async () => {
  await open(pending);
  const revoke = button(user.danger.revoke.action);
  await revoke.click();
  const dialog = page.getByRole('dialog', { name: users.revoke.title });
  await expect(dialog).toContainText(pending.name);
  await expect(dialog).toContainText(pending.email);
  await expect(dialog).toContainText('cannot be undone');
  await expect(dialog.getByRole('button', { name: 'Keep', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(revoke).toBeFocused();
  expect((await get(pending)).status).toBe('pending');

  await revoke.click();
  await dialog.getByRole('button', { name: 'Yes, remove this user', exact: true }).click();
  await expect(page.getByText(users.done.revoked(pending.name))).toBeVisible();
  await expect(page.getByText(user.notices.revoked, { exact: true })).toBeVisible();
  await expect(region(user.access.title)).toHaveCount(0);
  expect(await titleOf(link)).toBe(words.portal.dead.revoked.title);
});

test('somebody who was revoked is invited from scratch, and the history is kept', async () => {
  await open(pending);
  await button(user.inviteAgain).click();
  const dialog = page.getByRole('dialog').first();
  await expect(dialog.getByLabel(invitations.fields.ofRow(invitations.fields.email, 1))).toHaveValue(pending.email);
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('heading', { name: invitations.result.title(1) })).toBeVisible();
  await dialog.getByRole('button', { name: words.common.done, exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const now = await get(pending);
  expect(now.status).toBe('pending');
  expect(now.roles.map(({ name }) => name)).toEqual(['Member']);
  expect(now.invitations.length).toBeGreaterThan(2);
  await expect(region(user.invitations.title).locator('tbody tr')).toHaveCount(now.invitations.length);
});

test('an expired invitation offers a new one, in its row and on its page', async () => {
  const [first, second] = await Promise.all([someone('expired', isMember), someone('expired', () => true)]);
  const other =
    second.membershipId === first.membershipId
      ? await someone('expired', (row) => row.membershipId !== first.membershipId)
      : second;
  await open(first);
  await expect(page.getByText(user.notices.expired, { exact: true })).toBeVisible();
  await expect(button(users.actions.copyLink)).toHaveCount(0);
  await button(users.actions.generate).click();
  await expect(page.getByText(user.notices.pending, { exact: true })).toBeVisible();

  await goTo(page, `/users?search=${other.email}`);
  const again = button(users.actions.reinviteThis(users.actions.generate, other.name));
  await again.click();
  await expect(page.getByRole('row').filter({ hasText: other.email })).toContainText(users.statuses.pending);
  await expect(button(users.actions.reinviteThis(users.actions.reinvite, other.name))).toBeVisible();
});

test('suspending pauses the access until it is given back; roles stay', async () => {
  const active = await someone('active', isMember);
  await open(active);
  await button(user.danger.suspend.action).click();
  await expect(page.getByText(user.notices.suspendedText)).toBeVisible();
  expect(await get(active)).toMatchObject({ status: 'suspended', roles: active.roles });
  await page.getByRole('status').getByRole('button', { name: users.actions.reactivate }).click();
  await expect(page.getByText(user.notices.suspendedText)).toHaveCount(0);
  expect((await get(active)).status).toBe('active');
  await closeToasts(page);
  await button(user.more(active.name)).click();
  for (const name of [users.actions.copyEmail, users.actions.suspend, users.actions.remove])
    await expect(page.getByRole('menuitem', { name })).toBeVisible();
  await page.getByRole('menuitem', { name: users.actions.suspend }).click();
  await expect(page.getByText(user.notices.suspendedText)).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: users.actions.reactivate }).click();
  await expect(page.getByText(user.notices.suspendedText)).toHaveCount(0);
});

test('removing a user asks first, is final, and leaves the history and a way to invite again', async () => {
  const active = await someone('active', isMember);
  await open(active);
  await button('Remove user from organization').click();
  const dialog = page.getByRole('dialog', { name: users.remove.title });
  await expect(dialog.getByRole('button', { name: users.remove.keep })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await button('Remove user from organization').click();
  await dialog.getByRole('button', { name: 'Yes, remove this user', exact: true }).click();
  await expect(page.getByText(users.done.removed(active.name))).toBeVisible();
  await expect(page.getByText(user.notices.removed, { exact: true })).toBeVisible();
  await expect(region(user.activity.title)).toContainText('Removed from the organization');
  await expect(button(user.inviteAgain)).toBeVisible();
  const { rows } = await callCore<OutputOf<'users.list'>>(page, 'users.list', { organizationId, search: active.email });
  expect(rows).toEqual([]);
});

test('nobody suspends or removes themselves, and the last owner keeps the role', async () => {
  const { person } = await callCore<OutputOf<'session.state'>>(page, 'session.state', {});
  const own = await someone('active', (row) => row.personId === person?.id);
  const { rows } = await callCore<OutputOf<'users.list'>>(page, 'users.list', { organizationId, limit: 200 });
  // whoever else is an owner in the demo steps down first
  const roles = (await callCore<OutputOf<'roles.list'>>(page, 'roles.list', { organizationId })).rows;
  const id = (key: string) => roles.find((role) => role.key === key)?.id ?? 0;
  for (const row of rows)
    if (row.personId !== person?.id && row.roles.some((role) => role.id === id('owner')))
      await callCore(page, 'users.update', {
        organizationId,
        membershipId: row.membershipId,
        roles: { add: [id('admin')], remove: [id('owner')] },
      });
  await open(own);
  for (const name of [user.danger.suspend.action, user.danger.remove.action]) {
    await expect(button(name)).toHaveAttribute('aria-disabled', 'true');
    await page.mouse.move(0, 0);
    await expect(page.getByRole('tooltip')).toHaveCount(0);
    await button(name).hover();
    await expect(page.getByRole('tooltip').filter({ hasText: users.actions.bars.yourself })).toBeVisible();
    await button(name).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await expect(page.getByText(user.access.lastOwner)).toBeVisible();
  const owner = region(user.access.title).locator('.mantine-Pill-root').filter({ hasText: 'Owner' });
  await owner.locator('button').click();
  await expect(owner).toBeVisible();
});

test('the address of a page that belongs to nobody says so, with a way back', async () => {
  for (const id of ['99999999', 'nobody']) {
    await goTo(page, `/users/${id}`);
    await expect(page.getByText(user.unknown.title)).toBeVisible();
    await button(user.unknown.back).click();
    await expect(heading(users.title)).toBeVisible();
  }
});
