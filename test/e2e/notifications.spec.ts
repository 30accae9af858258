import path from 'node:path';
import { expect, test } from '@playwright/test';
import { type RunningApp, startApp, temporaryFolder } from './support/app.ts';
import { goTo, organizationIdOf, words } from './support/steps.ts';

type Shown = { title: string; body: string; click: () => void };
declare global {
  var shownNotifications: Shown[];
}

/** Listens where Electron hands a notification to the system, which on a test machine has nothing to show it with. */
const listen = ({ app }: RunningApp) =>
  app.evaluate(({ Notification }) => {
    globalThis.shownNotifications = [];
    Notification.isSupported = () => true;
    Notification.prototype.show = function show() {
      globalThis.shownNotifications.push({ title: this.title, body: this.body, click: () => this.emit('click') });
    };
  });
const shown = ({ app }: RunningApp) =>
  app.evaluate(() => globalThis.shownNotifications.map(({ title, body }) => ({ title, body })));
const putAside = ({ app }: RunningApp) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
const isFocused = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused());

test('guests who lose access soon are announced once a day while nobody looks, and a click leads to them', async () => {
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'), ['--demo']);
  const { page } = running;
  const notice = page.getByText(words.guests.notice.title(4, 14));
  /** The page's clock goes on to the next day; the core's stays. */
  const nextDay = () => page.clock.fastForward(86_400_000);
  try {
    await listen(running);
    // timers that began before it would not hear of it
    await page.clock.install();
    await page.reload();
    await goTo(page, '/guests');
    await expect(notice).toBeVisible({ timeout: 20_000 });
    const told = async () => {
      const { expiryTold } = await page.evaluate(() => window.gatehouse.desktop.preferences());
      return expiryTold?.[await organizationIdOf(page)];
    };
    await expect.poll(told).toBeDefined();
    const first = (await told()) ?? 0;
    await goTo(page, '/overview');
    await putAside(running);
    expect(await shown(running)).toEqual([]);

    await nextDay();
    await expect.poll(() => shown(running)).toHaveLength(1);
    expect(await shown(running)).toEqual([
      { title: 'Halden Marine Logistics', body: words.guests.notice.title(4, 14) },
    ]);
    expect(await told()).toBe(first + 1);
    await running.app.evaluate(() => globalThis.shownNotifications[0]?.click());
    await expect(page.getByRole('tab', { name: /^Expiring/, selected: true })).toBeVisible();
    await expect.poll(() => isFocused(running)).toBe(true);

    // whoever works in the window has the notice in it
    await nextDay();
    await expect.poll(told).toBe(first + 2);
    expect(await shown(running)).toHaveLength(1);

    // switched off, it is noted but not shown
    await goTo(page, '/profile');
    await page.getByRole('switch', { name: words.profile.thisComputer.notifications }).click();
    await putAside(running);
    await nextDay();
    await expect.poll(told).toBe(first + 3);
    expect(await shown(running)).toHaveLength(1);
  } finally {
    await running.close();
    remove();
  }
});
