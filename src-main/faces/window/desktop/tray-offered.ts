import { execFile } from 'node:child_process';

/** Who shows tray icons on a desktop of Linux holds this name on the session's bus. */
const watcher = 'org.kde.StatusNotifierWatcher';
const longestAnswer = 2000;

/** Windows and macOS always show tray icons; on Linux it depends on the desktop, and Electron does not tell. */
export function trayOffered(platform: NodeJS.Platform): Promise<boolean> {
  if (platform !== 'linux') return Promise.resolve(true);
  const bus = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'];
  const question = ['org.freedesktop.DBus.NameHasOwner', `string:${watcher}`];
  return new Promise((resolve) => {
    execFile('dbus-send', [...bus, ...question], { timeout: longestAnswer }, (error, answer) =>
      resolve(!error && /\bboolean true\b/.test(answer)),
    );
  });
}
