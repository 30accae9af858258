import path from 'node:path';
import { app } from 'electron';

const doors = ['remote-debugging-port', 'remote-debugging-pipe'];

/**
 * Keeps Chromium's debugging port shut on the usual profile of a packaged program: somebody who starts it there could read
 * along when another person signs in later. On a separate profile (`--user-data-dir`) there is nothing to read, and tests
 * can drive the very build that is shipped. Call before Electron is ready: the port opens then.
 */
export function keepDebuggersOut(): void {
  if (!app.isPackaged) return;
  const usual = path.join(app.getPath('appData'), app.getName());
  if (path.resolve(app.getPath('userData')) !== path.resolve(usual)) return;
  for (const door of doors) app.commandLine.removeSwitch(door);
}
