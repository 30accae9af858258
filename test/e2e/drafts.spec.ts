import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { OutputOf } from '#contract/index.ts';
import { accept } from './support/accept.ts';
import { check } from './support/accessible.ts';
import { type RunningApp, startApp, temporaryFolder } from './support/app.ts';
import { callByCommandLine } from './support/command-line.ts';
import { look } from './support/look.ts';
import {
  callCore,
  closeToasts,
  createOrganization,
  expectOff,
  goTo,
  organizationIdOf,
  saveSettings,
  words,
} from './support/steps.ts';

test.describe.configure({ mode: 'serial' });

let place: ReturnType<typeof temporaryFolder>;
let running: RunningApp;
let organizationId: number;
const { drafts: say, invitations, settings, session } = words;
const { fields, rows: rowWords } = invitations;
const second = { email: 'ben@example.com', password: 'four eyes see more than two' };

test.beforeAll(async () => {
  place = temporaryFolder();
  running = await startApp(path.join(place.folder, 'profile'));
  await createOrganization(running.page, 'Example Logistics');
  organizationId = await organizationIdOf(running.page);
});
test.afterAll(async () => {
  await running?.close();
  place.remove();
});

const dialog = (page: Page, name?: string) => page.getByRole('dialog', name ? { name } : {});
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });
const tab = (page: Page, name: string, n?: number) =>
  page.getByRole('tab', { name: n === undefined ? name : `${name} ${n}`, exact: true });
const email = (page: Page, n: number) => page.getByRole('textbox', { name: fields.ofRow(fields.email, n) });
const list = (page: Page) => callCore<OutputOf<'drafts.list'>>(page, 'drafts.list', { organizationId });
const pending = async (page: Page) =>
  (await callCore<OutputOf<'users.list'>>(page, 'users.list', { organizationId, invited: true })).rows.map(
    (r) => r.email,
  );

/** Where the command line finds it; it acts there as the only owner. */
const workspace = () => path.join(place.folder, 'profile', 'workspace');

/** Pastes a list into the dialog of many. */
async function paste(page: Page, text: string): Promise<void> {
  await goTo(page, '/users');
  await page.keyboard.press('Control+i');
  await dialog(page).getByRole('textbox', { name: invitations.paste.box }).fill(text);
}
/** Chooses one of the other ways beside the dialog's button. */
async function choose(page: Page, way: string): Promise<void> {
  await button(page, say.more).click();
  await page.getByRole('menuitem', { name: way, exact: true }).click();
}
/** Names the draft, and where a time is asked for, fills it. */
async function keep(
  page: Page,
  name: string,
  purpose: keyof typeof say.keep & ('draft' | 'later' | 'review'),
  time?: string,
) {
  const asked = dialog(page, say.keep[purpose].title);
  await asked.getByRole('textbox', { name: say.keep.name, exact: true }).fill(name);
  if (time) await asked.getByLabel(say.keep.at).fill(time);
  await asked.getByRole('button', { name: say.keep[purpose].action, exact: true }).click();
}

test('with no network and no mail server a list is kept as a draft, edited row by row and sent later', async () => {
  const { page } = running;
  await goTo(page, '/pending');
  await tab(page, say.pendingTabs.drafts).click();
  await expect(page.getByText(say.empty.title)).toBeVisible();
  await look(running, 'drafts-empty');

  await paste(page, 'Ana Silva <ana@example.org>\nbela at example.org\ncarl@example.org\nolive@example.com');
  await expect(dialog(page).getByText(invitations.facts.new(2))).toBeVisible();
  await choose(page, say.ways.draft);
  await check(running, 'the name of a draft');
  await keep(page, 'Spring', 'draft');
  await expect(page.getByText(say.kept.draft('Spring'))).toBeVisible();
  await button(page, say.kept.open).click();
  await expect(heading(page, 'Spring')).toBeVisible();
  // nothing has happened to anybody yet
  expect(await pending(page)).toEqual([]);
  await look(running, 'draft');

  // a refused row is put right, and checked again without anybody pressing anything
  await expect(email(page, 2)).toHaveValue('bela at example.org');
  await email(page, 2).fill('bela@example.org');
  await expect(page.getByText(say.page.saved)).toBeVisible();
  await expect(button(page, say.deeds.send(3))).toBeVisible();
  await page.getByRole('button', { name: say.page.takeOut(1) }).click();
  await expect(email(page, 4)).toHaveCount(0);
  await page.getByRole('button', { name: fields.removeRow(3) }).click();
  await button(page, rowWords.add).click();
  await page.keyboard.type('dora@example.org');
  await expect(button(page, say.deeds.send(3))).toBeVisible();

  // the draft is in the workspace: coming back to it finds it as it was
  await closeToasts(page);
  await goTo(page, '/pending/drafts');
  const row = page.getByRole('row').filter({ hasText: 'Spring' });
  await expect(row).toContainText('3');
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(email(page, 3)).toHaveValue('dora@example.org');
  await button(page, say.deeds.send(3)).click();
  await expect(page.getByText(say.told.sent(3))).toBeVisible();
  await expect(heading(page, say.title)).toBeVisible();
  expect((await pending(page)).sort()).toEqual(['ana@example.org', 'bela@example.org', 'dora@example.org']);
  await tab(page, say.tabs.sent, 1).click();
  await expect(page.getByRole('row').filter({ hasText: 'Spring' })).toContainText('3');
});

/** A draft of these people, on screen. */
async function openDraft(page: Page, name: string, emails: readonly string[]): Promise<number> {
  const { id } = await callCore<OutputOf<'drafts.save'>>(page, 'drafts.save', {
    organizationId,
    name,
    terms: { kind: 'user', defaults: { roles: ['Member'], teams: [], groups: [], products: [], lines: [] } },
    entries: emails.map((one) => ({ email: one })),
  });
  await goTo(page, `/pending/drafts/${id}`);
  await expect(email(page, emails.length)).toBeVisible();
  return id;
}

test('what somebody else writes while one types is shown as well, and nothing unseen goes out', async () => {
  const { page } = running;
  await closeToasts(page);
  const id = await openDraft(page, 'Shared', ['hugo@example.org']);
  const other = (entry: string) => callCore(page, 'drafts.change', { organizationId, id, add: [{ email: entry }] });
  await email(page, 1).fill('hugo@example.com');
  await other('iris@example.org');
  await expect(email(page, 2)).toHaveValue('iris@example.org');
  await expect(email(page, 1)).toHaveValue('hugo@example.com');
  await expect(page.getByText(say.page.saved)).toBeVisible();

  // a new row keeps the focus while others come in
  await button(page, rowWords.add).click();
  await expect(email(page, 3)).toBeFocused();
  await other('jan@example.org');
  await expect(email(page, 3)).toHaveValue('jan@example.org');
  await expect(email(page, 4)).toBeFocused();

  // a list is read while typing goes on elsewhere
  await email(page, 4).evaluate((field) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'kim@example.org\nlea@example.org');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    const first = document.querySelector<HTMLInputElement>('[id^="row-email-"]');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(first, 'hugo@example.net');
    first?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(email(page, 5)).toHaveValue('lea@example.org');
  await expect(email(page, 1)).toHaveValue('hugo@example.net');
  await expect(button(page, say.deeds.send(5))).toBeVisible();
  await expect(page.getByText(say.page.saved)).toBeVisible();

  // what is written in the very moment of sending was seen by nobody
  await button(page, say.deeds.send(5)).evaluate(
    (send, input) => {
      void window.gatehouse.call('drafts.change', input);
      (send as HTMLButtonElement).click();
    },
    { organizationId, id, add: [{ email: 'max@example.org' }] },
  );
  await expect(page.getByText(words.errors.table['draft-changed']({}))).toBeVisible();
  await expect(email(page, 6)).toHaveValue('max@example.org');
  expect(await pending(page)).not.toContain('hugo@example.net');
  await button(page, say.deeds.send(6)).click();
  await expect(page.getByText(say.told.sent(6))).toBeVisible();
});

test('a draft that cannot be saved says so, is not left without a question, and is saved once it can be', async () => {
  const { page } = running;
  await closeToasts(page);
  await openDraft(page, 'Long', ['mia@example.org']);
  await email(page, 1).fill('m'.repeat(2001));
  await expect(page.getByText(say.page.notSaved)).toBeVisible();
  await expect(page.getByText(say.page.saved)).toHaveCount(0);
  await look(running, 'draft-not-saved');
  await closeToasts(page);
  await button(page, words.common.tryAgain).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByText(say.page.notSaved)).toBeVisible();
  await closeToasts(page);
  await page.getByRole('link', { name: say.title, exact: true }).click();
  await dialog(page, settings.leave.title).getByRole('button', { name: settings.leave.stay }).click();
  await email(page, 1).fill('mia@example.net');
  await expect(page.getByText(say.page.saved)).toBeVisible();
  await page.getByRole('link', { name: say.title, exact: true }).click();
  await expect(heading(page, say.title)).toBeVisible();
});

test('a draft goes out by itself at its time; a past time is refused, and a scheduled draft can be called back', async () => {
  const { page } = running;
  await closeToasts(page);
  await paste(page, 'ella@example.org');
  await expect(dialog(page).getByText(invitations.facts.new(1))).toBeVisible();
  await choose(page, say.ways.later);
  const asked = dialog(page, say.keep.later.title);
  await asked.getByLabel(say.keep.at).fill('2020-01-01T09:00');
  await asked.getByRole('button', { name: say.keep.later.action, exact: true }).click();
  await expect(asked.getByText(words.errors.table['send-time']({ problem: 'past' }))).toBeVisible();
  const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  await keep(page, 'Next week', 'later', `${day}T09:00`);
  await button(page, say.kept.open).click();
  await expect(page.getByText(say.page.locked.scheduled)).toBeVisible();
  await look(running, 'draft-scheduled');
  const [draft] = (await list(page)).rows;
  expect(draft).toMatchObject({ state: 'scheduled' });
  const shown = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'short' });
  expect(shown.format(draft?.sendAt ?? 0)).toBe(`${day} 09:00`);

  await button(page, say.deeds.unschedule).click();
  await expect(email(page, 1)).toHaveValue('ella@example.org');
  expect(await pending(page)).not.toContain('ella@example.org');
  await callCore(page, 'drafts.schedule', { organizationId, id: draft?.id, sendAt: Date.now() + 1500 });
  // it is gone from its page, and its person is pending, with nobody pressing anything
  await expect(page.getByText(say.page.missing.title)).toBeVisible({ timeout: 20_000 });
  expect(await pending(page)).toContain('ella@example.org');
});

test('where the organization requires it, a second operator approves what the first one wrote', async () => {
  const { page } = running;
  await closeToasts(page);
  await goTo(page, '/settings/invitations');
  const policy = page.getByRole('switch', { name: settings.invitations.approvalRequired });
  await policy.click();
  await button(page, settings.save).click();
  // nobody could approve yet
  await expect(page.getByText(words.errors.table['approver-needed']({}))).toBeVisible();
  await button(page, settings.undo).click();

  const { invited } = await callCore<OutputOf<'invitations.send'>>(page, 'invitations.send', {
    organizationId,
    entries: [{ email: second.email, name: 'Ben Second', roles: ['Admin'] }],
  });
  const about = () => page.evaluate(() => window.gatehouse.desktop.about());
  await expect.poll(async () => Boolean((await about()).portalUrl)).toBe(true);
  const { membershipId } = invited[0] as { membershipId: number };
  const { link } = await callCore<{ link: string }>(page, 'invitations.copyLink', { organizationId, membershipId });
  await accept(link, 'Ben', 'Second', second.password);
  await closeToasts(page);
  await policy.click();
  await saveSettings(page);
  await closeToasts(page);

  // each way of inviting leads to a review now
  await paste(page, 'fay@example.org\ngil@example.org');
  await button(page, say.submitAction(2)).click();
  await keep(page, 'Autumn', 'review');
  await expect(page.getByText(say.kept.review('Autumn'))).toBeVisible();
  await button(page, say.kept.open).click();
  await expect(page.getByText(say.page.reviewers(['Ben Second']))).toBeVisible();
  await expectOff(page, button(page, say.deeds.approve(2)), say.deeds.ownAuthor);
  await goTo(page, '/pending');
  await expect(tab(page, say.pendingTabs.review, 1)).toBeVisible();
  expect(await pending(page)).not.toContain('fay@example.org');

  await page.getByRole('button', { name: words.desktop.header.account }).click();
  await page.getByRole('menuitem', { name: words.desktop.account.signOut }).click();
  await page.getByLabel(session.signIn.email).fill(second.email);
  await page.getByRole('textbox', { name: session.signIn.password }).fill(second.password);
  await button(page, session.signIn.submit).click();
  // another person begins at the beginning: whatever was asked for before is forgotten
  await expect(page.getByRole('button', { name: words.desktop.header.account })).toContainText('Ben');
  await goTo(page, '/overview');
  await expect(page.getByText(say.overview.review.title(1))).toBeVisible();
  await page.getByRole('link', { name: say.overview.review.action }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Autumn' })).toContainText(say.forYou);
  await look(running, 'drafts-review');
  await page.getByRole('link', { name: 'Autumn' }).click();
  await look(running, 'draft-review');
  await button(page, say.deeds.return).click();
  await dialog(page).getByRole('textbox', { name: say.returning.comment }).fill('Gil left last week.');
  await check(running, 'returning a draft');
  await dialog(page).getByRole('button', { name: say.returning.action, exact: true }).click();
  await expect(page.getByText('Gil left last week.')).toBeVisible();

  // the author puts it right, meanwhile at the command line, and submits again
  const [draft] = (await list(page)).rows;
  const id = draft?.id ?? 0;
  const { entries } = await callCore<OutputOf<'drafts.get'>>(page, 'drafts.get', { organizationId, id });
  const gil = entries.find(({ entry }) => entry.email.startsWith('gil'));
  await callByCommandLine(workspace(), 'drafts.change', { organizationId, id, remove: [gil?.id] });
  await callByCommandLine(workspace(), 'drafts.submit', { organizationId, id });
  await button(page, say.deeds.approve(1)).click();
  await check(running, 'approving a draft');
  await dialog(page).getByRole('button', { name: say.approving.confirm, exact: true }).click();
  await expect(page.getByText(say.told.sent(1))).toBeVisible();
  expect(await pending(page)).toContain('fay@example.org');
  expect(await pending(page)).not.toContain('gil@example.org');
});

test('guests and people added with the wizard wait for approval, too', async () => {
  const { page } = running;
  const { guests, wizard } = words;
  await closeToasts(page);
  await callCore(page, 'groups.create', { organizationId, name: 'Lisbon' });
  await goTo(page, '/guests');
  await button(page, guests.invite.action).first().click();
  const addresses = dialog(page).getByRole('textbox', { name: guests.invite.addresses });
  await addresses.fill('gus@example.org');
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('textbox', { name: guests.invite.days }).fill('30');
  await expect(button(page, say.submitAction(1))).toBeEnabled();
  // what is still in the field is kept, too
  await addresses.fill('hal@example.org, gus@example.org');
  await button(page, say.submitAction(1)).click();
  await keep(page, 'Visitors', 'review');
  await button(page, say.kept.open).click();
  await expect(page.getByText('gus@example.org')).toBeVisible();
  await expect(page.getByText('hal@example.org')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: /^English$/ })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: /^30$/ })).toBeVisible();
  await button(page, say.deeds.takeBack).click();
  await email(page, 1).fill('gustav@example.org');
  await page.getByRole('button', { name: fields.removeRow(2) }).click();
  await expect(page.getByRole('textbox', { name: guests.invite.days })).toHaveValue('30');
  await page.getByRole('textbox', { name: guests.invite.days }).fill('45');
  await expect(page.getByText(say.page.saved)).toBeVisible();
  await closeToasts(page);
  await look(running, 'draft-guests');
  await button(page, say.deeds.submit).click();
  await dialog(page).getByRole('button', { name: say.submit.action, exact: true }).click();
  await expect(page.getByText(say.told.submitted)).toBeVisible();
  const [visitors] = (await list(page)).rows;
  const { terms, entries } = await callCore<OutputOf<'drafts.get'>>(page, 'drafts.get', {
    organizationId,
    id: visitors?.id,
  });
  expect(terms).toMatchObject({ kind: 'guest', days: 45 });
  expect(entries.map(({ entry }) => entry.email)).toEqual(['gustav@example.org']);

  await closeToasts(page);
  await goTo(page, '/users');
  await page.locator('main').focus();
  await page.keyboard.press('Shift+N');
  // together longer than a draft's name may be
  const [firstName, lastName] = ['Hana '.repeat(16).trim(), 'Novak '.repeat(14).trim()];
  for (const [name, typed] of [
    [wizard.details.firstName, firstName],
    [wizard.details.lastName, lastName],
    [wizard.details.email, 'hana@example.org'],
  ] as const)
    await dialog(page).getByRole('textbox', { name }).fill(typed);
  await button(page, wizard.next).click();
  await dialog(page)
    .getByRole('option', { name: /^Lisbon/ })
    .click();
  await button(page, wizard.next).click();
  await button(page, say.ways.review).click();
  const name = `${firstName} ${lastName}`.slice(0, 120).trim();
  await expect(page.getByText(say.kept.review(name))).toBeVisible();
  expect(await pending(page)).not.toContain('hana@example.org');
  await button(page, say.kept.open).click();
  await expect(heading(page, name)).toBeVisible();
});
