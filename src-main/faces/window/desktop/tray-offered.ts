import { execFile } from 'node:child_process';

/** The program that shows tray icons on a Linux desktop holds this name on the session bus. */
const watcher = 'org.kde.StatusNotifierWatcher';
const longestAnswer = 2000;

/** Windows and macOS always show tray icons; on Linux it depends on the desktop, and Electron cannot tell. */
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
