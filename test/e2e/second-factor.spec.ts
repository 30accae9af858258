import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { codeOf, stepAt } from '../../src-main/features/twofactor/totp.ts';
import { temporaryFolder } from './support/app.ts';
import { look, saveTo } from './support/look.ts';
import { callCore, closeToasts, goTo, organizationIdOf, owner, signIn, words } from './support/steps.ts';
import { withOrganization } from './support/with-organization.ts';

const { twofactor: say, session, desktop } = words;

/** What the app shows; a step of half a minute ahead where the current code was used. */
const codeNow = (secret: string, steps = 0) => codeOf(secret, stepAt(Date.now()) + steps);

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: desktop.header.account }).click();
  await page.getByRole('menuitem', { name: desktop.account.signOut }).click();
  await expect(page.getByRole('heading', { name: session.signIn.title })).toBeVisible();
}

async function givePassword(page: Page): Promise<void> {
  await page.getByLabel(session.signIn.email).fill(owner.email);
  await page.getByRole('textbox', { name: session.signIn.password }).fill(owner.password);
  await page.getByRole('button', { name: session.signIn.submit }).click();
}

test('two-factor sign-in is set up on the profile, asks for a code from then on, and is turned off again', async () => {
  await withOrganization(async (running) => {
    const { page } = running;
    await goTo(page, '/profile');
    await page.getByRole('button', { name: say.setUp }).click();
    const dialog = page.getByRole('dialog');
    const password = dialog.getByRole('textbox', { name: say.password });
    await password.fill('not mine');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(words.errors.table['wrong-credentials']({}))).toBeVisible();
    await password.fill(owner.password);
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('img', { name: say.scan.qr })).toBeVisible();
    // the key is a secret: no picture of this step is kept
    const secret = (
      (await dialog
        .locator('p')
        .filter({ hasText: /^([A-Z2-7]{4} ?){8}$/ })
        .textContent()) ?? ''
    ).replaceAll(' ', '');
    const code = dialog.getByRole('textbox', { name: say.code });
    await expect(code).toBeFocused();
    await code.fill('000000');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(words.errors.table['wrong-code']({}))).toBeVisible();
    await code.fill(codeNow(secret));
    await page.keyboard.press('Enter');

    const list = dialog.getByRole('list', { name: say.codes.list });
    await expect(list.getByRole('listitem')).toHaveCount(10);
    const codes = await list.getByRole('listitem').allTextContents();
    const { folder, remove } = temporaryFolder();
    try {
      const file = path.join(folder, 'codes.txt');
      await saveTo(running, file);
      await dialog.getByRole('button', { name: say.codes.save }).click();
      await expect(page.getByText(say.codes.saved(file))).toBeVisible();
      expect(readFileSync(file, 'utf8')).toBe(`${say.codes.head(owner.email)}\n\n${codes.join('\n')}\n`);
    } finally {
      remove();
    }
    await page.keyboard.press('Escape'); // not by accident
    await expect(list).toBeVisible();
    await dialog.getByRole('button', { name: say.codes.kept }).click();
    await expect(page.getByText(say.left(10))).toBeVisible();
    await page.getByRole('button', { name: say.renew }).scrollIntoViewIfNeeded();
    await look(running, 'second-factor-on');

    await signOut(page);
    await givePassword(page);
    const second = page.getByRole('textbox', { name: say.code });
    await expect(second).toBeFocused();
    await look(running, 'second-factor-code');
    await second.fill('123456');
    await page.keyboard.press('Enter');
    await expect(page.getByText(words.errors.table['wrong-code']({}))).toBeVisible();
    await page.getByRole('button', { name: say.signIn.back }).click();
    await givePassword(page);
    await second.fill((codes[0] ?? '').toLowerCase());
    await page.keyboard.press('Enter');
    await expect(page.getByText(say.signIn.codeUsed(9))).toBeVisible();

    await goTo(page, '/profile');
    await expect(page.getByText(say.left(9))).toBeVisible();
    await page.getByRole('button', { name: say.renew }).click();
    await dialog.getByRole('textbox', { name: say.password }).fill(owner.password);
    await dialog.getByRole('textbox', { name: say.code }).fill(codes[1] ?? '');
    await look(running, 'second-factor-proof');
    await page.keyboard.press('Enter');
    await expect(list.getByRole('listitem')).toHaveCount(10);
    const fresh = await list.getByRole('listitem').allTextContents();
    expect(fresh.filter((one) => codes.includes(one))).toEqual([]);
    await dialog.getByRole('button', { name: say.codes.kept }).click();

    await page.getByRole('button', { name: say.turnOff }).click();
    await dialog.getByRole('textbox', { name: say.password }).fill(owner.password);
    await dialog.getByRole('textbox', { name: say.code }).fill(fresh[9] ?? '');
    await dialog.getByRole('button', { name: say.turningOff.submit }).click();
    await expect(page.getByText(say.turningOff.done)).toBeVisible();
    await signOut(page);
    await signIn(page);
  });
});

test('where an organization requires two-factor sign-in, somebody without it sets it up before anything else', async () => {
  await withOrganization(async (running) => {
    const { page } = running;
    const organizationId = await organizationIdOf(page);
    await goTo(page, '/settings/organization');
    const demand = page.getByLabel(words.settings.organization.twoFactor);
    await demand.check();
    await page.getByRole('button', { name: words.settings.save }).click();
    await expect(page.getByText(words.errors.table['two-factor-first']({}))).toBeVisible();
    await closeToasts(page);
    const { secret } = await callCore<{ secret: string }>(page, 'twofactor.begin', { password: owner.password });
    const { recoveryCodes } = await callCore<{ recoveryCodes: string[] }>(page, 'twofactor.confirm', {
      code: codeNow(secret),
    });
    await page.getByRole('button', { name: words.settings.save }).click();
    await expect(page.getByText(words.settings.saved, { exact: true })).toBeVisible();
    await closeToasts(page);
    await demand.scrollIntoViewIfNeeded();
    await look(running, 'second-factor-demand');

    // without one the gate stands before the console, and nothing is read behind it
    const given = { password: owner.password, code: recoveryCodes[0] };
    await callCore(page, 'twofactor.turnOff', given);
    const gate = page.getByRole('heading', { name: say.needed.title('Example Logistics') });
    await expect(gate).toBeVisible();
    await expect(callCore(page, 'users.list', { organizationId })).rejects.toThrow('two-factor-needed');
    await look(running, 'second-factor-needed');
    await page.getByRole('textbox', { name: say.password }).fill(owner.password);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('img', { name: say.scan.qr })).toBeVisible();
    const key = page.locator('p').filter({ hasText: /^([A-Z2-7]{4} ?){8}$/ });
    const again = ((await key.textContent()) ?? '').replaceAll(' ', '');
    await page.getByRole('textbox', { name: say.code }).fill(codeNow(again));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: say.codes.list }).getByRole('listitem')).toHaveCount(10);
    await page.getByRole('button', { name: say.codes.kept }).click();
    await expect(gate).toHaveCount(0);
    const { rows } = await callCore<{ rows: { membershipId: number }[] }>(page, 'users.list', { organizationId });
    await goTo(page, `/users/${rows[0]?.membershipId}`);
    await expect(page.getByText(say.on, { exact: true })).toBeVisible();
  });
});
