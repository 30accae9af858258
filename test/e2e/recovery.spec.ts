import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { openCore } from '../../src-main/core.ts';
import { codeOf, stepAt } from '../../src-main/features/twofactor/totp.ts';
import { startApp, temporaryFolder } from './support/app.ts';
import { look, saveTo } from './support/look.ts';
import { callCore, clipboardText, closeToasts, fillFirstStart, goTo, owner, signIn, words } from './support/steps.ts';

const { recovery: say, session, desktop, twofactor } = words;
const next = 'another sentence of mine';
const shape = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){5}$/;

const codeOn = async (page: Page) =>
  (await page.getByRole('list', { name: say.keep.list }).getByRole('listitem').textContent()) ?? '';

/** Pictures show what a code looks like, and none that opens anything. */
const hideCode = (page: Page) =>
  page
    .getByRole('list', { name: say.keep.list })
    .getByRole('listitem')
    .evaluate((item) => {
      item.textContent = 'EXAM-P1EC-0DEN-0TRE-A1AT-A110';
    });

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: desktop.header.account }).click();
  await page.getByRole('menuitem', { name: desktop.account.signOut }).click();
  await expect(page.getByRole('heading', { name: session.signIn.title })).toBeVisible();
}

async function givePassword(page: Page, password: string): Promise<void> {
  await page.getByLabel(session.signIn.email).fill(owner.email);
  await page.getByRole('textbox', { name: session.signIn.password }).fill(password);
  await page.getByRole('button', { name: session.signIn.submit }).click();
}

const console_ = (page: Page) => page.getByRole('navigation', { name: desktop.navigation.label, exact: true });

test('the recovery code of the first start lets an owner who forgot the password back in, and the next one is shown', async () => {
  test.setTimeout(180_000);
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'));
  try {
    const { page } = running;
    await fillFirstStart(page, 'Example Logistics');
    const code = await codeOn(page);
    expect(code).toMatch(shape);
    for (const key of ['Escape', 'Enter', 'Space']) await page.keyboard.press(key); // not by accident
    await expect(page.getByRole('heading', { name: say.keep.title })).toBeVisible();
    // whoever leaves the desk now leaves the code covered, and finds it again
    const stage = () => callCore<{ stage: string }>(page, 'session.state', {}).then((state) => state.stage);
    await expect.poll(stage).toBe('signed-in');
    await callCore(page, 'session.lock', {});
    const lock = page.getByRole('dialog', { name: session.lock.title });
    await lock.getByRole('textbox', { name: session.signIn.password }).fill(owner.password);
    const behind = () =>
      page.getByRole('button', { name: say.keep.kept }).evaluate((button) => button.closest('[inert]') !== null);
    expect(await behind()).toBe(true);
    await page.keyboard.press('Enter');
    await expect(lock).toHaveCount(0);
    expect(await codeOn(page)).toBe(code);
    const file = path.join(folder, 'code.txt');
    await saveTo(running, file);
    await page.getByRole('button', { name: twofactor.codes.save }).click();
    await expect(page.getByText(twofactor.codes.saved(file))).toBeVisible();
    await page.getByRole('button', { name: twofactor.codes.copy }).click();
    await expect(page.getByText(twofactor.codes.copied)).toBeVisible();
    const kept = readFileSync(file, 'utf8');
    expect(kept).toMatch(new RegExp(`${owner.email}.*\\n\\n${code}\\n$`));
    expect(await clipboardText(running)).toBe(kept);
    await closeToasts(page);
    await hideCode(page);
    await look(running, 'recovery-keep');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText(kept.split('\n')[0] ?? '')).toBeVisible();
    await expect(page.getByRole('button', { name: say.keep.kept })).toHaveCount(0);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: say.keep.kept }).click();
    await expect(page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible();

    await signOut(page);
    await look(running, 'recovery-sign-in');
    await page.getByLabel(session.signIn.email).fill(owner.email);
    await page.getByRole('button', { name: say.forgotten.link }).click();
    await expect(page.getByLabel(session.signIn.email)).toHaveValue(owner.email);
    const field = page.getByRole('textbox', { name: say.forgotten.code });
    await expect(field).toBeFocused();
    const password = page.getByRole('textbox', { name: say.forgotten.password });
    await field.fill('AAAA-BBBB-CCCC-DDDD-EEEE-FFFF');
    await password.fill('short');
    await page.keyboard.press('Enter');
    await expect(password).toBeFocused();
    await password.fill(next);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveText(words.errors.table['recovery-refused']({}));
    await look(running, 'recovery-forgotten');
    await field.fill(code.toLowerCase().replaceAll('-', ' '));
    await page.keyboard.press('Enter');
    await expect(page.getByText(say.keep.leadAgain)).toBeVisible();
    const second = await codeOn(page);
    expect(second).toMatch(shape);
    expect(second).not.toBe(code);
    await page.getByRole('button', { name: say.keep.kept }).click();
    await expect(console_(page)).toBeVisible();

    await signOut(page);
    await givePassword(page, owner.password);
    await expect(page.getByText(words.errors.table['wrong-credentials']({}))).toBeVisible();
    await givePassword(page, next);
    await expect(console_(page)).toBeVisible();
  } finally {
    await running.close();
    remove();
  }
});

test('an owner makes a new code on their profile; a second factor is asked for there, and after recovering', async () => {
  test.setTimeout(180_000);
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'));
  try {
    const { page } = running;
    await fillFirstStart(page, 'Example Logistics');
    const first = await codeOn(page);
    await page.getByRole('button', { name: say.keep.kept }).click();
    await expect(console_(page)).toBeVisible();
    await goTo(page, '/profile');
    const section = page.getByRole('region', { name: say.title });
    await section.getByRole('button', { name: say.renew }).scrollIntoViewIfNeeded();
    await look(running, 'recovery-profile');
    await section.getByRole('button', { name: say.renew }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: twofactor.password }).fill('not mine');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(words.profile.password.wrong)).toBeVisible();
    await dialog.getByRole('textbox', { name: twofactor.password }).fill(owner.password);
    await look(running, 'recovery-proof');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(say.keep.lead)).toBeVisible();
    const code = await codeOn(page);
    expect(code).not.toBe(first);
    await page.keyboard.press('Escape');
    await expect(dialog.getByText(say.keep.lead)).toBeVisible();
    await hideCode(page);
    await look(running, 'recovery-renewed');
    await dialog.getByRole('button', { name: say.keep.kept }).click();

    const { secret } = await callCore<{ secret: string }>(page, 'twofactor.begin', { password: owner.password });
    const now = (steps: number) => codeOf(secret, stepAt(Date.now()) + steps);
    const { recoveryCodes } = await callCore<{ recoveryCodes: string[] }>(page, 'twofactor.confirm', { code: now(0) });
    await signOut(page);
    await page.getByRole('button', { name: say.forgotten.link }).click();
    await page.getByLabel(session.signIn.email).fill(owner.email);
    await page.getByRole('textbox', { name: say.forgotten.code }).fill(code);
    await page.getByRole('textbox', { name: say.forgotten.password }).fill(next);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: say.keep.kept }).click();
    await expect(page.getByRole('heading', { name: twofactor.signIn.title })).toBeVisible();
    await page.getByRole('textbox', { name: twofactor.code }).fill(recoveryCodes[0] ?? '');
    await page.keyboard.press('Enter');
    await expect(console_(page)).toBeVisible();
    await goTo(page, '/profile');
    await section.getByRole('button', { name: say.renew }).click();
    await expect(dialog.getByRole('textbox', { name: twofactor.code })).toBeVisible();
  } finally {
    await running.close();
    remove();
  }
});

/** A workspace of a version that had no recovery codes yet. */
async function fromBefore(folder: string): Promise<void> {
  const core = await openCore({ folder });
  const anybody = { face: 'cli', credentials: { kind: 'anonymous' } } as const;
  await core.dispatch(anybody, 'organizations.create', { name: 'Example Logistics', owner });
  await core.changes.write([], core.clock.now(), async (db) => {
    await db.deleteFrom('owner_recovery').execute();
  });
  await core.close();
}

test('an owner from an earlier version is told on the overview and the profile that they have no code, and makes one', async () => {
  const { folder, remove } = temporaryFolder();
  const profile = path.join(folder, 'profile');
  await fromBefore(path.join(profile, 'workspace'));
  const running = await startApp(profile);
  try {
    const { page } = running;
    await signIn(page);
    await goTo(page, '/overview');
    await expect(page.getByText(say.attention.title)).toBeVisible();
    await look(running, 'recovery-overview');
    await page.getByRole('link', { name: say.attention.action }).click();
    await expect(page.getByText(say.none)).toBeVisible();
    await page.getByRole('button', { name: say.make }).scrollIntoViewIfNeeded();
    await look(running, 'recovery-none');
    await page.getByRole('button', { name: say.make }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: twofactor.password }).fill(owner.password);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: say.keep.kept }).click();
    await expect(page.getByText(say.none)).toHaveCount(0);
    await goTo(page, '/overview');
    await expect(page.getByRole('heading', { name: words.overview.attention })).toBeVisible();
    await expect(page.getByText(say.attention.title)).toHaveCount(0);
  } finally {
    await running.close();
    remove();
  }
});
