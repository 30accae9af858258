import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import type { OutputOf } from '#contract/index.ts';
import { exportColumns } from '#contract/vocabulary/users.ts';
import { readXlsx } from '../../src-main/features/import/xlsx/read.ts';
import { type RunningApp, startApp, temporaryFolder } from './support/app.ts';
import { saveTo } from './support/look.ts';
import { callCore, closeToasts, createOrganization, goTo, organizationIdOf, owner, words } from './support/steps.ts';

test.describe.configure({ mode: 'serial' });

let place: ReturnType<typeof temporaryFolder>;
let running: RunningApp;
let organizationId: number;
const { users, views, jobs, common } = words;
const email = (n: number) => `person${String(n).padStart(2, '0')}@example.org`;

test.beforeAll(async () => {
  place = temporaryFolder();
  running = await startApp(path.join(place.folder, 'profile'));
  const { page } = running;
  await createOrganization(page, 'Example Logistics');
  organizationId = await organizationIdOf(page);
  for (const name of ['Night shift', 'Day shift']) await callCore(page, 'teams.create', { organizationId, name });
  for (const name of ['Yard', 'Quay']) await callCore(page, 'groups.create', { organizationId, name });
  await callCore(page, 'products.create', { organizationId, name: 'Planner' });
  await callCore(page, 'lines.create', { organizationId, name: 'North line' });
  const entries = Array.from({ length: 60 }, (_, i) => ({
    email: email(i),
    name: i === 0 ? '=HYPERLINK("x")' : `Person ${String(i).padStart(2, '0')}`,
    roles: ['Member'],
    teams: ['Day shift'],
  }));
  await callCore(page, 'invitations.send', { organizationId, entries });
  await expect(page.getByText(/^1–50 of 61$/)).toBeVisible();
});
test.afterAll(async () => {
  await running?.close();
  place.remove();
});

const people = async (filter: object = {}) =>
  (await callCore<OutputOf<'users.list'>>(running.page, 'users.list', { organizationId, limit: 200, ...filter })).rows;
const rowOf = (n: number) => running.page.getByRole('row').filter({ hasText: email(n) });
const tick = (n: number) => rowOf(n).getByRole('checkbox');
const bar = () => running.page.getByRole('region', { name: views.selection.label });
const deed = (name: string) => bar().getByRole('button', { name, exact: true });
const dialog = () => running.page.getByRole('dialog');
const selected = (n: number) => expect(bar().getByText(views.selection.selected(n), { exact: true })).toBeVisible();

async function choose(field: string, option: string): Promise<void> {
  const box = dialog().getByRole('combobox', { name: field });
  await box.click();
  await box.fill(option);
  await running.page.getByRole('option', { name: option, exact: true }).click();
  await box.press('Escape');
}
async function result(title: string): Promise<Locator> {
  await expect(dialog().getByRole('heading', { name: title })).toBeVisible();
  return dialog();
}
async function close(): Promise<void> {
  // the dialog that asked may still be fading, with a button of that name, too
  await expect(dialog()).toHaveCount(1);
  await dialog().getByRole('button', { name: common.close, exact: true }).last().click();
  await expect(dialog()).toHaveCount(0);
}

test('a click selects, Shift selects all in between, and the selection survives paging and another order', async () => {
  const { page } = running;
  await tick(3).click();
  await tick(6).click({ modifiers: ['Shift'] });
  await selected(4);
  await tick(5).click();
  await selected(3);
  await page.getByRole('button', { name: users.pager.next }).click();
  await expect(page.getByText(/^51–61 of 61$/)).toBeVisible();
  await tick(55).click();
  await selected(4);
  await bar().getByRole('button', { name: views.selection.clear }).waitFor();
  await page.getByRole('button', { name: users.pager.previous }).click();
  await page.getByRole('columnheader', { name: users.columns.name }).getByRole('button').click();
  await expect(rowOf(55)).toBeVisible();
  await expect(tick(55)).toBeChecked();
  await selected(4);
  await page.getByRole('columnheader', { name: users.columns.name }).getByRole('button').click();
  await expect(tick(4)).toBeChecked();
  await expect(tick(5)).not.toBeChecked();
  await bar().getByRole('button', { name: views.selection.clear }).click();
  await expect(bar()).toHaveCount(0);
  await expect(tick(4)).not.toBeChecked();
});

test('the keyboard alone selects, extends, selects the page, then all that match, and deselects', async () => {
  const { page } = running;
  await rowOf(1).focus();
  await page.keyboard.press(' ');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await selected(3);
  await expect(rowOf(3)).toBeFocused();
  await page.keyboard.press('Control+a');
  await selected(50);
  await expect(page.getByRole('checkbox', { name: views.selectPage })).toBeChecked();
  await page.keyboard.press('Control+Shift+A');
  await selected(61);
  await page.keyboard.press(' ');
  await selected(60);
  await page.keyboard.press('Escape');
  await expect(bar()).toHaveCount(0);
  await expect(rowOf(3)).toBeFocused();
});

test('teams are added to and taken from the people selected, each named in the result', async () => {
  await tick(1).click();
  await tick(2).click();
  await deed(views.deeds.teams).click();
  await expect(dialog().getByRole('heading', { name: views.change.title(views.deeds.teams, 2) })).toBeVisible();
  await expect(dialog().getByRole('button', { name: views.change.confirm(2) })).toBeDisabled();
  await choose(views.change.add, 'Night shift');
  await choose(views.change.take, 'Day shift');
  await dialog()
    .getByRole('button', { name: views.change.confirm(2) })
    .click();
  const shown = await result(jobs.done['users.updateMany'](2));
  await expect(shown.getByText(email(1))).toBeVisible();
  await expect(shown.getByText(email(2))).toBeVisible();
  await close();
  await expect(bar()).toHaveCount(0);
  const changed = (await people()).filter((row) => row.teams.some((team) => team.name === 'Night shift'));
  expect(changed.map((row) => [row.email, row.teams.map((team) => team.name)])).toEqual([
    [email(1), ['Night shift']],
    [email(2), ['Night shift']],
  ]);
  await expect(rowOf(1)).toContainText('Night shift');
});

test('roles, groups, products and lines change the same way', async () => {
  const { page } = running;
  for (const [what, name] of [
    ['roles', 'Auditor'],
    ['groups', 'Quay'],
    ['products', 'Planner'],
    ['lines', 'North line'],
  ] as const) {
    await tick(3).click();
    if (what === 'lines') {
      await deed(views.selection.more).click();
      await page.getByRole('menuitem', { name: views.deeds.lines }).click();
    } else await deed(views.deeds[what]).click();
    await choose(views.change.add, name);
    await dialog()
      .getByRole('button', { name: views.change.confirm(1) })
      .click();
    await result(jobs.done['users.updateMany'](1));
    await close();
    const row = (await people()).find((person) => person.email === email(3));
    expect(row?.[what].map((one) => one.name)).toContain(name);
  }
});

test('people for whom it fails are listed with the reason, and the others go through', async () => {
  const { page } = running;
  await goTo(page, '/users?sort=email');
  await rowOf(4).waitFor();
  const mine = page.getByRole('row').filter({ hasText: owner.email });
  await mine.getByRole('checkbox').click();
  await tick(4).click();
  await deed(views.deeds.reinvite).click();
  await expect(dialog().getByText(views.ask.reinvite.text)).toBeVisible();
  await dialog()
    .getByRole('button', { name: views.ask.reinvite.confirm(2) })
    .click();
  const shown = await result(jobs.done['invitations.reinviteMany'](1));
  await expect(shown.getByText(jobs.failed(1), { exact: true })).toBeVisible();
  await expect(shown.getByRole('tab', { name: `${jobs.items.failed} 1`, selected: true })).toBeVisible();
  await expect(shown.getByText(words.errors.table['not-pending']({ email: owner.email }))).toBeVisible();
  await shown.getByRole('tab', { name: `${jobs.items.done} 1`, exact: true }).click();
  await expect(shown.getByText(email(4))).toBeVisible();
  await close();
  await goTo(page, '/users');
});

test('revoking asks first, with the focus on Keep, and says that it is final', async () => {
  const { page } = running;
  await goTo(page, '/pending');
  await tick(7).click();
  await tick(8).click();
  await deed(views.deeds.revoke).click();
  await expect(dialog().getByRole('heading', { name: views.ask.revoke.title(2) })).toBeVisible();
  await expect(dialog()).toContainText('cannot be undone');
  await expect(dialog().getByRole('button', { name: views.ask.revoke.keep })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog()).toHaveCount(0);
  expect(await people({ statuses: ['revoked'] })).toEqual([]);
  await selected(2);
  await deed(views.deeds.revoke).click();
  await dialog()
    .getByRole('button', { name: views.ask.revoke.confirm(2) })
    .click();
  await result(jobs.done['invitations.revokeMany'](2));
  await close();
  await expect(rowOf(7)).toHaveCount(0);
  expect((await people({ statuses: ['revoked'] })).map((row) => row.email)).toEqual([email(7), email(8)]);
});

test('all that match are removed except those deselected by hand, and history keeps them', async () => {
  const { page } = running;
  await goTo(page, '/users?search=person1');
  await expect(page.getByText(/^1–10 of 10$/)).toBeVisible();
  await tick(10).click();
  await bar()
    .getByRole('button', { name: views.selection.all(10, false) })
    .click();
  await selected(10);
  await tick(12).click();
  await selected(9);
  await deed(views.deeds.remove).click();
  await expect(dialog().getByRole('button', { name: views.ask.remove.keep })).toBeFocused();
  await dialog()
    .getByRole('button', { name: views.ask.remove.confirm(9) })
    .click();
  await result(jobs.done['users.removeMany'](9));
  await close();
  await expect(page.getByText(/^1–1 of 1$/)).toBeVisible();
  await expect(rowOf(12)).toBeVisible();
  await goTo(page, '/users?search=person1&status=removed,revoked');
  await expect(page.getByText(/^1–9 of 9$/)).toBeVisible();
});

test('an export is saved where the person says, with titles, CRLF, a byte order mark for Excel, and no formula', async () => {
  const { page } = running;
  const file = path.join(place.folder, 'people.csv');
  await running.app.evaluate(({ dialog: native }, filePath) => {
    const kept = globalThis as unknown as { suggested: string };
    native.showSaveDialog = async (...given: unknown[]) => {
      kept.suggested = (given.at(-1) as { defaultPath: string }).defaultPath;
      return { canceled: false, filePath };
    };
  }, file);
  await goTo(page, '/users?search=person0');
  await expect(page.getByText(/^1–8 of 8$/)).toBeVisible();
  await page.getByRole('button', { name: views.deeds.export, exact: true }).click();
  await result(jobs.done['users.exportMany'](8));
  await dialog().getByRole('button', { name: jobs.saveFile }).click();
  await expect(page.getByText(jobs.saved(file))).toBeVisible();
  await close();
  await closeToasts(page);
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\r\n');
  expect(lines[0]).toBe(`\uFEFF${exportColumns.map((column) => jobs.exportColumns[column]).join(',')}`);
  expect(lines).toHaveLength(10);
  expect(lines.at(-1)).toBe('');
  expect(lines.find((line) => line.includes(email(0)))).toMatch(/^"'=HYPERLINK/);
  const suggested = await running.app.evaluate(() => (globalThis as unknown as { suggested: string }).suggested);
  expect(suggested).toMatch(/^users-\d{4}-\d\d-\d\d\.csv$/);
});

test('an export can be a workbook of text, and the choice is remembered', async () => {
  const { page } = running;
  const file = path.join(place.folder, 'people.xlsx');
  await saveTo(running, file);
  await goTo(page, '/users?search=person00');
  await expect(page.getByText(/^1–1 of 1$/)).toBeVisible();
  const format = () => dialog().getByRole('radiogroup', { name: jobs.format.label });
  await page.getByRole('button', { name: views.deeds.export, exact: true }).click();
  await result(jobs.done['users.exportMany'](1));
  await expect(format().getByRole('radio', { name: jobs.format.csv })).toBeChecked();
  await format().getByRole('radio', { name: jobs.format.csv }).press('ArrowRight');
  await expect(format().getByRole('radio', { name: jobs.format.xlsx })).toBeChecked();
  await dialog().getByRole('button', { name: jobs.saveFile }).click();
  await expect(page.getByText(jobs.saved(file))).toBeVisible();
  await close();
  await closeToasts(page);
  const { table } = await readXlsx(readFileSync(file), 0);
  expect(table.rows[0]?.cells).toEqual(exportColumns.map((column) => jobs.exportColumns[column]));
  expect(table.rows).toHaveLength(2);
  expect(table.rows.map(({ cells }) => cells.slice(0, 2))).toContainEqual(['=HYPERLINK("x")', email(0)]);

  await page.getByRole('button', { name: views.deeds.export, exact: true }).click();
  await result(jobs.done['users.exportMany'](1));
  await expect(format().getByRole('radio', { name: jobs.format.xlsx })).toBeChecked();
  await format().getByRole('radio', { name: jobs.format.xlsx }).press('ArrowLeft');
  await close();
});

test('a file that cannot be written says why, and cancelling writes none', async () => {
  const { page } = running;
  const nowhere = path.join(place.folder, 'no-such-folder', 'people.csv');
  const answer = (filePath: string, canceled: boolean) =>
    running.app.evaluate(
      ({ dialog: native }, reply) => {
        native.showSaveDialog = async () => reply;
      },
      { canceled, filePath },
    );
  await goTo(page, '/users?search=person');
  await answer(nowhere, false);
  await tick(1).click();
  await deed(views.deeds.export).click();
  await result(jobs.done['users.exportMany'](1));
  await dialog().getByRole('button', { name: jobs.saveFile }).click();
  await expect(
    page.getByText(words.errors.table['file-unreadable']({ file: nowhere, detail: 'ENOENT' })),
  ).toBeVisible();
  await closeToasts(page);
  const unwanted = path.join(place.folder, 'unwanted.csv');
  await answer(unwanted, true);
  await dialog().getByRole('button', { name: jobs.saveFile }).click();
  await expect(dialog().getByRole('button', { name: jobs.saveFile })).toBeEnabled();
  expect(existsSync(unwanted)).toBe(false);
  await close();
  await selected(1);
});
