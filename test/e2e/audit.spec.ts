import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { temporaryFolder } from './support/app.ts';
import { look, saveTo } from './support/look.ts';
import { type Started, startWithOrganization } from './support/started.ts';
import { callCore, closeToasts, goTo, owner, words } from './support/steps.ts';

test.describe.configure({ mode: 'serial' });

let started: Started;
let place: ReturnType<typeof temporaryFolder>;
const { audit, jobs, views, common } = words;
const { list: say } = audit;
const { filters } = say;

test.beforeAll(async () => {
  place = temporaryFolder();
  started = await startWithOrganization();
  const { page, organizationId } = started;
  await callCore(page, 'teams.create', { organizationId, name: 'Night shift' });
  await callCore(page, 'teams.create', { organizationId, name: '=1+1' });
  await callCore(page, 'invitations.send', {
    organizationId,
    entries: ['ana', 'ben'].map((name) => ({ email: `${name}@example.org`, roles: ['Member'] })),
  });
});
test.afterAll(async () => {
  await started?.close();
  place.remove();
});

const rows = () => started.page.locator('tr[data-row]');
const filter = (what: string) =>
  started.page.getByRole('region', { name: filters.label }).getByRole('button', { name: new RegExp(`^${what}(:|$)`) });
const hash = () => started.page.evaluate(() => location.hash);

test('the log is filtered by who, what, to whom, outcome and dates, searched, and restored from its address', async () => {
  const { running, page } = started;
  await goTo(page, '/audit');
  await expect(rows().filter({ hasText: 'ana@example.org' })).toHaveCount(1);
  await look(running, 'audit');

  // what: found by its words, by keyboard alone
  await filter(filters.what).focus();
  await page.keyboard.press('Enter');
  const find = page.getByRole('textbox', { name: views.filters.find(filters.what) });
  await expect(find).toBeFocused();
  await page.keyboard.type('added a team');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await look(running, 'audit-what');
  await page.keyboard.press('Escape');
  await expect(filter(filters.what)).toBeFocused();
  await expect(rows()).toHaveCount(2);
  expect(await hash()).toBe('#/audit?what=teams.create');
  await expect(filter(filters.what)).toHaveText(views.filters.one(filters.what, audit.deeds['teams.create']));

  await page.getByRole('textbox', { name: say.search.label }).fill('NIGHT');
  await expect(rows()).toHaveCount(1);
  await page.reload();
  await expect(rows()).toHaveCount(1);
  await expect(page.getByRole('textbox', { name: say.search.label })).toHaveValue('NIGHT');
  await page.getByRole('button', { name: say.clear }).click();
  expect(await hash()).toBe('#/audit');

  await filter(filters.target).click();
  await page.getByRole('textbox', { name: filters.target, exact: true }).fill('ben@example.org');
  await page.keyboard.press('Enter');
  await expect(rows()).toHaveCount(1);
  await page.keyboard.press('Escape');
  await filter(filters.who).click();
  await page.getByRole('checkbox', { name: owner.email }).check();
  await page.keyboard.press('Escape');
  await expect(rows()).toHaveCount(1);
  await filter(filters.outcome).click();
  await page.getByRole('checkbox', { name: audit.outcomes.denied }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByText(say.noMatch)).toBeVisible();
  await page.goBack();
  await expect(rows()).toHaveCount(1);
  await page.getByRole('button', { name: say.clear }).click();

  await filter(filters.dates).click();
  await page.getByLabel(filters.to, { exact: true }).fill('2020-01-01');
  await expect(page.getByText(say.noMatch)).toBeVisible();
  await look(running, 'audit-dates');
  await page.getByLabel(filters.to, { exact: true }).fill('');
  await page.getByLabel(filters.from, { exact: true }).fill('2020-01-01');
  await page.keyboard.press('Escape');
  await expect(rows().filter({ hasText: 'ana@example.org' })).toHaveCount(1);
  await expect(filter(filters.dates)).toHaveText(views.filters.one(filters.dates, filters.since('1 Jan 2020')));
});

test('what the filters show is exported as CSV and as a workbook, harmless to a spreadsheet', async () => {
  const { running, page } = started;
  await goTo(page, '/audit?what=teams.create');
  await expect(rows()).toHaveCount(2);
  await page.getByRole('button', { name: say.export }).click();
  const dialog = page.getByRole('dialog', { name: say.done(2) });
  await expect(dialog.getByText(jobs.allDone)).toBeVisible();
  await look(running, 'audit-export');
  const csv = path.join(place.folder, 'audit.csv');
  await saveTo(running, csv);
  await dialog.getByRole('button', { name: jobs.saveFile }).click();
  await expect(page.getByText(jobs.saved(csv))).toBeVisible();
  const [head, ...lines] = readFileSync(csv, 'utf8').replace('\uFEFF', '').trimEnd().split('\r\n');
  expect(head?.split(/[,;]/)).toEqual(Object.values(say.columns));
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('Night shift');
  // a formula would stand at the beginning of a cell
  expect(lines[0]).not.toMatch(/(^|[,;])"?=/);
  await closeToasts(page);
  const book = path.join(place.folder, 'audit.xlsx');
  await saveTo(running, book);
  await dialog.getByText(jobs.format.xlsx, { exact: true }).click();
  await dialog.getByRole('button', { name: jobs.saveFile }).click();
  await expect(page.getByText(jobs.saved(book))).toBeVisible();
  const sheet = Buffer.from(unzipSync(readFileSync(book))['xl/worksheets/sheet1.xml'] ?? []).toString();
  expect(sheet).toContain('Night shift');
  expect(sheet).not.toContain('<f>');
  await dialog.getByRole('button', { name: common.close }).last().click();
});
