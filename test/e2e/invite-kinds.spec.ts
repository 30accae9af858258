import { expect, type Page, test } from '@playwright/test';
import type { OutputOf } from '#contract/index.ts';
import { type Started, startWithOrganization } from './support/started.ts';
import { callCore, goTo, owner, words } from './support/steps.ts';

test.describe.configure({ mode: 'serial' });

let started: Started;
const { invitations: invite } = words;
const { fields } = invite;
let page: Page;
let organizationId: number;

test.beforeAll(async () => {
  started = await startWithOrganization();
  ({ page, organizationId } = started);
  await callCore(page, 'groups.create', { organizationId, name: 'Night shift' });
  await callCore(page, 'lines.create', { organizationId, name: 'Rotterdam 2' });
  await callCore(page, 'products.create', { organizationId, name: 'Tracking' });
});
test.afterAll(async () => {
  await started?.close();
});

const dialog = () => page.getByRole('dialog').first();
const box = () => dialog().getByRole('textbox', { name: invite.paste.box });
const sendButton = () =>
  dialog()
    .getByRole('button', { name: /^Invite( \d| *$)/ })
    .last();
const find = async (search: string, kinds: readonly string[] = ['user']) =>
  (await callCore<OutputOf<'users.list'>>(page, 'users.list', { organizationId, search, kinds })).rows;
async function openList(): Promise<void> {
  await page.locator('main').focus();
  await page.keyboard.press('Control+i');
  await expect(box()).toBeFocused();
}
async function choose(label: string, option: string): Promise<void> {
  await dialog().getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
  await page.keyboard.press('Tab');
}
async function finish(invited: number): Promise<void> {
  await expect(dialog().getByRole('heading', { name: invite.result.title(invited) })).toBeVisible();
  await dialog().getByRole('button', { name: words.common.done, exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
async function expectBlocked(why: string): Promise<void> {
  await expect(sendButton()).toHaveAttribute('aria-disabled', 'true');
  await page.mouse.move(0, 0);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await sendButton().hover();
  await expect(page.getByRole('tooltip').filter({ hasText: why })).toBeVisible();
}

test('groups, lines and products of the batch go to everybody in it', async () => {
  await openList();
  await box().fill('ana@example.org\nben@example.org');
  await choose(fields.groups, 'Night shift');
  await choose(fields.lines, 'Rotterdam 2');
  await choose(fields.products, 'Tracking');
  await expect(dialog().getByText(invite.facts.new(2))).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dialog().getByText(invite.result.spam[1] ?? '', { exact: true })).toBeVisible();
  await expect(dialog().getByText(invite.result.spam[3] ?? '', { exact: true })).toBeVisible();
  await finish(2);
  for (const email of ['ana@example.org', 'ben@example.org'])
    expect((await find(email))[0]).toMatchObject({
      groups: [{ name: 'Night shift' }],
      lines: [{ name: 'Rotterdam 2' }],
      products: [{ name: 'Tracking' }],
      roles: [{ name: 'Member' }],
    });
});

test('inbox agents are chosen when inviting: role fields vanish, and they are not among the users', async () => {
  await openList();
  await dialog().getByText(invite.kinds['inbox-agent'], { exact: true }).click();
  await expect(dialog().getByRole('combobox', { name: fields.roles })).toHaveCount(0);
  await box().fill('E-mail\tRole\nagent@example.org\tOwner');
  await expect(dialog().getByText(invite.facts.new(1))).toBeVisible();
  await dialog().getByText(invite.modes.rows, { exact: true }).click();
  await expect(dialog().getByRole('combobox', { name: fields.ofRow(fields.roles, 1) })).toHaveCount(0);
  await expect(dialog().getByRole('combobox', { name: fields.ofRow(fields.teams, 1) })).toBeVisible();
  await dialog().getByText(invite.modes.paste, { exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await finish(1);
  expect(await find('agent@example.org')).toEqual([]);
  const [agent] = await find('agent@example.org', ['inbox-agent']);
  expect(agent).toMatchObject({ roles: [], kind: 'inbox-agent' });
  await goTo(page, `/users/${agent?.membershipId}`);
  await expect(page.getByText(words.user.access.agent)).toBeVisible();
  await expect(page.getByRole('combobox', { name: fields.roles })).toHaveCount(0);
  await goTo(page, '/users');
});

test('a batch that does not fit says how many seats are free and how many it needs, before anything is sent', async () => {
  // the owner and two who are invited hold three
  await callCore(page, 'organizations.update', { organizationId, seatLimit: 5 });
  await openList();
  await box().fill('c@example.org\nd@example.org');
  await expect(dialog().getByText(invite.seats.left(2, 0))).toBeVisible();
  await box().fill('c@example.org\nd@example.org\ne@example.org');
  await expect(dialog().getByText(invite.seats.short(2, 3))).toBeVisible();
  expect(invite.seats.short(12, 15)).toBe('12 seats free, 15 needed');
  await expectBlocked(invite.seats.short(2, 3));
  await page.keyboard.press('Control+Enter');
  await expect(dialog().getByRole('heading', { name: invite.title })).toBeVisible();
  expect(await find('e@example.org')).toEqual([]);

  await dialog().getByText(invite.kinds['inbox-agent'], { exact: true }).click();
  await expect(dialog().getByText(invite.seats.short(2, 3))).toHaveCount(0);
  await expect(sendButton()).not.toHaveAttribute('aria-disabled', 'true');
  await dialog().getByText(invite.kinds.user, { exact: true }).click();
  await callCore(page, 'organizations.update', { organizationId, seatLimit: 6 });
  await expect(dialog().getByText(invite.seats.left(3, 0))).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await finish(3);
});

test('where the organization requires a group, nothing is sent without one', async () => {
  await callCore(page, 'organizations.update', { organizationId, seatLimit: null, groupRequired: true });
  await openList();
  await box().fill('f@example.org');
  await expect(dialog().getByText(invite.rows.groupNeeded)).toBeVisible();
  await expectBlocked(invite.send.groupFirst);
  await choose(fields.groups, 'Night shift');
  await expect(dialog().getByText(invite.rows.groupNeeded)).toHaveCount(0);
  await dialog().getByRole('textbox', { name: invite.paste.box }).focus();
  await page.keyboard.press('Control+Enter');
  await finish(1);
  expect((await find('f@example.org'))[0]?.groups).toMatchObject([{ name: 'Night shift' }]);
});

test('a member in the list links to their page', async () => {
  await openList();
  await box().fill(owner.email);
  await expect(dialog().getByText(invite.verdicts.alreadyMember)).toBeVisible();
  await dialog()
    .getByRole('button', { name: `${invite.open} ${owner.email}` })
    .click();
  await expect(page.getByRole('heading', { name: owner.name, level: 1 })).toBeVisible();
});
