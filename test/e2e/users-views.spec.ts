import path from 'node:path';
import { expect, test } from '@playwright/test';
import { check, scan } from './support/accessible.ts';
import { type RunningApp, resize, startApp, temporaryFolder } from './support/app.ts';
import { callCore, closeToasts, createOrganization, goTo, organizationIdOf, signIn, words } from './support/steps.ts';

test.describe.configure({ mode: 'serial' });

let place: ReturnType<typeof temporaryFolder>;
let running: RunningApp;
const { users, views, jobs, common } = words;
const { saved, columns, filters } = views;
const profile = () => path.join(place.folder, 'profile');

test.beforeAll(async () => {
  place = temporaryFolder();
  running = await startApp(profile());
  const { page } = running;
  await createOrganization(page, 'Example Logistics');
  const organizationId = await organizationIdOf(page);
  const { id } = await callCore<{ id: number }>(page, 'lines.create', { organizationId, name: 'North line' });
  const entries = ['ana', 'bo', 'cy'].map((name) => ({ email: `${name}@example.org`, name, roles: ['Member'] }));
  await callCore(page, 'invitations.send', {
    organizationId,
    entries: entries.slice(0, 2),
    defaults: { lines: ['North line'] },
  });
  await callCore(page, 'invitations.send', { organizationId, entries: entries.slice(2) });
  expect(id).toBeGreaterThan(0);
  await expect(page.getByText(/^1–4 of 4$/)).toBeVisible();
});
test.afterAll(async () => {
  await running?.close();
  place.remove();
});

const heads = async () => (await running.page.getByRole('columnheader').allInnerTexts()).map((text) => text.trim());
const address = () => running.page.evaluate(() => location.hash);
async function restart(): Promise<void> {
  await running.close();
  running = await startApp(profile());
  await signIn(running.page);
}
async function toggle(...names: string[]): Promise<void> {
  const { page } = running;
  await page.getByRole('button', { name: columns.label, exact: true }).click();
  for (const name of names) await page.getByRole('menuitemcheckbox', { name, exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
}

test('columns are chosen, survive a restart, scroll within the table, and are reset', async () => {
  const before = await heads();
  await toggle(users.columns.email, users.columns.lines, users.columns.changed, users.columns.mail);
  await expect(running.page.getByRole('columnheader', { name: users.columns.email })).toBeVisible();
  const chosen = await heads();
  expect(chosen).toEqual(
    expect.arrayContaining([users.columns.name, users.columns.email, users.columns.lines, users.columns.changed]),
  );
  expect(chosen).not.toContain(users.columns.mail);
  await expect(running.page.getByRole('row').filter({ hasText: 'ana@example.org' })).toContainText('North line');

  await restart();
  await expect(running.page.getByRole('columnheader', { name: users.columns.email })).toBeVisible();
  expect(await heads()).toEqual(chosen);
  const { page } = running;
  await resize(running, 900, 600);
  const scrolls = await page.evaluate(() => {
    const table = document.querySelector('table');
    const main = document.querySelector('main');
    return {
      table: (table?.parentElement?.scrollWidth ?? 0) > (table?.parentElement?.clientWidth ?? 0),
      page: (main?.scrollWidth ?? 0) > (main?.clientWidth ?? 0),
    };
  });
  expect(scrolls).toEqual({ table: true, page: false });
  await resize(running, 1280, 800);

  await page.getByRole('columnheader', { name: users.columns.email }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: users.columns.email })).toHaveAttribute('aria-sort', 'ascending');
  await goTo(page, '/users');
  await page.getByRole('button', { name: columns.label, exact: true }).click();
  await page.getByRole('menuitem', { name: columns.reset }).click();
  await expect.poll(heads).toEqual(before);
});

test('a view is saved beside the tabs, survives a restart, and restores filters, search and order', async () => {
  await goTo(running.page, '/users?view=pending&search=o&sort=email&desc=1');
  await expect(running.page.getByText(/^1–3 of 3$/)).toBeVisible();
  await running.page.getByRole('button', { name: saved.save }).click();
  const dialog = running.page.getByRole('dialog', { name: saved.title });
  await expect(dialog.getByRole('button', { name: saved.save })).toBeDisabled();
  await dialog.getByRole('textbox', { name: saved.name }).fill('Late answers');
  await running.page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(running.page.getByRole('tab', { name: 'Late answers', selected: true })).toBeVisible();
  const kept = await address();

  await restart();
  const { page } = running;
  await expect(page.getByRole('tab', { name: 'Late answers', selected: true })).toBeVisible();
  await page.getByRole('tab', { name: new RegExp(`^${users.views.all}`) }).click();
  await expect(page.getByText(/^1–4 of 4$/)).toBeVisible();
  expect(await address()).toBe('#/users');
  await page.getByRole('tab', { name: 'Late answers' }).click();
  await expect(page.getByText(/^1–3 of 3$/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: users.search.label })).toHaveValue('o');
  expect(await address()).toBe(kept);
});

test('a saved view is replaced with what is shown, renamed, and removed', async () => {
  const { page } = running;
  const menu = (name: string) => page.getByRole('button', { name: saved.menu(name) });
  await page.getByRole('textbox', { name: users.search.label }).fill('ana');
  await expect(page.getByText(/^1–1 of 1$/)).toBeVisible();
  await menu('Late answers').click();
  await page.getByRole('menuitem', { name: saved.replace }).click();
  await expect(page.getByText(saved.replaced('Late answers'))).toBeVisible();
  await closeToasts(page);
  await page.getByRole('tab', { name: new RegExp(`^${users.views.all}`) }).click();
  await page.getByRole('tab', { name: 'Late answers' }).click();
  await expect(page.getByText(/^1–1 of 1$/)).toBeVisible();

  await menu('Late answers').click();
  await page.getByRole('menuitem', { name: saved.rename }).click();
  const dialog = page.getByRole('dialog', { name: saved.renameTitle });
  await dialog.getByRole('textbox', { name: saved.name }).fill('Ana');
  await dialog.getByRole('button', { name: saved.rename }).click();
  await expect(page.getByRole('tab', { name: 'Ana', selected: true })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Late answers' })).toHaveCount(0);
  await expect(page.getByText(/^1–1 of 1$/)).toBeVisible();

  await page.getByRole('button', { name: saved.save }).click();
  const again = page.getByRole('dialog', { name: saved.title });
  await again.getByRole('textbox', { name: saved.name }).fill('Ana');
  await expect(again.getByText(saved.replaces)).toBeVisible();
  await again.getByRole('button', { name: common.cancel }).click();

  await menu('Ana').click();
  await page.getByRole('menuitem', { name: saved.remove }).click();
  await expect(page.getByText(saved.removed('Ana'))).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Ana' })).toHaveCount(0);
  await expect(page.getByText(/^1–4 of 4$/)).toBeVisible();
  await closeToasts(page);
});

test('Guests and Inbox agents say what they are while they have nobody, with a way to invite', async () => {
  const { page } = running;
  const dialog = page.getByRole('dialog');
  for (const [place, text, invite] of [
    ['/guests', views.guests.text, words.guests.invite.action],
    ['/inbox-agents', views.agents.text, views.agents.invite],
  ] as const) {
    await goTo(page, place);
    await expect(page.getByText(text)).toBeVisible();
    await page.getByRole('tabpanel').getByRole('button', { name: invite }).click();
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
});

test('filters, menus, selection, dialogs and results are accessible, light and dark, at 900 × 600', async () => {
  test.setTimeout(240_000);
  const { page } = running;
  const dialog = page.getByRole('dialog');
  const away = async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('menu')).toHaveCount(0);
  };
  await resize(running, 900, 600);
  await goTo(page, '/users?view=pending');
  await expect(page.getByText(/^1–3 of 3$/)).toBeVisible();
  await check(running, 'pending users');
  await page.getByRole('button', { name: filters.role }).click();
  await expect(dialog).toBeVisible();
  await check(running, 'filter');
  await away();
  for (const name of [views.sort.label, columns.label, filters.moreLabel]) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    // what is below an open menu is covered by it
    await scan(page, name);
    await away();
  }
  await page.getByRole('button', { name: saved.save }).click();
  await expect(dialog).toBeVisible();
  await check(running, 'save view');
  await away();
  await page.getByRole('checkbox', { name: views.selectPage }).click();
  const bar = page.getByRole('region', { name: views.selection.label });
  await check(running, 'selection');
  const deed = (name: string) => bar.getByRole('button', { name, exact: true });
  for (const name of [views.deeds.teams, views.deeds.remove]) {
    await deed(name).click();
    await expect(dialog).toBeVisible();
    await check(running, name);
    await away();
  }
  await deed(views.deeds.reinvite).click();
  await dialog.getByRole('button', { name: views.ask.reinvite.confirm(3) }).click();
  await expect(dialog.getByText(jobs.allDone)).toBeVisible();
  await check(running, 'result');
  await away();
  for (const place of ['/pending', '/guests', '/inbox-agents'] as const) {
    await goTo(page, place);
    await expect(page.getByRole('tab', { selected: true })).toBeVisible();
    await check(running, place);
  }
});
