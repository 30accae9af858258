import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { closeWindow, type RunningApp, startApp, temporaryFolder } from './support/app.ts';
import { look } from './support/look.ts';
import { callCore, closeToasts, createOrganization, goTo, organizationIdOf, words } from './support/steps.ts';
import { startTrayDesktop } from './support/tray-desktop.ts';

const { tray: say, menu: menuWords } = words.desktop;
const { thisComputer } = words.profile;

interface Handed {
  /** What was given to the taskbar: value and mode. */
  readonly bars: { value: number; mode: string }[];
  /** Labels of the tray's menu, the latest last. */
  readonly trays: string[][];
  /** Messages shown over the window. */
  readonly said: string[];
  tray?: Electron.Menu;
  popup?: Electron.Menu;
}
declare global {
  var handed: Handed;
}

/** Listens where Electron hands things to the system; a test machine has neither taskbar nor tray to look at. */
const listen = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow, Tray, Menu, dialog }) => {
    globalThis.handed = { bars: [], trays: [], said: [] };
    const [window] = BrowserWindow.getAllWindows();
    if (window)
      window.setProgressBar = (value, options) =>
        void globalThis.handed.bars.push({ value, mode: options?.mode ?? 'normal' });
    Tray.prototype.setContextMenu = (menu) => {
      if (!menu) return;
      globalThis.handed.tray = menu;
      globalThis.handed.trays.push(menu.items.map((item) => (item.type === 'separator' ? '-' : item.label)));
    };
    Menu.prototype.popup = function popup() {
      globalThis.handed.popup = this;
    };
    dialog.showMessageBox = (async (...given: unknown[]) => {
      globalThis.handed.said.push((given.at(-1) as { message: string }).message);
      return { response: 0, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
  });
const handedOver = ({ app }: RunningApp) =>
  app.evaluate(() => {
    const { bars, trays, said } = globalThis.handed;
    return { bars, trays, said };
  });
/** The demo takes a while to be made. */
const inside = (page: Page) =>
  expect(page.getByRole('navigation', { name: words.desktop.navigation.label, exact: true })).toBeVisible({
    timeout: 30_000,
  });
const isVisible = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
const chooseInTray = ({ app }: RunningApp, label: string) =>
  app.evaluate((_electron, wanted) => {
    globalThis.handed.tray?.items.find((item) => item.label === wanted)?.click();
  }, label);

test('the tray shows what the overview says is due and leads there; closing the window leaves Gatehouse running', async () => {
  const { folder, remove } = temporaryFolder();
  const desktop = await startTrayDesktop(folder);
  const running = await startApp(path.join(folder, 'profile'), ['--demo'], undefined, desktop.chromium);
  const { page } = running;
  try {
    await inside(page);
    await listen(running);
    await goTo(page, '/overview');
    const attention = page.getByRole('region', { name: words.overview.attention });
    await expect(attention.getByRole('listitem').first()).toBeVisible({ timeout: 20_000 });

    await goTo(page, '/profile');
    const tray = page.getByRole('switch', { name: thisComputer.tray });
    await expect(tray).toBeEnabled();
    await expect(tray).not.toBeChecked();
    expect((await handedOver(running)).trays).toEqual([]);
    await tray.click();
    const title = words.guests.overview.title(4, 14);
    await expect.poll(async () => (await handedOver(running)).trays.at(-1)).toContain(title);
    // the same as on the page; in the demo mail goes out meanwhile, so more may become due, in both places
    await goTo(page, '/overview');
    await expect(async () => {
      const shown = (await handedOver(running)).trays.at(-1) ?? [];
      expect(shown.slice(-3)).toEqual(['-', say.open, say.quit]);
      for (const due of shown.slice(0, -3))
        expect(await attention.getByText(due, { exact: true }).isVisible()).toBe(true);
      expect(await attention.getByRole('listitem').count()).toBe(shown.length - 3);
    }).toPass({ timeout: 20_000 });

    await closeWindow(running);
    await expect.poll(() => isVisible(running)).toBe(false);
    expect((await handedOver(running)).said).toEqual([say.stays.title]);
    await chooseInTray(running, title);
    await expect.poll(() => isVisible(running)).toBe(true);
    await expect(page.getByRole('tab', { name: /^Expiring/, selected: true })).toBeVisible();
    await closeWindow(running);
    await expect.poll(() => isVisible(running)).toBe(false);
    expect((await handedOver(running)).said).toHaveLength(1);
    await chooseInTray(running, say.open);
    await expect.poll(() => isVisible(running)).toBe(true);

    // locked, it says nothing
    await callCore(page, 'session.lock', {});
    await expect.poll(async () => (await handedOver(running)).trays.at(-1)?.[0]).toBe(say.closed);

    const gone = running.app.waitForEvent('close');
    await chooseInTray(running, say.quit);
    await gone;
  } finally {
    await running.close().catch(() => {});
    await desktop.close();
    remove();
  }
});

test('on a desktop that shows no icons the tray is off and says why; closing the window quits Gatehouse', async () => {
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'), ['--demo'], undefined, {
    env: { DBUS_SESSION_BUS_ADDRESS: `unix:path=${path.join(folder, 'nowhere')}` },
  });
  const { page } = running;
  try {
    await inside(page);
    await goTo(page, '/profile');
    await expect(page.getByText(thisComputer.noTray)).toBeVisible();
    await expect(page.getByRole('switch', { name: thisComputer.tray })).toBeDisabled();
    await expect(page.getByRole('switch', { name: thisComputer.startAtLogin })).toBeDisabled();
    await page.getByRole('switch', { name: thisComputer.startAtLogin }).scrollIntoViewIfNeeded();
    await look(running, 'this-computer');
    const gone = running.app.waitForEvent('close');
    await closeWindow(running);
    await gone;
  } finally {
    await running.close().catch(() => {});
    remove();
  }
});

test('starting at login is a desktop entry; started by it, the window waits in the tray', async () => {
  const { folder, remove } = temporaryFolder();
  const desktop = await startTrayDesktop(folder);
  const profile = path.join(folder, 'profile');
  const config = path.join(folder, 'config');
  const chromium = { env: { ...desktop.chromium.env, XDG_CONFIG_HOME: config } };
  const entry = path.join(config, 'autostart', 'gatehouse.desktop');
  const running = await startApp(profile, [], undefined, chromium);
  try {
    const { page } = running;
    const surroundings = () => page.evaluate(() => window.gatehouse.desktop.surroundings());
    expect(await surroundings()).toEqual({ tray: true, startsAtLogin: false });
    expect(await page.evaluate(() => window.gatehouse.desktop.startAtLogin(true))).toBeNull();
    expect(readFileSync(entry, 'utf8')).toMatch(/^Exec=.* --hidden$/m);
    expect(await surroundings()).toEqual({ tray: true, startsAtLogin: true });
    expect(await page.evaluate(() => window.gatehouse.desktop.startAtLogin(false))).toBeNull();
    expect(existsSync(entry)).toBe(false);
    await page.evaluate(() => window.gatehouse.desktop.savePreferences({ tray: true }));
  } finally {
    await running.app.evaluate(({ app }) => app.quit()).catch(() => {});
    await running.close().catch(() => {});
  }
  const hidden = await startApp(profile, ['--hidden'], undefined, chromium);
  try {
    await expect(hidden.page.getByLabel('Organization name')).toBeAttached();
    expect(await isVisible(hidden)).toBe(false);
  } finally {
    await hidden.app.evaluate(({ app }) => app.quit()).catch(() => {});
    await hidden.close().catch(() => {});
    await desktop.close();
    remove();
  }
});

test('long work shows in the taskbar from its beginning to its end', async () => {
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'));
  const { page } = running;
  try {
    await createOrganization(page, 'Example Logistics');
    const organizationId = await organizationIdOf(page);
    // enough that the work is seen under way
    for (const batch of ['a', 'b', 'c']) {
      const entries = Array.from({ length: 3000 }, (_, n) => ({ email: `${batch}${n}@example.org` }));
      await callCore(page, 'invitations.send', { organizationId, entries, defaults: { roles: ['Member'] } });
    }
    await listen(running);
    // a job of the core, whoever began it; mail waits for a server and is no work
    await callCore(page, 'users.exportMany', { organizationId, choice: { kind: 'matching', filter: {} } });
    const last = async () => (await handedOver(running)).bars.at(-1);
    await expect.poll(last, { timeout: 60_000 }).toEqual({ value: -1, mode: 'none' });
    const { bars } = await handedOver(running);
    const values = bars.slice(0, -1).map(({ value }) => value);
    expect(bars.slice(0, -1).every(({ mode }) => mode === 'normal')).toBe(true);
    expect(values.length).toBeGreaterThan(0);
    expect(values).toEqual([...new Set(values)].sort((a, b) => a - b));
  } finally {
    await running.close();
    remove();
  }
});

test('the menu names the actions with their keys and performs them; what cannot be done now is off', async () => {
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'), ['--demo']);
  const { page } = running;
  const item = (id: string) =>
    running.app.evaluate(({ Menu }, wanted) => {
      const found = Menu.getApplicationMenu()?.getMenuItemById(wanted);
      return found ? { label: found.label, keys: found.accelerator ?? null, enabled: found.enabled } : null;
    }, id);
  const click = (id: string) =>
    running.app.evaluate(({ Menu }, wanted) => void Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);
  try {
    await inside(page);
    await goTo(page, '/overview');
    await expect.poll(async () => (await item('paste'))?.enabled).toBe(true);
    expect(await item('paste')).toEqual({
      label: words.users.add.paste,
      keys: 'CommandOrControl+I',
      enabled: true,
    });
    await click('/users');
    await expect(page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible();
    await click('paste');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);

    const zoomed = () => page.evaluate(() => window.innerWidth);
    const actual = await zoomed();
    await click('zoom-in');
    await expect.poll(zoomed).toBeLessThan(actual);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible();
    await expect.poll(zoomed).toBeLessThan(actual);
    expect(await page.evaluate(() => window.gatehouse.desktop.preferences().then(({ zoom }) => zoom))).toBe(1.1);
    await click('zoom-reset');
    await expect.poll(zoomed).toBe(actual);

    await page.evaluate(() => window.gatehouse.desktop.savePreferences({ language: 'de' }));
    await expect.poll(async () => (await item('lock'))?.label).toBe('Sperren');
    await expect.poll(async () => (await item('lock'))?.enabled).toBe(true);
    await callCore(page, 'session.lock', {});
    await expect.poll(async () => (await item('lock'))?.enabled).toBe(false);
  } finally {
    await running.close();
    remove();
  }
});

test('the right mouse button offers the actions of a row, and those for text in a field', async () => {
  const { folder, remove } = temporaryFolder();
  const running = await startApp(path.join(folder, 'profile'), ['--demo']);
  const { page } = running;
  try {
    await inside(page);
    await listen(running);
    await goTo(page, '/users');
    // a row of a person: while people are read, rows of bones stand for them
    const row = page.locator('main tbody tr[tabindex]').nth(1);
    await expect(row).toBeVisible({ timeout: 20_000 });
    await row.getByRole('cell').nth(1).click({ button: 'right' });
    const menu = page.getByRole('menu');
    await expect(menu).toBeVisible();
    const byMouse = await menu.getByRole('menuitem').allInnerTexts();
    await closeToasts(page);
    await look(running, 'row-menu');
    await page.keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
    await expect(row).toBeFocused();
    await page.keyboard.press('Shift+F10');
    await expect(menu).toBeVisible();
    expect(await menu.getByRole('menuitem').allInnerTexts()).toEqual(byMouse);
    await page.keyboard.press('Escape');
    await expect(menu).toHaveCount(0);

    await page.getByRole('searchbox').or(page.getByRole('textbox')).first().click({ button: 'right' });
    const labels = () => running.app.evaluate(() => globalThis.handed.popup?.items.map(({ label }) => label) ?? []);
    await expect.poll(labels).toContain(menuWords.paste);
    expect(await labels()).toEqual([
      ...[menuWords.undo, menuWords.redo, '', menuWords.cut, menuWords.copy, menuWords.paste, '', menuWords.selectAll],
    ]);
  } finally {
    await running.close();
    remove();
  }
});
