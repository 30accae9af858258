import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { OutputOf } from '#contract/index.ts';
import { reportFile } from '../support/delivery-report.ts';
import { temporaryFolder } from './support/app.ts';
import { look } from './support/look.ts';
import { startMailServer } from './support/mail-server.ts';
import { type Started, startWithOrganization } from './support/started.ts';
import { callCore, closeToasts, fillMail, goTo, saveSettings, words } from './support/steps.ts';

test.describe.configure({ mode: 'serial' });

let started: Started;
let place: ReturnType<typeof temporaryFolder>;
let server: Awaited<ReturnType<typeof startMailServer>>;
const { bounces, users, views, jobs, common, outbox } = words;
const { import: say } = bounces;
const names = ['ana', 'ben', 'cem', 'dora'];
const address = (name: string) => `${name}@example.org`;

test.beforeAll(async () => {
  place = temporaryFolder();
  started = await startWithOrganization();
  const { page, organizationId } = started;
  server = await startMailServer();
  await fillMail(page, server.port);
  await saveSettings(page);
  await callCore(page, 'invitations.send', {
    organizationId,
    entries: names.map((name) => ({ email: address(name), roles: ['Member'] })),
  });
  await goTo(page, '/pending');
  await expect(tab(users.mailGroups.sent, 4)).toBeVisible();
  await closeToasts(page);
});
test.afterAll(async () => {
  await started?.close();
  await server?.close();
  place.remove();
});

const tab = (name: string, n?: number) =>
  started.page.getByRole('tab', { name: n === undefined ? name : `${name} ${n}`, exact: true });
const rowOf = (email: string) => started.page.getByRole('row').filter({ hasText: email });
const dialog = () => started.page.getByRole('dialog', { name: say.title });
const button = (name: string) => dialog().getByRole('button', { name, exact: true });
const line = (text: string) =>
  dialog().getByRole('grid', { name: say.table }).getByRole('row').filter({ hasText: text });
const bar = () => started.page.getByRole('region', { name: views.selection.label });

/** Opens the dialog from the menu beside the title, by keyboard alone. */
async function open(): Promise<void> {
  const { page } = started;
  await page.getByRole('button', { name: say.menu }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: say.item })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(say.choose)).toBeFocused();
}

test('reports are given as files, judged line by line, and imported; the bounced ones get a group of their own', async () => {
  const { running, page, organizationId } = started;
  const { rows } = await callCore<OutputOf<'outbox.list'>>(page, 'outbox.list', { organizationId, search: 'ana' });
  const { messageId } = await callCore<OutputOf<'outbox.show'>>(page, 'outbox.show', {
    organizationId,
    id: rows[0]?.id,
  });
  const report = (name: string, content: string) => {
    const file = path.join(place.folder, name);
    writeFileSync(file, content);
    return file;
  };
  const files = [
    report(
      'ana.eml',
      reportFile({
        to: 'ana.b@elsewhere.test',
        messageId: messageId ?? '',
        diagnostic: '550 5.1.1 No such person here',
      }),
    ),
    report('ben.eml', reportFile({ to: address('ben'), action: 'delayed', diagnostic: '451 4.4.1 Try later' })),
    report('holiday.eml', 'From: cem@example.org\nSubject: On holiday\n\nBack soon.'),
  ];
  await open();
  await expect(button(say.check)).toBeDisabled();
  await dialog().locator('input[type=file]').setInputFiles(files);
  await expect(dialog().getByText(say.files(3), { exact: true })).toBeVisible();
  await dialog().getByRole('textbox', { name: say.paste }).fill('eve@example.org\nquentin');
  await look(running, 'bounces-give');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(button(say.apply(2))).toBeFocused();
  for (const [text, verdict, effect] of [
    ['ana.eml', bounces.verdicts.bounced, bounces.effects.bounced],
    ['ben.eml', bounces.verdicts.delayed, bounces.effects.delayed],
    ['holiday.eml', bounces.verdicts.unreadable, bounces.problem('no-report')],
    ['eve@example.org', bounces.verdicts.unknown, bounces.effects.unknown],
    ['quentin', bounces.verdicts.unreadable, bounces.problem('no-at')],
  ] as const) {
    await expect(line(text)).toContainText(verdict);
    await expect(line(text)).toContainText(effect);
  }
  await expect(line('ana.eml')).toContainText('550 5.1.1 No such person here');
  await expect(dialog().getByText(say.facts(1, 1, 3), { exact: true })).toBeVisible();
  await look(running, 'bounces-check');
  // checking changes nothing
  expect((await callCore<OutputOf<'outbox.state'>>(page, 'outbox.state', { organizationId })).counts.bounced).toBe(0);
  await page.keyboard.press('Enter');
  await expect(dialog().getByText([say.done.bounced(1), say.done.noted(1), say.done.left(3)].join(' '))).toBeVisible();
  await look(running, 'bounces-result');
  await button(say.done.show).click();
  await expect(tab(users.mailGroups.bounced, 1)).toHaveAttribute('aria-selected', 'true');
  await expect(rowOf(address('ana'))).toContainText('550 5.1.1 No such person here');
  await expect(rowOf(address('ben'))).toHaveCount(0);
  await look(running, 'bounces-pending');
});

test('the person’s page and the outbox show who reported the bounce, and the mark is taken back there', async () => {
  const { running, page } = started;
  await goTo(page, '/pending?mail=bounced');
  await page.getByRole('link', { name: address('ana') }).click();
  const reports = page.getByRole('list', { name: bounces.reports.title });
  await expect(reports).toContainText(bounces.reports.told('failed', 'report', 'mx.example.com'));
  await expect(reports).toContainText('550 5.1.1 No such person here');
  await expect(reports).toContainText('Olive Owner');
  await look(running, 'bounces-person');
  await goTo(page, '/outbox?state=bounced');
  const pane = page.getByRole('article');
  await expect(pane.getByRole('list', { name: bounces.reports.title })).toContainText('550 5.1.1 No such person here');
  await expect(pane).toContainText(outbox.page.meanings.bounced);
  await look(running, 'bounces-outbox');
  await pane.getByRole('button', { name: bounces.deeds.unmark }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(bounces.unmarked(address('ana')))).toBeVisible();
  await closeToasts(page);
  await goTo(page, '/outbox?state=sent&search=ben');
  await expect(pane.getByRole('list', { name: bounces.reports.title })).toContainText(
    bounces.reports.told('delayed', 'report', 'mx.example.com'),
  );
  // the same import is in the menu of this page
  await open();
  await page.keyboard.press('Escape');
  await expect(dialog()).toHaveCount(0);
  await expect(page.getByRole('button', { name: say.menu })).toBeFocused();
});

test('selected people are marked as bounced with a reason, and a new mail starts without the mark', async () => {
  const { running, page } = started;
  await goTo(page, '/pending?mail=sent');
  for (const name of ['cem', 'dora']) await rowOf(address(name)).getByRole('checkbox').click();
  const more = async (deed: string) => {
    await bar().getByRole('button', { name: views.selection.more }).click();
    await page.getByRole('menuitem', { name: deed, exact: true }).click();
  };
  await more(bounces.deeds.mark);
  const asked = page.getByRole('dialog', { name: bounces.ask.title(2) });
  await expect(asked.getByRole('button', { name: bounces.ask.confirm })).toBeDisabled();
  await expect(asked.getByRole('textbox', { name: bounces.ask.why })).toBeFocused();
  await page.keyboard.type('They called: no such mailbox');
  await look(running, 'bounces-mark');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByText(jobs.allDone)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tab(users.mailGroups.bounced, 2)).toBeVisible();
  await tab(users.mailGroups.bounced, 2).click();
  await expect(rowOf(address('cem'))).toContainText('They called: no such mailbox');

  await rowOf(address('dora')).getByRole('checkbox').click();
  await more(bounces.deeds.unmark);
  await expect(page.getByRole('dialog').getByText(jobs.allDone)).toBeVisible();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: common.done })
    .or(page.getByRole('dialog').getByRole('button', { name: common.close }))
    .first()
    .click();
  await expect(tab(users.mailGroups.bounced, 1)).toBeVisible();
  await rowOf(address('cem')).focus();
  await page.keyboard.press('r');
  await expect(page.getByText(users.done.reinvited(address('cem'), false))).toBeVisible();
  await expect(tab(users.mailGroups.bounced)).toBeVisible();
  await goTo(page, '/pending?mail=sent');
  await expect(rowOf(address('cem'))).toBeVisible();
});
