import path from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  Menu,
  type MenuItemConstructorOptions,
  Notification,
  nativeImage,
  powerMonitor,
  Tray,
} from 'electron';
import { hiddenSwitch, xdgAutostart } from './autostart.ts';
import type { DesktopPort, Tray as TrayLook } from './port.ts';
import { trayOffered } from './tray-offered.ts';

/** The console's own window; the demo's invitee has another, as its child. */
const consoleWindow = () => BrowserWindow.getAllWindows().find((window) => window.getParentWindow() === null);

/** Those on screen: nothing else would keep them alive until they are clicked. */
const shown = new Set<Notification>();

/**
 * The desktop through Electron.
 * @param resources folder with the icons
 * @param lasting whether the profile is permanent: a demo's is not, so it cannot start at login
 */
export function electronPort(resources: string, lasting: boolean): DesktopPort {
  let tray: Tray | undefined;
  return {
    trayOffered: () => trayOffered(process.platform),
    showTray(look) {
      tray ??= new Tray(trayImage(resources));
      tray.setToolTip(look.tooltip);
      tray.setContextMenu(menuOf(look));
      tray.removeAllListeners('click');
      // on macOS a click shows the menu
      if (process.platform !== 'darwin') tray.on('click', look.onClick);
    },
    hideTray() {
      tray?.destroy();
      tray = undefined;
    },
    showProgress({ mode, value }) {
      const shownValue = { none: -1, indeterminate: 2, normal: value, paused: value, error: value }[mode];
      consoleWindow()?.setProgressBar(shownValue, { mode });
    },
    showBadge: (count) => void app.setBadgeCount(count),
    ...(lasting ? loginItem() : { startsAtLogin: () => null, setStartAtLogin: () => {} }),
    notificationsOffered: () => Notification.isSupported(),
    notify(title, body) {
      const notification = new Notification({ title, body });
      shown.add(notification);
      return new Promise((resolve) => {
        const end = (clicked: boolean) => {
          shown.delete(notification);
          resolve(clicked);
        };
        notification.once('click', () => end(true));
        notification.once('close', () => end(false));
        notification.once('failed', () => end(false));
        notification.show();
      });
    },
    isFocused: () => BrowserWindow.getFocusedWindow() !== null,
    showWindow() {
      const window = consoleWindow();
      if (window?.isMinimized()) window.restore();
      window?.show();
      window?.focus();
    },
    hideWindow: () => consoleWindow()?.hide(),
    async say(title, text) {
      const options = { type: 'info' as const, title: app.name, message: title, detail: text };
      const window = consoleWindow();
      await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
    },
    onAway(listener) {
      powerMonitor.on('suspend', listener);
      powerMonitor.on('lock-screen', listener);
      return () => {
        powerMonitor.off('suspend', listener);
        powerMonitor.off('lock-screen', listener);
      };
    },
    onBack(listener) {
      powerMonitor.on('resume', listener);
      return () => void powerMonitor.off('resume', listener);
    },
    quit: () => app.quit(),
  };
}

function loginItem(): Pick<DesktopPort, 'startsAtLogin' | 'setStartAtLogin'> {
  if (process.platform === 'linux') {
    // asked each time: after an update an AppImage may be another file
    const entry = () => xdgAutostart(ownCommand(), process.env);
    return { startsAtLogin: () => entry().isOn(), setStartAtLogin: (on) => entry().set(on) };
  }
  const [program, ...args] = ownCommand();
  const item = { ...(program ? { path: program } : {}), args };
  return {
    startsAtLogin: () => app.getLoginItemSettings(item).openAtLogin,
    setStartAtLogin: (on) => app.setLoginItemSettings({ ...item, openAtLogin: on }),
  };
}

/** The command that starts this very program; an AppImage is not the file that runs inside it. */
const ownCommand = () => [
  process.env.APPIMAGE ?? process.execPath,
  ...(app.isPackaged ? [] : [app.getAppPath()]),
  hiddenSwitch,
];

/** macOS colours a template image itself, for light and dark menu bars; `@2x` beside the file is found by its name. */
function trayImage(resources: string) {
  const mac = process.platform === 'darwin';
  const image = nativeImage.createFromPath(path.join(resources, 'tray', mac ? 'trayTemplate.png' : 'tray.png'));
  if (mac) image.setTemplateImage(true);
  return image;
}

function menuOf({ groups }: TrayLook): Menu {
  const entries = groups.map((group) =>
    group.map(
      ({ label, run }): MenuItemConstructorOptions => (run ? { label, click: run } : { label, enabled: false }),
    ),
  );
  const line = { type: 'separator' } as const;
  return Menu.buildFromTemplate(entries.flatMap((group, at) => (at === 0 ? group : [line, ...group])));
}
