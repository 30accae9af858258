import { expect, type Page, test } from '@playwright/test';
import type { OutputOf } from '#contract/index.ts';
import type { RunningApp } from './support/app.ts';
import { type Started, startWithOrganization } from './support/started.ts';
import { callCore, words } from './support/steps.ts';

test.describe.configure({ mode: 'serial' });

let started: Started;
const { invitations: invite } = words;
const { fields } = invite;
let running: RunningApp;
let page: Page;
let organizationId: number;

test.beforeAll(async () => {
  started = await startWithOrganization();
  ({ running, page, organizationId } = started);
  for (const name of ['Night shift', 'Day shift']) await callCore(page, 'teams.create', { organizationId, name });
});
test.afterAll(async () => {
  await started?.close();
});

const dialog = () => page.getByRole('dialog').first();
const field = (label: string, row: number) => dialog().getByLabel(fields.ofRow(label, row), { exact: true }).first();
async function open(): Promise<void> {
  await page.locator('main').focus();
  await page.keyboard.press('n');
  await expect(dialog().getByText(invite.title, { exact: true })).toBeVisible();
  // a scroll lock would restyle the whole document
  await expect(page.locator('body')).not.toHaveAttribute('data-scroll-locked');
}
async function finish(): Promise<void> {
  await dialog().getByRole('button', { name: words.common.done, exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
async function choose(row: number, label: string, option: string): Promise<void> {
  await dialog()
    .getByRole('combobox', { name: fields.ofRow(label, row) })
    .click();
  await page.getByRole('option', { name: option, exact: true }).click();
  await page.keyboard.press('Tab');
}
const list = async (search: string) =>
  (await callCore<OutputOf<'users.list'>>(page, 'users.list', { organizationId, search })).rows;

test('each row has roles and teams of its own, a new one begins with those of the row above, and a refused row stays', async () => {
  await open();
  await expect(field(fields.email, 1)).toBeFocused();
  await page.keyboard.type('ana@example.org');
  await field(fields.name, 1).fill('Ana Lima');
  await choose(1, fields.roles, 'Auditor');
  await choose(1, fields.teams, 'Night shift');
  await dialog().getByRole('button', { name: invite.rows.add, exact: true }).click();
  await expect(field(fields.email, 2)).toBeFocused();
  await page.keyboard.type('ben@example.org');
  await page.keyboard.press('Enter');
  await expect(field(fields.email, 3)).toBeFocused();
  await page.keyboard.type('cem@gmail.com');
  await page.keyboard.press('Enter');
  await page.keyboard.type('ANA@example.org');
  await expect(dialog().getByText(invite.verdicts.refused('free e-mail provider'))).toBeVisible();
  await expect(dialog().getByText(invite.verdicts.duplicateRow)).toBeVisible();
  await dialog()
    .getByRole('button', { name: fields.removeRow(4) })
    .click();
  await expect(dialog().getByText(invite.verdicts.duplicateRow)).toHaveCount(0);

  // the second row was made from the first one, with its roles and teams
  await page.keyboard.press('Control+Enter');
  await expect(dialog().getByRole('heading', { name: invite.result.title(2) })).toBeVisible();
  await expect(dialog().getByText(invite.result.keptRows(1))).toBeVisible();
  const [ana] = await list('ana@example.org');
  expect(ana?.roles.map((role) => role.name).sort()).toEqual(['Auditor', 'Member']);
  expect(ana?.teams.map((team) => team.name)).toEqual(['Night shift']);
  expect(ana?.name).toBe('Ana Lima');
  const [ben] = await list('ben@example.org');
  expect(ben?.teams.map((team) => team.name)).toEqual(['Night shift']);
  expect(await list('cem@gmail.com')).toHaveLength(0);

  await dialog()
    .getByRole('button', { name: invite.result.back(1) })
    .click();
  await expect(field(fields.email, 1)).toHaveValue('cem@gmail.com');
  await field(fields.email, 1).fill('cem@example.org');
  await page.keyboard.press('Control+Enter');
  await expect(dialog().getByRole('heading', { name: invite.result.title(1) })).toBeVisible();
  await finish();
});

test('rows that say nothing themselves get what the batch says', async () => {
  await open();
  await page.keyboard.type('dora@example.org');
  const batch = dialog().getByRole('combobox', { name: fields.teams, exact: true });
  await batch.click();
  await page.getByRole('option', { name: 'Day shift', exact: true }).click();
  await page.keyboard.press('Tab');
  await dialog().getByRole('combobox', { name: fields.life }).click();
  await page.getByRole('option', { name: words.common.lives[24], exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await expect(dialog().getByText(invite.result.life(words.common.hours(24)))).toBeVisible();
  const [dora] = await list('dora@example.org');
  expect(dora?.teams.map((team) => team.name)).toEqual(['Day shift']);
  await finish();
});

test('several lines pasted into an e-mail field become the list', async () => {
  await open();
  await running.app.evaluate(({ clipboard }) =>
    clipboard.writeText('Eva Berg <eva@example.org>\nfrank@example.org; gil@example.org\n'),
  );
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.paste());
  const box = dialog().getByRole('textbox', { name: invite.paste.box });
  await expect(box).toHaveValue(/eva@example\.org(.|\n)*gil@example\.org/);
  await expect(dialog().getByText(invite.facts.new(3))).toBeVisible();
});

test('closing with typed text asks first; keeping brings the text back, discarding forgets it', async () => {
  const box = dialog().getByRole('textbox', { name: invite.paste.box });
  const question = page.getByRole('dialog', { name: invite.leave.title });
  await page.keyboard.press('Escape');
  await expect(question.getByRole('button', { name: invite.leave.stay })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(box).toHaveValue(/eva@example\.org/);

  await dialog().getByRole('button', { name: words.common.cancel, exact: true }).click();
  await question.getByRole('button', { name: invite.leave.keep }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.locator('main').focus();
  await page.keyboard.press('Control+i');
  await expect(box).toHaveValue(/eva@example\.org/);

  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: invite.leave.discard }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.locator('main').focus();
  await page.keyboard.press('Control+i');
  await expect(box).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await list('eva@example.org')).toHaveLength(0);
});
