import { expect, type Locator, test } from '@playwright/test';
import type { OutputOf } from '#contract/index.ts';
import type { UserRow } from '#contract/users.ts';
import type { UserStatus } from '#contract/vocabulary/user-filter.ts';
import type { RunningApp } from './support/app.ts';
import { inBrowser } from './support/chromium.ts';
import { type Started, startDemo } from './support/started.ts';
import { callCore, clipboardText, closeToasts, goTo, words } from './support/steps.ts';

test.describe.configure({ mode: 'serial' });

let started: Started;
let running: RunningApp;
let organizationId: number;
const { users, desktop, portal } = words;

test.beforeAll(async () => {
  started = await startDemo();
  ({ running, organizationId } = started);
});
test.afterAll(async () => {
  await started?.close();
});

const list = (status?: UserStatus) =>
  callCore<OutputOf<'users.list'>>(running.page, 'users.list', {
    organizationId,
    limit: 200,
    ...(status ? { statuses: [status] } : {}),
  });
const rowOf = (row: UserRow) => running.page.getByRole('row').filter({ hasText: row.email });
/** People whose links live on for more than a day and whose mails have left. */
async function pendingPeople(): Promise<readonly UserRow[]> {
  const { rows } = await list('pending');
  return rows.filter((row) => row.delivery?.state === 'sent' && (row.validUntil ?? 0) > Date.now() + 86_400_000);
}
async function find(row: UserRow): Promise<Locator> {
  await goTo(running.page, `/users?search=${row.email}`);
  await expect(rowOf(row)).toBeVisible();
  return rowOf(row);
}
async function focus(row: Locator): Promise<void> {
  await row.focus();
  await expect(row).toBeFocused();
}
const titleOf = (link: string) => inBrowser(link, (page) => page.getByRole('heading', { level: 1 }).innerText());

test('each view shows the people it names, and its number is that of the list', async () => {
  const { page } = running;
  for (const view of ['active', 'pending', 'expired', 'suspended'] as const) {
    const { total } = await list(view);
    await page.getByRole('tab', { name: `${users.views[view]} ${total}` }).click();
    await expect(page.getByText(new RegExp(`^1–\\d+ of ${total}$`))).toBeVisible();
    const statuses = page.locator('tbody').getByText(users.statuses[view], { exact: true });
    await expect(statuses).toHaveCount(Math.min(50, total));
  }
  await page.getByRole('tab', { name: /^All/ }).click();
});

test('the search ignores accents and case, says when nobody matches, and is cleared by Esc', async () => {
  const { page } = running;
  const { rows } = await list();
  const accented = rows.find(
    (row) =>
      /[^\p{ASCII}]/u.test(row.name.normalize('NFD').replace(/\p{M}/gu, '')) === false && /\P{ASCII}/u.test(row.name),
  );
  if (!accented) throw new Error('the demo has nobody with an accent');
  await page.keyboard.press('/');
  const box = page.getByRole('textbox', { name: users.search.label });
  await expect(box).toBeFocused();
  await page.keyboard.type(accented.name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase());
  await expect(rowOf(accented)).toBeVisible();
  await expect.poll(() => page.locator('tbody tr').count()).toBeLessThan(10);
  await page.keyboard.press('Escape');
  await expect(box).toHaveValue('');
  await page.keyboard.type('nobody of this name');
  await expect(page.getByText(users.noMatch.title('nobody of this name'))).toBeVisible();
  await page.getByRole('tabpanel').getByRole('button', { name: users.noMatch.clear }).click();
  await expect(page.getByText(/^1–50 of/)).toBeVisible();
});

test('the arrows of the pager walk through the pages and back', async () => {
  const { page } = running;
  const first = await page.locator('tbody tr').first().innerText();
  await page.getByRole('button', { name: users.pager.next }).click();
  await expect(page.getByText(/^51–100 of/)).toBeVisible();
  await expect(page.locator('tbody tr').first()).not.toHaveText(first);
  await page.getByRole('button', { name: users.pager.next }).click();
  await expect(page.getByText(/^101–150 of/)).toBeVisible();
  for (const range of [/^51–100 of/, /^1–50 of/]) {
    await page.getByRole('button', { name: users.pager.previous }).click();
    await expect(page.getByText(range)).toBeVisible();
  }
  await expect(page.getByRole('button', { name: users.pager.previous })).toBeDisabled();
});

test('the row menu copies a link that works, and sends the same one again', async () => {
  const { page } = running;
  const [person] = await pendingPeople();
  if (!person) throw new Error('nobody is pending');
  const row = await find(person);
  const dots = row.getByRole('button', { name: users.actions.menu(person.name) });
  await dots.click();
  await page.getByRole('menuitem', { name: users.actions.copyLink }).click();
  await expect(page.getByText(new RegExp(`^Link for ${person.name} copied`))).toBeVisible();
  const link = await clipboardText(running);
  expect(await titleOf(link)).toBe(portal.join.title('Halden Marine Logistics'));

  await closeToasts(page);
  await dots.click();
  await page.getByRole('menuitem', { name: users.actions.sendAgain }).click();
  await expect(page.getByText(users.done.sentAgain(person.name, false))).toBeVisible();
  await goTo(page, '/demo');
  // a reminder may be there as well
  const mail = page.getByRole('listitem').filter({ hasText: person.email }).filter({ hasText: 'invites you to' });
  await expect(mail).toBeVisible();
  await mail.getByRole('button').click();
  await page.getByRole('button', { name: words.demo.copy }).click();
  await expect.poll(async () => (await clipboardText(running)) === link).toBe(true);
  await closeToasts(page);
});

test('the keyboard alone opens the row menu, copies, reinvites and revokes; dead links say why', async () => {
  const { page } = running;
  const [, person] = await pendingPeople();
  if (!person) throw new Error('nobody is pending');
  const row = await find(person);
  await focus(row);
  await page.keyboard.press('.');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(row).toBeFocused();

  const copy = async () => {
    await running.app.evaluate(({ clipboard }) => clipboard.clear());
    await focus(row);
    await page.keyboard.press('l');
    await expect.poll(async () => (await clipboardText(running)) !== '').toBe(true);
    return clipboardText(running);
  };
  const older = await copy();
  await focus(row);
  await page.keyboard.press('r');
  await expect(page.getByText(users.done.reinvited(person.name, false))).toBeVisible();
  expect(await titleOf(older)).toBe(portal.dead.replaced.title);
  const newer = await copy();
  expect(newer === older).toBe(false);
  expect(await titleOf(newer)).toBe(portal.join.title('Halden Marine Logistics'));
  await focus(row);
  await page.keyboard.press('e');
  await expect(page.getByText(users.done.extended(person.name, '').slice(0, -2))).toBeVisible();
  expect((await copy()) === newer).toBe(true);

  const dialog = page.getByRole('dialog', { name: users.revoke.title });
  await focus(row);
  await page.keyboard.press('Delete');
  await expect(dialog).toContainText(person.email);
  await expect(dialog.getByRole('button', { name: users.revoke.keep })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(row).toBeFocused();
  expect(await titleOf(newer)).toBe(portal.join.title('Halden Marine Logistics'));

  await page.keyboard.press('Delete');
  await dialog.getByRole('button', { name: users.revoke.confirm }).click();
  await expect(page.getByText(users.done.revoked(person.name))).toBeVisible();
  await expect(row).toHaveCount(0);
  expect(await titleOf(newer)).toBe(portal.dead.revoked.title);
  await closeToasts(page);
});

test('an expired invitation offers a new one instead of copying the dead link', async () => {
  const { page } = running;
  const { rows } = await list('expired');
  const [person] = rows;
  if (!person) throw new Error('nobody has expired');
  const row = await find(person);
  await row.getByRole('button', { name: users.actions.menu(person.name) }).click();
  await expect(page.getByRole('menuitem', { name: users.actions.copyLink })).toHaveCount(0);
  await page.getByRole('menuitem', { name: users.actions.generate }).click();
  await expect(row).toContainText(users.statuses.pending);
  await closeToasts(page);
});

test('the keys of the help sheet do what the sheet says', async () => {
  const { page } = running;
  await goTo(page, '/users');
  await expect(page.getByText(/^1–50 of/)).toBeVisible();
  const title = (name: string) => page.getByRole('heading', { name, level: 1 });
  const dialog = page.getByRole('dialog');
  await page.locator('main').focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: words.help.title })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  for (const [keys, name] of [
    [['g', 'm'], words.outbox.page.title],
    [['g', 'u'], users.title],
    [['g', 'o'], words.overview.title],
    [['g', 'p'], desktop.navigation.pending],
    [['g', 'g'], desktop.navigation.guests],
    [['g', 'i'], desktop.navigation.agents],
    [['g', 'd'], words.demo.title],
    [['Control+,'], words.settings.title],
    [['Alt+ArrowLeft'], words.demo.title],
    [['Alt+ArrowRight'], words.settings.title],
    [['g', 'u'], users.title],
  ] as const) {
    for (const key of keys) await page.keyboard.press(key);
    await expect(title(name)).toBeVisible();
  }
  for (const key of ['n', 'Control+i']) {
    await page.keyboard.press(key);
    await expect(dialog.getByText(words.invitations.title, { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  const rows = page.locator('tbody tr');
  await focus(rows.first());
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(rows.first()).toBeFocused();
  for (const key of ['.', 'Shift+F10']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(rows.first()).toBeFocused();
  }
  const { rows: people } = await list();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#/users/${people[0]?.membershipId}`);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(rows.first()).toBeVisible();
});

test('a deep link opens its view and search, and Back and Forward lead through them', async () => {
  const { page } = running;
  const selected = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`), selected: true });
  await goTo(page, '/users?view=expired');
  await expect(selected(users.views.expired)).toBeVisible();
  await goTo(page, '/users?view=pending&search=a');
  await expect(selected(users.views.pending)).toBeVisible();
  await expect(page.getByRole('textbox', { name: users.search.label })).toHaveValue('a');
  await page.getByRole('button', { name: desktop.header.back }).click();
  await expect(selected(users.views.expired)).toBeVisible();
  await expect(page.getByRole('textbox', { name: users.search.label })).toHaveValue('');
  await page.getByRole('button', { name: desktop.header.forward }).click();
  await expect(selected(users.views.pending)).toBeVisible();
  await goTo(page, '/no/such/page');
  await expect(page.getByText(desktop.unknownPage.title)).toBeVisible();
});

test('several people are suspended at once, and get their access back', async () => {
  const { page } = running;
  const { views, jobs } = words;
  const people = (await list('active')).rows
    .filter((row) => row.roles.every((role) => role.name === 'Member'))
    .slice(0, 2);
  const emails = people.map((row) => row.email);
  const dialog = page.getByRole('dialog');
  const bar = page.getByRole('region', { name: views.selection.label });
  const deed = async (name: string) => {
    for (const row of people) await rowOf(row).getByRole('checkbox').click();
    await bar.getByRole('button', { name: views.selection.more, exact: true }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  const suspended = async () => {
    const { rows } = await list('suspended');
    return rows.map((row) => row.email).filter((email) => emails.includes(email));
  };
  await goTo(page, '/users?view=active');
  await deed(views.deeds.suspend);
  await dialog.getByRole('button', { name: views.ask.suspend.confirm(2) }).click();
  await expect(dialog.getByRole('heading', { name: jobs.done['users.suspendMany'](2) })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  expect(await suspended()).toEqual(emails);
  await goTo(page, '/users?view=suspended');
  await deed(views.deeds.reactivate);
  await expect(dialog.getByRole('heading', { name: jobs.done['users.reactivateMany'](2) })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  expect(await suspended()).toEqual([]);
});
