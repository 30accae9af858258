import path from 'node:path';
import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { type RunningApp, startApp, temporaryFolder } from './support/app.ts';
import { look } from './support/look.ts';
import { callCore, createOrganization, goTo, owner, words } from './support/steps.ts';

const { failed, navigation } = words.desktop;
const { invitations, session } = words;

let place: ReturnType<typeof temporaryFolder>;
let running: RunningApp;
let page: Page;
let network: CDPSession;

test.beforeEach(async () => {
  place = temporaryFolder();
  running = await startApp(path.join(place.folder, 'profile'));
  page = running.page;
  network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
});
test.afterEach(async () => {
  await running.close();
  place.remove();
});

/** From now on these files of the page are missing, as when the program is replaced while it runs. */
const gone = (...names: string[]) =>
  network.send('Network.setBlockedURLs', { urls: names.map((name) => `*/assets/${name}-*.js`) });
const told = () => page.getByRole('alert').filter({ has: page.getByRole('heading', { name: failed.part }) });
const loadAgain = () => told().getByRole('button', { name: failed.again }).click();

test('a part of the window that is missing at the first start or at sign-in is reported, and loaded again', async () => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await gone('FirstStart');
  await page.reload();
  await expect(told()).toContainText(failed.partText);
  await expect(page.locator('#first')).toHaveCount(0);
  await gone();
  await loadAgain();
  await createOrganization(page, 'Example Logistics');

  await callCore(page, 'session.signOut', {});
  await expect(page.getByRole('heading', { name: session.signIn.title })).toBeVisible();
  await gone('Inside');
  await page.reload();
  await page.getByLabel(session.signIn.email).fill(owner.email);
  await page.getByRole('textbox', { name: session.signIn.password }).fill(owner.password);
  await page.getByRole('button', { name: session.signIn.submit }).click();
  await expect(told()).toBeVisible();
  await look(running, 'missing-part');
  await gone();
  await loadAgain();
  await expect(page.getByRole('navigation', { name: navigation.label, exact: true })).toBeVisible();
});

test('when a page is missing the others stay within reach, and an unsent list is there after loading again', async () => {
  await createOrganization(page, 'Example Logistics');
  const box = page.getByRole('textbox', { name: invitations.paste.box });
  await page.keyboard.press('Control+i');
  await expect(box).toBeFocused();
  await page.keyboard.type('ana@example.org');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: invitations.leave.keep }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await gone('AuditPage');
  await goTo(page, '/audit');
  await expect(told()).toBeVisible();
  await look(running, 'missing-page');
  const rail = page.getByRole('navigation', { name: navigation.label, exact: true });
  await rail.getByRole('link', { name: navigation.users, exact: true }).click();
  await expect(page.getByRole('heading', { name: navigation.users, level: 1 })).toBeVisible();
  await rail.getByRole('link', { name: navigation.audit, exact: true }).click();
  await expect(told()).toBeVisible();
  await gone();
  await loadAgain();
  await expect(page.getByRole('heading', { name: navigation.audit, level: 1 })).toBeVisible();
  await page.keyboard.press('Control+i');
  await expect(box).toHaveValue('ana@example.org');
});
