import { expect, test } from '@playwright/test';
import type { OutputOf } from '#contract/index.ts';
import { type RunningApp, resize } from './support/app.ts';
import { type Started, startDemo } from './support/started.ts';
import { callCore, goTo, words } from './support/steps.ts';

test.describe.configure({ mode: 'serial' });

let started: Started;
let running: RunningApp;
let organizationId: number;
const { users, views, desktop } = words;
const { filters } = views;

test.beforeAll(async () => {
  started = await startDemo();
  ({ running, organizationId } = started);
});
test.afterAll(async () => {
  await started?.close();
});

type Listed = OutputOf<'users.list'>;
const list = (query: object = {}) =>
  callCore<Listed>(running.page, 'users.list', { organizationId, limit: 50, ...query });
const total = (n: number) => expect(running.page.getByText(new RegExp(`^1–\\d+ of ${n}$`))).toBeVisible();
const address = () => running.page.evaluate(() => location.hash);
const idOf = async (what: string, name: string) => {
  const { rows } = await callCore<{ rows: { id: number; name: string }[] }>(running.page, `${what}.list`, {
    organizationId,
  });
  const found = rows.find((row) => row.name === name);
  if (!found) throw new Error(`the demo has no ${name} among its ${what}`);
  return found.id;
};
/** The addresses of the page, in the order of the screen. */
const shown = () =>
  running.page
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => /[\w.+-]+@[\w.-]+\w/.exec((row as HTMLElement).innerText)?.[0]));

test('filters narrow the list, several values of one widen it, and all of it is in the address', async () => {
  const { page } = running;
  const finance = await idOf('teams', 'Finance');
  const compliance = await idOf('teams', 'Compliance');
  const button = page.getByRole('region', { name: filters.label }).getByRole('button', { name: filters.team });
  await button.click();
  await page.getByRole('textbox', { name: filters.find(filters.team) }).fill('FINANCE');
  await page.getByRole('checkbox', { name: 'Finance' }).click();
  await expect(button).toHaveText(filters.one(filters.team, 'Finance'));
  await total((await list({ teams: [finance] })).total);
  expect(await address()).toBe(`#/users?team=${finance}`);
  await page.getByRole('textbox', { name: filters.find(filters.team) }).fill('');
  await page.getByRole('checkbox', { name: 'Compliance' }).click();
  await expect(button).toHaveText(filters.several(filters.team, 2));
  const both = await list({ teams: [finance, compliance] });
  await total(both.total);
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();

  await page
    .getByRole('region', { name: filters.label })
    .getByRole('button', { name: filters.status, exact: true })
    .click();
  await page.getByRole('checkbox', { name: users.statuses.active }).click();
  await page.keyboard.press('Escape');
  const narrowed = await list({ teams: [finance, compliance], statuses: ['active'] });
  expect(narrowed.total).toBeLessThan(both.total);
  await total(narrowed.total);
  expect(await address()).toBe(`#/users?status=active&team=${finance},${compliance}`);

  await page.getByRole('button', { name: desktop.header.back }).click();
  await total(both.total);
  await page.getByRole('button', { name: desktop.header.forward }).click();
  await total(narrowed.total);
  await page.getByRole('button', { name: filters.clear }).click();
  await total((await list()).total);
  expect(await address()).toBe('#/users');
});

test('every filter in an address is applied and shown', async () => {
  const { page } = running;
  const { rows } = await list({ limit: 200 });
  const person = rows.find((row) => row.roles[0] && row.teams[0] && row.products[0] && row.status === 'active');
  if (!person) throw new Error('nobody has a role, a team and a product');
  const [role, team, product] = [person.roles[0], person.teams[0], person.products[0]];
  await goTo(page, `/users?role=${role?.id}&team=${team?.id}&product=${product?.id}&kind=user&view=active`);
  await total(
    (
      await list({
        roles: [role?.id],
        teams: [team?.id],
        products: [product?.id],
        kinds: ['user'],
        statuses: ['active'],
      })
    ).total,
  );
  for (const [what, name] of [
    [filters.role, role?.name],
    [filters.team, team?.name],
    [filters.product, product?.name],
    [filters.kind, users.kinds.user],
  ] as const)
    await expect(page.getByRole('button', { name: filters.one(what, name ?? '') })).toBeVisible();
  await expect(page.getByRole('tab', { name: new RegExp(`^${users.views.active}`), selected: true })).toBeVisible();
  await goTo(page, '/users?team=999999');
  await expect(page.getByText(views.noMatch.title)).toBeVisible();
  await page.getByRole('tabpanel').getByRole('button', { name: filters.clear }).click();
  await total((await list()).total);
});

test('the column headings sort in both directions and say so; e-mail addresses can be sorted, too', async () => {
  const { page } = running;
  const head = (name: string) => page.getByRole('columnheader', { name });
  await expect(head(users.columns.name)).toHaveAttribute('aria-sort', 'ascending');
  const names = await shown();
  await head(users.columns.name).getByRole('button').click();
  await expect(head(users.columns.name)).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(shown).toEqual((await list({ descending: true })).rows.map((row) => row.email));
  expect(await shown()).not.toEqual(names);
  await head(users.columns.status).getByRole('button').click();
  await expect(head(users.columns.status)).toHaveAttribute('aria-sort', 'ascending');
  await expect(head(users.columns.name)).toHaveAttribute('aria-sort', 'none');
  await expect.poll(shown).toEqual((await list({ sort: 'status' })).rows.map((row) => row.email));

  const order = async (name: string) => {
    await page.getByRole('button', { name: views.sort.label, exact: true }).click();
    await page.getByRole('menuitemradio', { name }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
  };
  await order(views.sort.by.email);
  await expect(head(views.nameByEmail)).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(shown).toEqual((await list({ sort: 'email' })).rows.map((row) => row.email));
  await order(views.sort.by.changed);
  await order(views.sort.descending);
  await expect.poll(shown).toEqual((await list({ sort: 'changed', descending: true })).rows.map((row) => row.email));
  expect(await address()).toBe('#/users?sort=changed&desc=1');
  await page.getByRole('button', { name: users.pager.next }).click();
  await expect(page.getByText(/^51–100 of/)).toBeVisible();
  await goTo(page, '/users');
});

test('the search works within the other filters', async () => {
  const { page } = running;
  const finance = await idOf('teams', 'Finance');
  await goTo(page, `/users?team=${finance}&view=active`);
  await page.keyboard.press('/');
  await page.keyboard.type('an');
  await total((await list({ teams: [finance], statuses: ['active'], search: 'an' })).total);
  expect(await address()).toBe(`#/users?view=active&team=${finance}&search=an`);
  await goTo(page, '/users');
});

test('Pending, Guests and Inbox agents list their own', async () => {
  const { page } = running;
  const kinds = ['user', 'guest', 'inbox-agent'];
  await page.getByRole('link', { name: new RegExp(`^${desktop.navigation.pending}`) }).click();
  // a guest whose access has ended is expired too, but waits for nobody's answer
  const open = { kinds, invited: true };
  await total((await list({ ...open, statuses: ['pending', 'expired'] })).total);
  await page.getByRole('tab', { name: new RegExp(`^${users.views.expired}`) }).click();
  await total((await list({ ...open, statuses: ['expired'] })).total);
  expect(await address()).toBe('#/pending?view=expired');
  await page.getByRole('link', { name: desktop.navigation.guests }).click();
  await total((await list({ kinds: ['guest'] })).total);
  await page.getByRole('link', { name: desktop.navigation.agents }).click();
  await expect(page.getByRole('heading', { name: desktop.navigation.agents, level: 1 })).toBeVisible();
  await total((await list({ kinds: ['inbox-agent'] })).total);
});

test('by keyboard alone a filter behind More is found, set and cleared, at 900 × 600', async () => {
  const { page } = running;
  await resize(running, 900, 600);
  await goTo(page, '/users');
  await total((await list()).total);
  const yard = await idOf('products', 'Yard View');
  await page.getByRole('button', { name: filters.moreLabel }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: filters.team })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: filters.product })).toBeFocused();
  await page.keyboard.press('Enter');
  const boxes = page.getByRole('dialog', { name: filters.product }).getByRole('checkbox');
  await expect(boxes.first()).toBeFocused();
  const last = (await boxes.count()) - 1;
  for (let i = 0; i < last; i++) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('checkbox', { name: 'Yard View' })).toBeFocused();
  await page.keyboard.press(' ');
  await total((await list({ products: [yard] })).total);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: filters.one(filters.product, 'Yard View') })).toBeFocused();
  for (let tries = 0; tries < 5 && (await address()) !== '#/users'; tries++) {
    await page.keyboard.press('Tab');
    if (
      await page.getByRole('button', { name: filters.clear }).evaluate((button) => button === document.activeElement)
    ) {
      await page.keyboard.press('Enter');
      break;
    }
  }
  await total((await list()).total);
  await resize(running, 1280, 800);
});

test('a name links to the page of the person', async () => {
  const { page } = running;
  const { rows } = await list();
  const [person] = rows;
  await goTo(page, '/users');
  await page
    .getByRole('link', { name: person?.name ?? '', exact: true })
    .first()
    .click();
  await expect.poll(address).toBe(`#/users/${person?.membershipId}`);
});
