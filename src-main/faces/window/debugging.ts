import path from 'node:path';
import { app } from 'electron';

const doors = ['remote-debugging-port', 'remote-debugging-pipe'];

/**
 * Keeps Chromium's debugging port shut on the usual profile of a packaged program: whoever can start it there would read
 * along in the window of somebody who signs in later. On a profile of its own (`--user-data-dir`) there is nothing to read, and
 * tests drive the very build that is handed out. Call before Electron is ready: the port opens then.
 */
export function keepDebuggersOut(): void {
  if (!app.isPackaged) return;
  const usual = path.join(app.getPath('appData'), app.getName());
  if (path.resolve(app.getPath('userData')) !== path.resolve(usual)) return;
  for (const door of doors) app.commandLine.removeSwitch(door);
}
