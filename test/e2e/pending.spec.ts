import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { OutputOf } from '#contract/index.ts';
import { check } from './support/accessible.ts';
import { type RunningApp, resize, startApp, temporaryFolder } from './support/app.ts';
import { saveTo } from './support/look.ts';
import { startMailServer } from './support/mail-server.ts';
import {
  callCore,
  clipboardText,
  closeToasts,
  createOrganization,
  fillMail,
  goTo,
  organizationIdOf,
  saveSettings,
  words,
} from './support/steps.ts';

test.describe.configure({ mode: 'serial' });

let place: ReturnType<typeof temporaryFolder>;
let running: RunningApp;
let organizationId: number;
const { users, views, jobs } = words;
const people = ['ana', 'ben', 'cem', 'dora'].map((name) => `${name}@example.org`);
const [ana = '', ben = '', cem = '', dora = ''] = people;

test.beforeAll(async () => {
  place = temporaryFolder();
  running = await startApp(path.join(place.folder, 'profile'));
  const { page } = running;
  await createOrganization(page, 'Example Logistics');
  organizationId = await organizationIdOf(page);
  await callCore(page, 'teams.create', { organizationId, name: 'Night shift' });
  const entries = people.map((email) => ({ email, roles: ['Member'] }));
  await callCore(page, 'invitations.send', { organizationId, entries });
});
test.afterAll(async () => {
  await running?.close();
  place.remove();
});

const rowOf = (email: string) => running.page.getByRole('row').filter({ hasText: email });
const tab = (name: string, n?: number) =>
  running.page.getByRole('tab', { name: n === undefined ? name : `${name} ${n}`, exact: true });
const bar = () => running.page.getByRole('region', { name: views.selection.label });
const address = () => running.page.evaluate(() => location.hash);
const list = async (filter: object) =>
  (await callCore<OutputOf<'users.list'>>(running.page, 'users.list', { organizationId, ...filter })).rows;

test('teams of open invitations are changed with no network and no mail server', async () => {
  const { page } = running;
  await goTo(page, '/pending');
  await expect(tab(users.mailGroups.waiting, 4)).toBeVisible();
  // an empty group stays quiet
  await expect(tab(users.mailGroups.failed)).toBeVisible();
  for (const email of [ana, ben]) await rowOf(email).getByRole('checkbox').click();
  await bar().getByRole('button', { name: views.deeds.teams, exact: true }).click();
  const box = page.getByRole('dialog').getByRole('combobox', { name: views.change.add });
  await box.fill('Night');
  await page.getByRole('option', { name: 'Night shift', exact: true }).click();
  await box.press('Escape');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: views.change.confirm(2) })
    .click();
  await expect(page.getByRole('dialog').getByText(jobs.allDone)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const changed = (await list({ mail: ['waiting'] })).filter((row) => row.teams[0]?.name === 'Night shift');
  expect(changed.map((row) => row.email)).toEqual([ana, ben]);
});

test('links of many are copied as lines of address and link, and people without one are named', async () => {
  const { page } = running;
  await goTo(page, '/pending?mail=waiting');
  for (const email of [cem, dora]) await rowOf(email).getByRole('checkbox').click();
  // somebody else revokes one of them meanwhile
  const [row] = await list({ search: dora });
  await callCore(page, 'invitations.revoke', { organizationId, membershipId: row?.membershipId });
  await expect(rowOf(dora)).toHaveCount(0);
  await bar().getByRole('button', { name: views.deeds.links, exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${views.links.copied(1)} ${views.links.refused(1, dora)}`)).toBeVisible();
  const lines = (await clipboardText(running)).split('\n');
  expect(lines).toEqual([expect.stringMatching(/^cem@example\.org\thttp.*\/i\//)]);
  const link = lines[0]?.split('\t')[1] ?? '';
  // its clock has begun, and the link is nowhere in the page
  await expect(rowOf(cem)).not.toContainText(users.notStarted);
  expect(await page.content()).not.toContain(link);
  await page.keyboard.press('Escape');
});

test('pending people are grouped by what became of their mail, with the server’s words', async () => {
  const { page } = running;
  const long = `${'no such person here, ask your administrator '.repeat(8)}end`;
  const server = await startMailServer({ refuses: (to) => (to === ana ? `550 5.1.1 ${long}` : undefined) });
  try {
    await fillMail(page, server.port);
    await saveSettings(page);
    await goTo(page, '/pending');
    await expect(tab(users.mailGroups.failed, 1)).toBeVisible();
    await expect(tab(users.mailGroups.sent, 2)).toBeVisible();
    await closeToasts(page);
    await tab(users.views.all, 3).focus();
    await page.keyboard.press('ArrowRight');
    await expect(tab(users.mailGroups.failed, 1)).toHaveAttribute('aria-selected', 'true');
    expect(await address()).toBe('#/pending?mail=failed');
    await expect(rowOf(ana)).toContainText('end');
    await expect(rowOf(ben)).toHaveCount(0);
    const said = rowOf(ana).getByText(/ask your administrator/);
    const height = () => said.evaluate((element) => element.clientHeight);
    const cut = await height();
    expect(await said.evaluate((element) => element.scrollHeight)).toBeGreaterThan(cut);
    await said.hover();
    await expect(said).toHaveAttribute('title', /end$/);
    // the row that the keyboard reaches shows all of it
    await rowOf(ana).focus();
    await page.keyboard.press('Shift');
    await expect.poll(height).toBeGreaterThan(cut);
    await check(running, 'pending, failed');
    // every mail that failed is that of an open invitation: the overview leads here
    await goTo(page, '/overview');
    const { action, title } = words.overview.items.failed;
    await page.getByRole('link', { name: `${action}: ${title(1)}`, exact: true }).click();
    await expect(tab(users.mailGroups.failed, 1)).toHaveAttribute('aria-selected', 'true');
    await goTo(page, '/pending');
    await check(running, 'pending');
    await resize(running, 900, 600);
    await expect(page.getByRole('columnheader', { name: users.columns.invitedBy })).toBeVisible();
    const table = page.locator('table');
    expect(await table.evaluate((e) => (e.parentElement?.scrollWidth ?? 0) - (e.parentElement?.clientWidth ?? 0))).toBe(
      0,
    );
    await check(running, 'pending, narrow');
    // the link that ends next comes first; an export says what the page shows
    await page.getByRole('columnheader', { name: users.columns.timeLeft }).getByRole('button').click();
    expect(await address()).toBe('#/pending?sort=timeLeft');
    const ends = (await list({ statuses: ['pending'], invited: true, sort: 'timeLeft' })).map((row) => row.validUntil);
    expect(ends).toEqual(ends.toSorted((a, b) => (a ?? Infinity) - (b ?? Infinity)));
    await page.getByRole('button', { name: views.deeds.export, exact: true }).click();
    const exported = page.getByRole('dialog', { name: jobs.done['users.exportMany'](3) });
    const file = path.join(place.folder, 'pending.csv');
    await saveTo(running, file);
    await exported.getByRole('button', { name: jobs.saveFile }).click();
    await expect(page.getByText(jobs.saved(file))).toBeVisible();
    const csv = readFileSync(file, 'utf8');
    const { mailState, mailAnswer, age, timeLeft, generation } = jobs.exportColumns;
    for (const title of [mailState, mailAnswer, age, timeLeft, generation])
      expect(csv.split('\r\n')[0]).toContain(title);
    expect(csv.split('\r\n').find((line) => line.includes(ana))).toContain('failed,"550 5.1.1 no such person here');
    await closeToasts(page);
    await exported.getByRole('button', { name: words.common.close }).last().click();
    await tab(users.mailGroups.deferred).click();
    await expect(page.getByText(users.empty.mail.deferred)).toBeVisible();
    await page.getByRole('button', { name: users.empty.showAll }).click();
    expect(await address()).toBe('#/pending?sort=timeLeft');
  } finally {
    await server.close();
  }
});
