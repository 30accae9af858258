import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { OutputOf } from '#contract/index.ts';
import { given, sheetXml, workbook } from '../support/workbook.ts';
import { temporaryFolder } from './support/app.ts';
import { look as lookAt, saveTo as saveNext } from './support/look.ts';
import { type Started, startWithOrganization } from './support/started.ts';
import { callCore, closeToasts, owner, words } from './support/steps.ts';

test.describe.configure({ mode: 'serial' });

let started: Started;
let saved: ReturnType<typeof temporaryFolder>;
const { users, imports, invitations, common } = words;

test.beforeAll(async () => {
  saved = temporaryFolder();
  started = await startWithOrganization();
  const { page, organizationId } = started;
  for (const name of ['Freight', 'Depot']) await callCore(page, 'teams.create', { organizationId, name });
  await callCore(page, 'groups.create', { organizationId, name: 'Night shift' });
});
test.afterAll(async () => {
  await started?.close();
  saved.remove();
});

const dialog = () => started.page.getByRole('dialog', { name: imports.title });
const button = (name: string | RegExp) => dialog().getByRole('button', { name, exact: typeof name === 'string' });
const column = (heading: string) => dialog().getByLabel(imports.columns.use(heading));
const status = (text: string | RegExp) => dialog().getByRole('status').filter({ hasText: text });

async function openImport(): Promise<void> {
  const { page } = started;
  await page.getByRole('button', { name: users.add.more }).click();
  await page.getByRole('menuitem', { name: users.add.import }).click();
  await expect(button(imports.file.choose)).toBeFocused();
}
async function chooseFile(name: string, bytes: Buffer): Promise<void> {
  const file = path.join(saved.folder, name);
  writeFileSync(file, bytes);
  await dialog().locator('input[type=file]').setInputFiles(file);
}

const look = (name: string) => lookAt(started.running, name);
/** The next file that is saved goes there. */
async function saveTo(name: string): Promise<string> {
  const file = path.join(saved.folder, name);
  await saveNext(started.running, file);
  return file;
}

const list = [
  'Mail;Vorname;Nachname;Abteilung;Gruppe;Rolle;Anmerkung',
  'zoe@example.org;Zoë;Müller;Freight;Night shift;Member;neu',
  'bo@example.org;Bo;Lee;Depot;;;',
  `${owner.email};Olive;Owner;;;;`,
  'fatou@gmail.com;Fatou;Ba;;;;',
  'cy@example.org;Cy;Roe;Nowhere;;;=1+1',
  '=cmd|calc;Eve;Evil;;;;',
].join('\r\n');
/** As Excel on Windows writes it. */
const windowsList = Buffer.from(list, 'latin1');

test('a CSV file from Excel goes through columns, check and sending, and its result is saved as a file', async () => {
  const { page, organizationId } = started;
  await openImport();
  await look('import-file');
  await chooseFile('staff.csv', windowsList);
  await expect(status(/staff\.csv · 6 rows · Windows-1252, separated by semicolons/)).toBeVisible();
  for (const [heading, field] of [
    ['Mail', 'email'],
    ['Vorname', 'first'],
    ['Nachname', 'last'],
    ['Abteilung', 'teams'],
    ['Gruppe', 'groups'],
    ['Rolle', 'roles'],
    ['Anmerkung', 'none'],
  ] as const)
    await expect(column(heading)).toHaveValue(field);
  await expect(dialog().getByRole('cell', { name: 'Zoë' })).toBeVisible();
  await look('import-columns');
  await button(imports.columns.next).click();

  const rows = dialog().getByRole('grid', { name: imports.check.rowsLabel });
  await expect(rows.getByRole('row')).toHaveCount(3);
  await expect(rows).toContainText('there is no team “Nowhere”');
  await look('import-check');
  await dialog().getByRole('button', { name: /^All/ }).click();
  await expect(rows.getByRole('row')).toHaveCount(6);
  await expect(button(/Invite 2 people/)).toBeEnabled();
  await page.keyboard.press('Control+Enter');

  await expect(status(invitations.result.title(2))).toBeVisible();
  await look('import-result');
  const file = await saveTo('result.csv');
  await button(imports.result.save).click();
  await expect.poll(() => existsSync(file)).toBe(true);
  await expect(page.getByText(words.jobs.saved(file))).toBeVisible();
  expect(readFileSync(file, 'utf8').trimEnd().split('\r\n')).toEqual([
    '\uFEFFRow,E-mail,Outcome,Reason',
    '2,zoe@example.org,Invited,',
    '3,bo@example.org,Invited,',
    `4,${owner.email},Skipped,Already a member`,
    '5,fatou@gmail.com,Refused,Refused: free e-mail provider',
    '6,cy@example.org,Refused,Refused: there is no team “Nowhere”',
    expect.stringMatching(/^7,'=cmd\|calc,Refused,Refused: /),
  ]);
  await button(common.done).click();
  await closeToasts(page);
  const { rows: found } = await callCore<OutputOf<'users.list'>>(page, 'users.list', {
    organizationId,
    search: 'zoe@',
  });
  expect(found).toMatchObject([
    { name: 'Zoë Müller', teams: [{ name: 'Freight' }], groups: [{ name: 'Night shift' }] },
  ]);
});

test('how the columns of a list were read is remembered for the next one like it; a field belongs to one column', async () => {
  await openImport();
  const text = 'Code,Contact,Reply to\nx1,ana@example.org,other@example.org\n';
  await chooseFile('codes.csv', Buffer.from(text));
  await expect(column('Contact')).toHaveValue('email');
  await column('Reply to').selectOption('email');
  await expect(column('Contact')).toHaveValue('none');
  await column('Code').selectOption('name');
  await button(imports.columns.next).click();
  await expect(status('1 new')).toBeVisible();
  await button(imports.check.back).click();
  await button(imports.columns.other).click();
  await chooseFile('codes again.csv', Buffer.from(text.replaceAll('other@', 'bea@')));
  await expect(status(imports.columns.remembered)).toBeVisible();
  await expect(column('Reply to')).toHaveValue('email');
  await expect(column('Contact')).toHaveValue('none');
  await expect(column('Code')).toHaveValue('name');
  await started.page.keyboard.press('Escape');
  await started.page.getByRole('button', { name: imports.leave.close }).click();
  await expect(dialog()).toHaveCount(0);
});

test('a workbook is dropped on the page; another sheet and another line of headings can be chosen', async () => {
  const { page, organizationId } = started;
  const bytes = workbook({
    Notes: sheetXml([['Nothing here'], ['really']]),
    Staff: sheetXml([
      ['E-mail', 'Name'],
      ['dan@example.org', 'Dan Roe'],
    ]),
  });
  const transfer = await page.evaluateHandle((base64) => {
    const data = new DataTransfer();
    const letters = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    data.items.add(new File([letters], 'staff.xlsx'));
    return data;
  }, given(bytes).base64);
  await page.dispatchEvent('#content', 'dragover', { dataTransfer: transfer });
  await expect(page.getByText(imports.file.dropHere)).toBeVisible();
  await page.dispatchEvent('#content', 'drop', { dataTransfer: transfer });
  await expect(status(/staff\.xlsx · 2 rows/)).toBeVisible();
  await expect(button(imports.columns.next)).toHaveAttribute('aria-disabled', 'true');
  await dialog().getByLabel(imports.columns.sheet).selectOption({ label: 'Staff' });
  await expect(status(/staff\.xlsx · 1 row/)).toBeVisible();
  await dialog().getByLabel(imports.columns.headingLabel).selectOption({ label: imports.columns.noHeading });
  await expect(status(/staff\.xlsx · 2 rows/)).toBeVisible();
  await dialog()
    .getByLabel(imports.columns.headingLabel)
    .selectOption({ label: imports.columns.heading(1) });
  await expect(column('Name')).toHaveValue('name');
  await button(imports.columns.next).click();
  await expect(button(/^Invite 1/)).toBeEnabled();
  await button(common.close).click();
  // nobody is invited behind the question
  await expect(page.getByRole('button', { name: imports.leave.stay })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: imports.leave.close }).click();
  await expect(dialog()).toHaveCount(0);
  const { total } = await callCore<OutputOf<'users.list'>>(page, 'users.list', { organizationId, search: 'dan@' });
  expect(total).toBe(0);
});

test('a file that cannot be used says why, and another one can be given', async () => {
  const { page, organizationId } = started;
  const before = await callCore(page, 'users.counts', { organizationId });
  await openImport();
  for (const [name, bytes, fault, facts] of [
    ['broken.xlsx', workbook({ S: sheetXml([['x']]) }).subarray(0, 300), 'broken', {}],
    ['large.csv', Buffer.alloc(21 * 1024 * 1024, 'a'), 'too-large', { limit: 20 * 1024 * 1024 }],
    ['long.csv', Buffer.from('a@example.org\n'.repeat(100_001)), 'too-many-rows', { limit: 100_000 }],
    ['photo.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-a-table', {}],
  ] as const) {
    await chooseFile(name, bytes);
    await expect(status(imports.problem(fault, facts))).toBeVisible();
  }
  const file = await saveTo('people.csv');
  await button(imports.file.template).click();
  await expect.poll(() => existsSync(file)).toBe(true);
  await closeToasts(page);
  await chooseFile(
    'people.csv',
    Buffer.concat([readFileSync(file), Buffer.from('ed@example.org,Ed Low,,,Member,,,\r\n')]),
  );
  await expect(status(/people\.csv · 1 row/)).toBeVisible();
  for (const field of Object.values(imports.fields)) await expect(column(field)).not.toHaveValue('none');
  await button(common.close).click();
  await page.getByRole('button', { name: imports.leave.close }).click();
  expect(await callCore(page, 'users.counts', { organizationId })).toEqual(before);
});

test('sending a long list stops when it is cancelled, and its result says how far it got', async () => {
  const { page, organizationId } = started;
  const pendingNow = async () =>
    (await callCore<OutputOf<'users.counts'>>(page, 'users.counts', { organizationId })).pending;
  const before = await pendingNow();
  const rows = Array.from({ length: 3000 }, (_, n) => `many${n}@example.org,Many ${n}`);
  await openImport();
  await chooseFile('many.csv', Buffer.from(['E-mail,Name', ...rows].join('\n')));
  await button(imports.columns.next).click();
  await button(/Invite 3,000 people/).click();
  await button(common.cancel).click();
  await expect(status(imports.result.stopped)).toBeVisible({ timeout: 30_000 });
  const invited = (await pendingNow()) - before;
  expect(invited).toBeGreaterThan(0);
  expect(invited).toBeLessThan(3000);
  const file = await saveTo('stopped.csv');
  await button(imports.result.save).click();
  await expect.poll(() => existsSync(file)).toBe(true);
  const outcomes = readFileSync(file, 'utf8')
    .split('\r\n')
    .filter((line) => line.endsWith(',Invited,'));
  expect(outcomes.length).toBe(invited);
  await button(common.done).click();
});
