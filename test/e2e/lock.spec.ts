import { expect, test } from '@playwright/test';
import { look } from './support/look.ts';
import { callCore, goTo, owner, words } from './support/steps.ts';
import { withOrganization } from './support/with-organization.ts';

const say = words.session.lock;

test('a window that locks with the screen asks for the password, and keeps what was typed', async () => {
  await withOrganization(async (running) => {
    const { app, page } = running;
    const password = page.getByRole('textbox', { name: words.session.signIn.password });
    const locked = page.getByRole('heading', { name: say.title });
    const unlock = async (typed: string) => {
      await password.fill(typed);
      await page.keyboard.press('Enter');
    };

    // half a list, and the screen of the computer is locked
    await goTo(page, '/users');
    await page.keyboard.press('Control+i');
    const list = page.getByRole('textbox', { name: words.invitations.paste.box });
    await list.fill('ana@example.org\nbela@exam');
    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
    await expect(locked).toBeVisible();
    await expect(password).toBeFocused();
    const behind = () => list.evaluate((element) => element.closest('[inert]') !== null);
    expect(await behind()).toBe(true); // neither reached nor read out
    await expect(callCore(page, 'organizations.list', {})).rejects.toThrow('locked');
    await look(running, 'locked');
    // no key reaches what is behind it
    await page.keyboard.press('Control+i');
    await page.keyboard.press('Escape');
    await page.mouse.click(20, 20);
    await page.keyboard.press('Escape');
    await unlock('not this one');
    await expect(page.getByText(words.errors.table['wrong-credentials']({}))).toBeVisible();
    await unlock(owner.password);
    await expect(locked).toHaveCount(0);
    expect(await behind()).toBe(false);
    await expect(list).toHaveValue('ana@example.org\nbela@exam');
    await expect(list).toBeFocused();

    // locked by hand, and left by signing out
    await list.fill('');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Control+l');
    await expect(locked).toBeVisible();
    await page.getByRole('button', { name: words.desktop.account.signOut }).click();
    await expect(page.getByRole('heading', { name: words.session.signIn.title })).toBeVisible();
  });
});

test('when a window locks is chosen for each computer, and “never” is one of the choices', async () => {
  await withOrganization(async (running) => {
    const { app, page } = running;
    await goTo(page, '/profile');
    const after = page.getByRole('combobox', { name: words.profile.thisComputer.lock });
    await expect(after).toHaveValue(words.profile.thisComputer.lockAfter(15));
    await look(running, 'profile-lock');
    await after.click();
    await page.getByRole('option', { name: words.profile.thisComputer.lockAfter(0) }).click();
    await expect(after).toHaveValue(words.profile.thisComputer.lockAfter(0));
    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
    // asked after the suspend was announced, so a lock would have come before
    expect(await callCore(page, 'session.state', {})).toMatchObject({ stage: 'signed-in' });
    await after.click();
    await page.getByRole('option', { name: words.profile.thisComputer.lockAfter(5) }).click();
    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
    await expect(page.getByRole('heading', { name: say.title })).toBeVisible();
  });
});
