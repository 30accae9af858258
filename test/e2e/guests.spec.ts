import path from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { OutputOf } from '#contract/index.ts';
import type { UserRow } from '#contract/users.ts';
import { accept } from './support/accept.ts';
import { check } from './support/accessible.ts';
import { type RunningApp, resize, startApp, temporaryFolder } from './support/app.ts';
import { callCore, closeToasts, createOrganization, goTo, organizationIdOf, owner, words } from './support/steps.ts';

const { guests, desktop, users, views, settings, common, invitations, jobs } = words;
const { invite } = guests;

const field = (page: Page) => page.getByRole('textbox', { name: invite.addresses });
const chips = (page: Page) => page.getByRole('list', { name: invite.chips }).getByRole('listitem');
const dialog = (page: Page) => page.getByRole('dialog');
const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });
const notice = (page: Page, n: number) => page.getByText(guests.notice.title(n, 14));

async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: desktop.header.account }).click();
  await page.getByRole('menuitem', { name: invite.action }).click();
  await expect(dialog(page).getByRole('heading', { name: invite.title })).toBeVisible();
}

/** Checks both sizes in which the window is looked at. */
async function checkBoth(running: RunningApp, what: string): Promise<void> {
  for (const [width, height] of [
    [900, 600],
    [1280, 800],
  ] as const) {
    await resize(running, width, height);
    await check(running, `${what}, ${width} × ${height}`);
  }
}

test.describe('inviting guests', () => {
  test.describe.configure({ mode: 'serial' });
  let place: ReturnType<typeof temporaryFolder>;
  let running: RunningApp;
  let page: Page;
  let organizationId: number;

  test.beforeAll(async () => {
    place = temporaryFolder();
    running = await startApp(path.join(place.folder, 'profile'));
    page = running.page;
    await createOrganization(page, 'Example Logistics');
    organizationId = await organizationIdOf(page);
    await callCore(page, 'teams.create', { organizationId, name: 'Night shift' });
  });
  test.afterAll(async () => {
    await running?.close();
    place.remove();
  });
  const listed = async () =>
    (await callCore<OutputOf<'users.list'>>(page, 'users.list', { organizationId, kinds: ['guest'] })).rows;

  test('addresses become chips however they are separated; bad ones say why, and are changed or taken out by keyboard alone', async () => {
    await openDialog(page);
    await expect(field(page)).toBeFocused();
    await page.keyboard.type('ana@partner.test, bob@ cem@partner.test');
    await page.keyboard.press('Enter');
    await expect(chips(page)).toHaveCount(3);
    const bad = page.getByRole('button', {
      name: invite.refused('bob@', invitations.reason('domain-empty')),
    });
    await expect(bad).toBeVisible();
    await expect(dialog(page)).toContainText(invitations.facts.new(2));
    await expect(dialog(page)).toContainText(invitations.facts.refused(1));

    await field(page).evaluate((input) => {
      const data = new DataTransfer();
      data.setData('text/plain', 'dee@partner.test\teve@partner.test\nana@partner.test');
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await expect(chips(page)).toHaveCount(5);
    await expect(field(page)).toHaveValue('');

    await page.keyboard.press('Backspace');
    await expect(page.getByRole('button', { name: invite.edit('eve@partner.test') })).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(chips(page)).toHaveCount(4);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect(bad).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveValue('bob@');
    await page.keyboard.press('End');
    await page.keyboard.type('partner.test');
    await page.getByRole('button', { name: invite.add }).click();
    await expect(chips(page)).toHaveCount(4);
    await expect(dialog(page).getByRole('button', { name: new RegExp(`^${invite.send(4)}`) })).toBeVisible();
    await checkBoth(running, 'inviting guests');
  });

  test('closing asks, and nothing that was typed is lost', async () => {
    await page.keyboard.press('Escape');
    const leave = page.getByRole('dialog', { name: invitations.leave.title });
    await leave.getByRole('button', { name: invitations.leave.keep }).click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.getByRole('button', { name: desktop.header.account })).toBeFocused();
    await openDialog(page);
    await expect(chips(page)).toHaveCount(4);
  });

  test('Ctrl+Enter invites all of them with what was chosen, and the result mentions the spam folder', async () => {
    const toggle = (name: string) => dialog(page).getByRole('switch', { name });
    await toggle(invite.accountManager).focus();
    await page.keyboard.press('Space');
    await expect(toggle(invite.accountManager)).toBeChecked();
    await toggle(invite.mayInvite).focus();
    await page.keyboard.press('Space');
    await dialog(page).getByRole('textbox', { name: invite.days }).fill('10');
    await dialog(page).getByRole('combobox', { name: invite.teams }).fill('Night');
    await page.getByRole('option', { name: 'Night shift' }).click();
    await dialog(page).getByRole('textbox', { name: invite.note }).fill('See you at the gate');
    await page.keyboard.press('Control+Enter');
    await expect(dialog(page).getByRole('heading', { name: invite.invited(4) })).toBeVisible();
    await expect(dialog(page)).toContainText(invite.period(10));
    await expect(dialog(page)).toContainText(invitations.result.spam.join(''));
    await checkBoth(running, 'guests invited');
    await dialog(page).getByRole('button', { name: invitations.result.more }).click();
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);

    const rows = await listed();
    expect(rows.map((row) => row.email).sort()).toEqual(
      ['ana', 'bob', 'cem', 'dee'].map((name) => `${name}@partner.test`),
    );
    for (const row of rows) {
      expect(row).toMatchObject({ status: 'pending', guest: { days: 10, endsAt: null, mayInviteGuests: true } });
      expect(row.guest?.sponsor?.name).toBe(owner.name);
      expect(row.roles.map(({ name }) => name)).toEqual([common.roles['account-manager']]);
      expect(row.teams.map(({ name }) => name)).toEqual(['Night shift']);
    }
    const seats = await callCore<OutputOf<'organizations.seats'>>(page, 'organizations.seats', { organizationId });
    expect(seats).toMatchObject({ used: 1, pending: 0 });
  });

  test('guests are tagged as such among the users, and their period begins when they accept', async () => {
    await goTo(page, '/users');
    await expect(rowOf(page, 'ana@partner.test').getByText(users.kinds.guest, { exact: true })).toBeVisible();
    const [ana] = (await listed()).filter((row) => row.email === 'ana@partner.test');
    const { link } = await callCore<OutputOf<'invitations.copyLink'>>(page, 'invitations.copyLink', {
      organizationId,
      membershipId: ana?.membershipId,
    });
    await accept(link, 'Ana', 'Lima', 'a sentence of the guest');
    await goTo(page, '/guests');
    await expect(rowOf(page, 'Ana Lima')).toContainText(guests.left(guests.days(10)));
    // the period has just begun, and is shorter than the notice of the organization
    await expect(page.getByText(/loses? access within/)).toHaveCount(0);
    await expect(rowOf(page, 'Ana Lima').getByRole('button', { name: guests.actions.renew, exact: true })).toHaveCount(
      0,
    );
  });

  test('addresses outside the partner domains are refused, with the reason', async () => {
    const say = guests.settings;
    await goTo(page, '/settings/guests');
    await page.getByRole('switch', { name: say.limited }).focus();
    await page.keyboard.press('Space');
    const domains = page.getByRole('textbox', { name: say.domains });
    await domains.fill('partner.test\nnot a domain');
    await page.getByRole('button', { name: settings.save }).click();
    await expect(page.getByText(say.badDomain(2, 'not a domain'))).toBeVisible();
    await expect(domains).toBeFocused();
    await checkBoth(running, 'settings of guests');
    await domains.fill('partner.test');
    await page.getByRole('button', { name: settings.save }).click();
    await expect(page.getByText(settings.saved, { exact: true })).toBeVisible();
    await closeToasts(page);

    await openDialog(page);
    await expect(field(page)).toBeFocused();
    await page.keyboard.type('sam@elsewhere.test flo@eu.partner.test');
    await page.keyboard.press('Enter');
    const why = invitations.reason('not-a-partner', 'elsewhere.test');
    await expect(chips(page).filter({ hasText: why })).toHaveText(/^sam@elsewhere.test/);
    await page.keyboard.press('Control+Enter');
    await expect(dialog(page).getByRole('heading', { name: invite.invited(1) })).toBeVisible();
    await dialog(page)
      .getByRole('button', { name: invitations.result.back(1) })
      .click();
    await expect(chips(page)).toHaveText([/^sam@elsewhere.test/]);
    await page.keyboard.press('Escape');
    await page
      .getByRole('dialog', { name: invitations.leave.title })
      .getByRole('button', { name: invitations.leave.discard })
      .click();
    await expect(dialog(page)).toHaveCount(0);
  });

  test('a guest becomes a user and a guest again', async () => {
    await goTo(page, '/guests');
    await rowOf(page, 'Ana Lima').focus();
    await page.keyboard.press('.');
    await page.getByRole('menuitem', { name: guests.actions.makeUser }).click();
    await dialog(page).getByRole('button', { name: guests.makeUser.confirm }).click();
    await expect(page.getByText(guests.done.madeUser('Ana Lima'))).toBeVisible();
    await expect(rowOf(page, 'Ana Lima')).toHaveCount(0);
    await closeToasts(page);
    await goTo(page, '/users');
    await rowOf(page, 'Ana Lima').focus();
    await page.keyboard.press('.');
    await page.getByRole('menuitem', { name: guests.actions.makeGuest }).click();
    await expect(dialog(page).getByRole('textbox', { name: invite.days })).toHaveValue('90');
    await checkBoth(running, 'making a guest');
    await dialog(page).getByRole('button', { name: guests.makeGuest.confirm }).click();
    await expect(rowOf(page, 'Ana Lima').getByText(users.kinds.guest, { exact: true })).toBeVisible();
    const [ana] = (await listed()).filter((row) => row.name === 'Ana Lima');
    expect(ana).toMatchObject({ kind: 'guest', status: 'active', guest: { days: 90 } });
  });

  test('somebody who may not invite guests finds the entry off, with the reason', async () => {
    const why = desktop.denied.item(words.errors.rights['guests:invite']);
    const { rows } = await callCore<OutputOf<'roles.list'>>(page, 'roles.list', { organizationId });
    const role = rows.find(({ key }) => key === 'auditor');
    await callCore(page, 'invitations.send', {
      organizationId,
      entries: [{ email: 'audra@example.com', name: 'Audra Auditor', roles: [role?.name ?? ''] }],
    });
    const [row] = (
      await callCore<OutputOf<'users.list'>>(page, 'users.list', { organizationId, search: 'audra@example.com' })
    ).rows;
    const { link } = await callCore<OutputOf<'invitations.copyLink'>>(page, 'invitations.copyLink', {
      organizationId,
      membershipId: row?.membershipId,
    });
    await accept(link, 'Audra', 'Auditor', 'a sentence of the auditor');
    await page.getByRole('button', { name: desktop.header.account }).click();
    await page.getByRole('menuitem', { name: desktop.account.signOut }).click();
    await page.getByLabel(words.session.signIn.email).fill('audra@example.com');
    await page.getByRole('textbox', { name: words.session.signIn.password }).fill('a sentence of the auditor');
    await page.getByRole('button', { name: words.session.signIn.submit }).click();
    await page.getByRole('button', { name: desktop.header.account }).click();
    const item = page.getByRole('menuitem', { name: invite.action });
    await expect(item).toHaveAttribute('aria-disabled', 'true');
    await item.hover();
    await expect(page.getByText(why)).toBeVisible();
  });
});

test('the demo’s guests: notice, tabs, renewal of one and of many, inviting again, and removal', async () => {
  test.setTimeout(240_000);
  const { folder, remove } = temporaryFolder();
  const running = await startApp(folder, ['--demo']);
  const { page } = running;
  try {
    // hundreds of people are invented first
    await expect(page.getByText(/^1–50 of/)).toBeVisible({ timeout: 60_000 });
    const organizationId = await organizationIdOf(page);
    const list = async (filter: object): Promise<readonly UserRow[]> =>
      (
        await callCore<OutputOf<'users.list'>>(page, 'users.list', {
          organizationId,
          kinds: ['guest'],
          sort: 'expiry',
          ...filter,
        })
      ).rows;
    const soon = await list({ guests: ['expiring'] });
    const [first, ...rest] = soon;
    if (!first) throw new Error('nobody’s access ends soon');
    await expect(notice(page, soon.length)).toBeVisible();
    await page.getByRole('link', { name: guests.notice.manage }).click();
    await expect(page.getByText(new RegExp(`^1–${soon.length} of ${soon.length}$`))).toBeVisible();
    await expect(page.getByRole('columnheader', { name: guests.columns.expires })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    await checkBoth(running, 'guests whose access ends soon');
    // the period has a column where there is room for one, and stands below the end where there is not
    const period = first.guest?.days ?? 0;
    await expect(rowOf(page, first.email).getByRole('cell', { name: guests.days(period), exact: true })).toBeVisible();
    await resize(running, 900, 600);
    await expect(
      rowOf(page, first.email).getByText(new RegExp(`^(Last day|\\d+ days? left) of ${period}$`)),
    ).toBeVisible();
    await resize(running, 1280, 800);

    await page.getByRole('row').nth(1).focus();
    await page.keyboard.press('Control+Shift+A');
    const bar: Locator = page.getByRole('region', { name: views.selection.label });
    await bar.getByRole('button', { name: guests.sponsorMany.label }).click();
    await expect(dialog(page).getByRole('heading', { name: guests.sponsorMany.title(soon.length) })).toBeVisible();
    const change = dialog(page).getByRole('button', { name: guests.sponsorMany.confirm(soon.length) });
    await expect(change).toBeDisabled();
    const answering = dialog(page).getByRole('combobox', { name: invite.sponsor });
    await expect(answering).toBeFocused();
    await answering.fill('okafor');
    await page.getByRole('option', { name: 'Samuel Okafor' }).click();
    await check(running, 'the sponsor of many');
    await change.click();
    await expect(
      dialog(page).getByRole('heading', { name: jobs.done['guests.setSponsorMany'](soon.length) }),
    ).toBeVisible();
    await dialog(page).getByRole('button', { name: common.close, exact: true }).last().click();
    const sponsored = await list({ guests: ['expiring'] });
    expect(new Set(sponsored.map((row) => row.guest?.sponsor?.name))).toEqual(new Set(['Samuel Okafor']));

    const mails = async () =>
      (await callCore<OutputOf<'outbox.list'>>(page, 'outbox.list', { organizationId, limit: 200 })).rows
        .filter((row) => row.kind === 'guest-renewed')
        .map((row) => row.toEmail);
    await rowOf(page, first.email).focus();
    await page.keyboard.press('e');
    await expect(rowOf(page, first.email)).toHaveCount(0);
    await expect(notice(page, rest.length)).toBeVisible();
    const [renewed] = await list({ search: first.email });
    expect(renewed?.guest?.endsAt).toBeGreaterThan(first.guest?.endsAt ?? 0);
    expect(await mails()).toEqual([first.email]);

    const [second, ...others] = rest;
    if (!second || others.length === 0) throw new Error('too few guests’ access ends soon');
    const quietly = async (selected: number) => {
      await bar.getByRole('button', { name: guests.renewMany.label }).click();
      const ask = dialog(page).getByRole('checkbox', { name: guests.renewMany.notify });
      await expect(ask).toBeChecked();
      await ask.focus();
      await page.keyboard.press('Space');
      await expect(ask).not.toBeChecked();
      await dialog(page)
        .getByRole('button', { name: guests.renewMany.confirm(selected) })
        .click();
      await expect(dialog(page).getByRole('heading', { name: jobs.done['guests.renewMany'](selected) })).toBeVisible();
      await dialog(page).getByRole('button', { name: common.close, exact: true }).last().click();
    };
    await rowOf(page, second.email).focus();
    await page.keyboard.press('Space');
    await quietly(1);
    await expect(rowOf(page, second.email)).toHaveCount(0);
    expect(await mails()).toEqual([first.email]);

    await page.getByRole('row').nth(1).focus();
    await page.keyboard.press('Control+Shift+A');
    await bar.getByRole('button', { name: guests.renewMany.label }).click();
    await expect(dialog(page).getByRole('heading', { name: guests.renewMany.title(others.length) })).toBeVisible();
    await check(running, 'renewing many');
    await dialog(page)
      .getByRole('button', { name: guests.renewMany.confirm(others.length) })
      .click();
    await expect(
      dialog(page).getByRole('heading', { name: jobs.done['guests.renewMany'](others.length) }),
    ).toBeVisible();
    await dialog(page).getByRole('button', { name: common.close, exact: true }).last().click();
    await expect(page.getByText(/lose access within/)).toHaveCount(0);
    expect(await list({ guests: ['expiring'] })).toEqual([]);
    expect((await mails()).sort()).toEqual([first, ...others].map((row) => row.email).sort());

    const [ended, other] = await list({ guests: ['expired'] });
    if (!ended || !other) throw new Error('nobody’s access has ended');
    // they are not invitations that wait for an answer
    await goTo(page, `/pending?search=${ended.email}`);
    await expect(page.getByText(words.users.noMatch.title(ended.email))).toBeVisible();
    await goTo(page, `/users/${ended.membershipId}`);
    await expect(
      page
        .getByRole('navigation', { name: desktop.navigation.label, exact: true })
        .getByRole('link', { name: desktop.navigation.guests }),
    ).toHaveAttribute('aria-current', 'page');
    await expect(page.getByText(guests.statusNotice.ended)).toBeVisible();
    await closeToasts(page);
    await checkBoth(running, 'a guest whose access has ended');
    await page.getByRole('button', { name: guests.actions.inviteAgain }).click();
    await expect(page.getByText(guests.done.invitedAgain(ended.name, false))).toBeVisible();
    const [again] = await list({ search: ended.email });
    expect(again).toMatchObject({ status: 'pending', roles: ended.roles, teams: ended.teams });
    expect(again?.guest).toMatchObject({ days: ended.guest?.days, endsAt: null });
    await closeToasts(page);

    await goTo(page, '/guests?guests=no-sponsor');
    await expect(page.getByText(guests.noSponsor, { exact: true }).last()).toBeVisible();
    const [alone] = await list({ guests: ['no-sponsor'] });
    await goTo(page, `/users/${alone?.membershipId}`);
    const sponsor = page.getByRole('combobox', { name: invite.sponsor });
    await sponsor.fill('okafor');
    await page.getByRole('option', { name: 'Samuel Okafor' }).click();
    await page.getByRole('button', { name: guests.card.save }).click();
    await expect(page.getByText(guests.done.updated(alone?.name ?? ''))).toBeVisible();
    expect(await list({ guests: ['no-sponsor'] })).toEqual([]);

    await goTo(page, '/guests?sort=expiry');
    await rowOf(page, other.email).focus();
    await page.keyboard.press('Delete');
    await dialog(page).getByRole('button', { name: guests.remove.confirm }).click();
    await expect(rowOf(page, other.email)).toHaveCount(0);
  } finally {
    await running.close();
    remove();
  }
});
