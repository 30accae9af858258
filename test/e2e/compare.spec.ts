import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { OutputOf } from '#contract/index.ts';
import { sheetXml, workbook } from '../support/workbook.ts';
import { temporaryFolder } from './support/app.ts';
import { look, saveTo } from './support/look.ts';
import { type Started, startWithOrganization } from './support/started.ts';
import { callCore, closeToasts, expectOff, owner, words } from './support/steps.ts';

test.describe.configure({ mode: 'serial' });

let started: Started;
let saved: ReturnType<typeof temporaryFolder>;
const { users, imports, compare, invitations, views, jobs, common } = words;

test.beforeAll(async () => {
  saved = temporaryFolder();
  started = await startWithOrganization();
  const { page, organizationId } = started;
  await callCore(page, 'teams.create', { organizationId, name: 'Freight' });
  await callCore(page, 'invitations.send', {
    organizationId,
    entries: ['Ana Silva', 'Bo Lee', 'Cy Roe'].map((name) => ({ email: address(name), name, roles: ['Member'] })),
  });
  await callCore(page, 'guests.invite', { organizationId, emails: ['gil@example.net'] });
});
test.afterAll(async () => {
  await started?.close();
  saved.remove();
});

const address = (name: string) => `${name.split(' ')[0]?.toLowerCase()}@example.org`;
const list = [
  'E-mail,Name,Team',
  'ANA@example.org,Ana Silva,',
  `${owner.email},Olive,`,
  'zoe@example.org,Zoë Müller,Freight',
  'dan@example.org,"=cmd|calc",',
  'gil@example.net,Gil,',
  'nobody,=1+1,',
].join('\n');

const dialog = () => started.page.getByRole('dialog', { name: compare.title });
const button = (name: string | RegExp) => dialog().getByRole('button', { name, exact: typeof name === 'string' });
const tab = (name: keyof typeof compare.tabs) => dialog().getByRole('tab', { name: compare.tabs[name] });
const rows = (name: keyof typeof compare.tabs) =>
  dialog().getByRole('grid', { name: compare.tabs[name] }).getByRole('row');

async function open(): Promise<void> {
  const { page } = started;
  await page.getByRole('button', { name: users.add.more }).click();
  await page.getByRole('menuitem', { name: users.add.compare }).click();
  await expect(button(imports.file.choose)).toBeFocused();
}
async function choose(name: string, text: string | Buffer): Promise<void> {
  const file = path.join(saved.folder, name);
  writeFileSync(file, text);
  await dialog().locator('input[type=file]').setInputFiles(file);
}
async function compared(): Promise<void> {
  await open();
  await choose('staff.csv', list);
  await button(compare.compare).click();
  await expect(tab('missing')).toBeVisible();
}

test('who counts as being here is chosen, and stays chosen; a file that cannot be read says why', async () => {
  const { running, page } = started;
  await open();
  await choose('broken.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  await expect(dialog().getByText(imports.problem('not-a-table', {}))).toBeVisible();
  await choose('staff.csv', list);
  const box = (name: string) => dialog().getByRole('checkbox', { name, exact: true });
  const { kind } = compare.here;
  for (const [name, checked] of [
    [kind.user, true],
    [kind.guest, false],
    [kind['inbox-agent'], false],
    [users.statuses.active, true],
    [users.statuses.pending, true],
    [users.statuses.expired, false],
    [users.statuses.suspended, true],
  ] as const)
    await expect(box(name)).toBeChecked({ checked });
  await look(running, 'compare-columns');
  await box(kind.user).focus();
  await page.keyboard.press('Space');
  await expectOff(page, button(compare.compare), compare.nobodyHere);
  await box(kind.user).check();
  await button(compare.compare).click();
  await expect(tab('missing')).toHaveText(`${compare.tabs.missing} 3`);

  await button(compare.change).click();
  await box(kind.guest).check();
  await button(compare.compare).click();
  await expect(dialog().getByRole('status')).toHaveText(
    compare.comparedWith(['user', 'guest'], ['active', 'pending', 'suspended']),
  );
  await expect(tab('missing')).toHaveText(`${compare.tabs.missing} 2`);
  await expect(rows('missing')).toHaveText([/Zoë Müller.*Row 4/, /=cmd\|calc.*Row 5/]);
  await look(running, 'compare-missing');
  await tab('missing').focus();
  await page.keyboard.press('ArrowRight');
  await expect(rows('surplus')).toHaveText([/Bo Lee/, /Cy Roe/]);
  await page.keyboard.press('ArrowRight');
  await expect(rows('both')).toHaveText([/ana@example.org.*Row 2/, /Olive Owner.*Row 3/, /gil@example.net.*Row 6/]);
  await page.keyboard.press('ArrowRight');
  await expect(rows('unreadable')).toHaveText([/nobody.*Row 7/]);
  await button(compare.other).click();
  await choose('staff.csv', list);
  await expect(box(kind.guest)).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(dialog()).toHaveCount(0);
});

test('the result is saved as a file in which no spreadsheet finds a formula', async () => {
  const { running, page } = started;
  await compared();
  const file = path.join(saved.folder, 'comparison.csv');
  await saveTo(running, file);
  await button(compare.save).click();
  await expect(page.getByText(jobs.saved(file))).toBeVisible();
  expect(readFileSync(file, 'utf8').trimEnd().split('\r\n')).toEqual([
    '\uFEFFResult,Row,E-mail,Name,Reason',
    'Missing here,4,zoe@example.org,Zoë Müller,',
    "Missing here,5,dan@example.org,'=cmd|calc,",
    'Missing here,6,gil@example.net,Gil,',
    'Not on the list,,bo@example.org,Bo Lee,',
    'Not on the list,,cy@example.org,Cy Roe,',
    'On both,2,ana@example.org,Ana Silva,',
    `On both,3,${owner.email},${owner.name},`,
    expect.stringMatching(/^Could not be read,7,nobody,,./),
  ]);
  await closeToasts(page);
  const nowhere = path.join(saved.folder, 'no-such-folder', 'comparison.csv');
  await saveTo(running, nowhere);
  await button(compare.save).click();
  await expect(
    page.getByText(words.errors.table['file-unreadable']({ file: nowhere, detail: 'ENOENT' })),
  ).toBeVisible();
  expect(existsSync(nowhere)).toBe(false);
  await closeToasts(page);
  await button(common.close).last().click();
});

test('exactly the people who are not on the list are selected in Users, for a bulk action', async () => {
  const { page, organizationId } = started;
  await compared();
  await tab('surplus').click();
  await button(compare.select(2)).click();
  await expect(dialog()).toHaveCount(0);
  const bar = page.getByRole('region', { name: views.selection.label });
  await expect(bar.getByText(views.selection.selected(2), { exact: true })).toBeVisible();
  const ticks = page.getByRole('table', { name: users.title }).locator('tbody').getByRole('row');
  for (const [name, checked] of [
    ['Bo Lee', true],
    ['Cy Roe', true],
    [owner.name, false],
    ['ana@example.org', false],
  ] as const)
    await expect(ticks.filter({ hasText: name }).getByRole('checkbox')).toBeChecked({ checked });
  await bar.getByRole('button', { name: views.selection.more }).click();
  await page.getByRole('menuitem', { name: views.deeds.revoke }).click();
  await page.getByRole('button', { name: views.ask.revoke.confirm(2) }).click();
  await expect(page.getByRole('heading', { name: jobs.done['invitations.revokeMany'](2) })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: common.close, exact: true }).last().click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const { rows: left } = await callCore<OutputOf<'users.list'>>(page, 'users.list', { organizationId });
  expect(left.map(({ email }) => email).sort()).toEqual(['ana@example.org', 'gil@example.net', owner.email]);
});

test('the people missing here go on to the check of the import, with what the file says about them', async () => {
  const { page, organizationId } = started;
  await compared();
  await button(compare.invite(3)).click();
  const check = page.getByRole('dialog', { name: imports.title });
  const entries = check.getByRole('grid', { name: imports.check.rowsLabel }).getByRole('row');
  // only those three; the guest is not a user, and nobody is invited twice
  await expect(entries).toHaveText([/Zoë Müller.*Freight/, /dan@example.org/, /gil@example.net/]);
  await check.getByRole('button', { name: imports.check.back }).click();
  await check.getByRole('button', { name: imports.columns.next, exact: true }).click();
  await expect(entries).toHaveCount(3);
  await page.keyboard.press('Control+Enter');
  await expect(check.getByRole('status').filter({ hasText: invitations.result.title(2) })).toBeVisible();
  await check.getByRole('button', { name: common.done }).click();
  await expect(check).toHaveCount(0);
  const { rows: found } = await callCore<OutputOf<'users.list'>>(page, 'users.list', {
    organizationId,
    search: 'zoe@',
  });
  expect(found).toMatchObject([{ name: 'Zoë Müller', teams: [{ name: 'Freight' }] }]);
  // the dialog begins anew
  await open();
  await button(common.close).click();
});

test('another sheet of the same workbook is imported with all its rows', async () => {
  const { page } = started;
  await open();
  const [one, two] = [['E-mail'], ['E-mail', 'Name']];
  const more = [two, ['ida@example.org', 'Ida'], ['jon@example.org', 'Jon'], ['kai@example.org', 'Kai']];
  const book = { Here: sheetXml([one, ['ana@example.org'], ['hal@example.org']]), More: sheetXml(more) };
  await choose('staff.xlsx', workbook(book));
  await button(compare.compare).click();
  await button(compare.invite(1)).click();
  const check = page.getByRole('dialog', { name: imports.title });
  const entries = check.getByRole('grid', { name: imports.check.rowsLabel }).getByRole('row');
  await expect(entries).toHaveText([/hal@example.org/]);
  await check.getByRole('button', { name: imports.check.back }).click();
  await check.getByLabel(imports.columns.sheet).selectOption({ label: 'More' });
  await expect(check.getByLabel(imports.columns.use('Name'))).toHaveValue('name');
  await check.getByRole('button', { name: imports.columns.next, exact: true }).click();
  await expect(entries).toHaveText([/ida@example.org/, /jon@example.org/, /kai@example.org/]);
  await check.getByRole('button', { name: common.close }).click();
  await page.getByRole('button', { name: imports.leave.close }).click();
  await expect(check).toHaveCount(0);
});

test('comparing a long list can be cancelled; only the rows in sight are rendered', async () => {
  const { page } = started;
  await open();
  await choose('many.csv', Array.from({ length: 100_000 }, (_, n) => `many${n}@example.org`).join('\n'));
  await expect(button(compare.compare)).toBeEnabled({ timeout: 30_000 });
  await button(compare.compare).click();
  await expect(dialog().getByText(compare.comparing(100_000))).toBeVisible();
  await button(common.cancel).click();
  await button(compare.compare).click();
  await expect(tab('missing')).toHaveText(`${compare.tabs.missing} 100,000`, { timeout: 30_000 });
  await dialog().getByRole('grid').focus();
  await page.keyboard.press('End');
  await expect(rows('missing').filter({ hasText: 'many99999@example.org' })).toBeVisible();
  expect(await rows('missing').count()).toBeLessThan(100);
});
