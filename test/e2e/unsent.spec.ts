import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { accept } from './support/accept.ts';
import { check } from './support/accessible.ts';
import { type RunningApp, startApp, temporaryFolder } from './support/app.ts';
import { callByCommandLine } from './support/command-line.ts';
import { look } from './support/look.ts';
import { callCore, goTo, owner, words } from './support/steps.ts';

const { closing, signingOut, account, header, navigation } = words.desktop;
const { invitations, session } = words;
const other = { email: 'adam@example.com', password: 'two admins use one computer' };

let place: ReturnType<typeof temporaryFolder>;
let running: RunningApp;
let page: Page;

test.beforeEach(async () => {
  place = temporaryFolder();
  const workspace = path.join(place.folder, 'workspace');
  const call = <T>(name: string, input: unknown) => callByCommandLine<T>(workspace, name, input);
  const made = { name: 'Example Logistics', owner };
  const { organizationId } = await call<{ organizationId: number }>('organizations.create', made);
  const entries = [{ email: other.email, name: 'Adam Admin', roles: ['Admin'] }];
  const { invited } = await call<{ invited: { membershipId: number }[] }>('invitations.send', {
    organizationId,
    entries,
  });
  running = await startApp(path.join(place.folder, 'profile'), ['--workspace', workspace]);
  page = running.page;
  const about = () => page.evaluate(() => window.gatehouse.desktop.about());
  await expect.poll(async () => Boolean((await about()).portalUrl)).toBe(true);
  const membershipId = invited[0]?.membershipId;
  const { link } = await call<{ link: string }>('invitations.copyLink', { organizationId, membershipId });
  await accept(link, 'Adam', 'Admin', other.password);
  await signIn(owner);
});
test.afterEach(async () => {
  await running.close();
  place.remove();
});

async function signIn(who: typeof other): Promise<void> {
  await page.getByLabel(session.signIn.email).fill(who.email);
  await page.getByRole('textbox', { name: session.signIn.password }).fill(who.password);
  await page.getByRole('button', { name: session.signIn.submit }).click();
  await expect(page.getByRole('navigation', { name: navigation.label, exact: true })).toBeVisible();
}
const atSignIn = () => expect(page.getByRole('heading', { name: session.signIn.title })).toBeVisible();
const box = () => page.getByRole('textbox', { name: invitations.paste.box });
const question = () => page.getByRole('dialog', { name: signingOut.title });

async function openList(): Promise<void> {
  await page.keyboard.press('Control+i');
  await expect(box()).toBeFocused();
}
async function putAside(): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: invitations.leave.keep }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
async function leaveList(): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
async function chooseSignOut(): Promise<void> {
  await page.getByRole('button', { name: header.account }).click();
  await page.getByRole('menuitem', { name: account.signOut }).click();
}
/** As when it expires, or the password is changed elsewhere: the page has no hand in it. */
async function sessionEnds(): Promise<void> {
  await callCore(page, 'session.signOut', {});
  await atSignIn();
}

test('an unsent list survives a lock, and goes with whoever signs out, after asking them', async () => {
  await openList();
  await page.keyboard.type('ana@example.org');
  await putAside();
  await page.keyboard.press('Control+l');
  await page.getByRole('textbox', { name: session.signIn.password }).fill(owner.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: session.lock.title })).toHaveCount(0);
  await openList();
  await expect(box()).toHaveValue('ana@example.org');
  await putAside();

  await chooseSignOut();
  await expect(question().getByRole('button', { name: closing.stay })).toBeFocused();
  await expect(question()).toContainText(closing.text);
  await check(running, 'signing out');
  await look(running, 'signing-out');
  await page.keyboard.press('Enter');
  await expect(question()).toHaveCount(0);
  await chooseSignOut();
  await question().getByRole('button', { name: signingOut.signOut }).click();
  await atSignIn();

  await signIn(other);
  await openList();
  await expect(box()).toHaveValue('');
  await leaveList();
  // with nothing typed nobody is asked
  await chooseSignOut();
  await atSignIn();
  await signIn(owner);
  await openList();
  await expect(box()).toHaveValue('');
});

test('after a session that ended by itself only the same person finds what they typed', async () => {
  await openList();
  await page.keyboard.type('ana@example.org');
  await sessionEnds();
  await signIn(owner);
  await openList();
  await expect(box()).toHaveValue('ana@example.org');

  // kept while the page is reloaded, it is still theirs alone
  await sessionEnds();
  await page.reload();
  await atSignIn();
  await signIn(other);
  await openList();
  await expect(box()).toHaveValue('');
  await page.keyboard.type('bela@example.org');
  await sessionEnds();
  await signIn(owner);
  await openList();
  await expect(box()).toHaveValue('');
});

test('what somebody searched for is gone for the next person', async () => {
  const search = page.getByRole('textbox', { name: words.users.search.label });
  await goTo(page, '/users?search=adam');
  await expect(search).toHaveValue('adam');
  await expect
    .poll(() => page.evaluate(async () => (await window.gatehouse.desktop.preferences()).lastPlace))
    .toContain('adam');
  await goTo(page, '/teams');
  await expect(page.getByRole('heading', { name: words.structure.titles.teams, level: 1 })).toBeVisible();
  await chooseSignOut();
  await atSignIn();
  await expect
    .poll(() => page.evaluate(async () => (await window.gatehouse.desktop.preferences()).lastPlace))
    .not.toContain('adam');
  await signIn(other);
  await expect(search).toHaveValue('');
  await expect(page).not.toHaveURL(/adam/);
  // nor does Back lead there
  await expect(page.getByRole('button', { name: header.back })).toBeDisabled();
  expect(await page.evaluate(() => history.length)).toBe(1);

  // a session that ended by itself keeps the place for the same person alone
  await goTo(page, '/users?search=olive');
  await expect(search).toHaveValue('olive');
  await sessionEnds();
  await signIn(other);
  await expect(search).toHaveValue('olive');
  await sessionEnds();
  await signIn(owner);
  await expect(search).toHaveValue('');
  await expect(page).not.toHaveURL(/olive/);
  expect(await page.evaluate(() => history.length)).toBe(1);
});
