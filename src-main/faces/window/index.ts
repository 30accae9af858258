// The start of the window. Whatever is imported here is loaded before there is anything to see, so it is little: the rest
// comes with `furnish.ts`, once the page is there.
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { app, type BrowserWindow, Menu, safeStorage } from 'electron';
import { applyTheme } from './apply-theme.ts';
import { openWindow } from './browser-window.ts';
import type { CoreClient } from './core-client.ts';
import { keepDebuggersOut } from './debugging.ts';
import { electronPort } from './desktop/electron-port.ts';
import type { Furniture } from './furnish.ts';
import { guardAllContents } from './guard-contents.ts';
import { guardSessions } from './guard-session.ts';
import { answerPage } from './ipc.ts';
import { keyringLater } from './keyring-later.ts';
import { readOptions, throwAwayFolder } from './options.ts';
import { registerPageScheme, servePage } from './page-scheme.ts';
import { openPreferences, type PreferenceStore } from './preferences.ts';
import { startRestorableCore } from './restorable-core.ts';
import { tellPages } from './send-to-pages.ts';
import type { Updates } from './updates/updates.ts';

const options = readOptions(process.argv);
const throwAway = options.demo ? throwAwayFolder() : undefined;
if (throwAway) app.setPath('userData', path.join(throwAway.folder, 'profile'));
const resources = path.join(app.getAppPath(), 'resources');
const port = electronPort(resources, !options.demo);
let core: CoreClient | undefined;
let furniture: Furniture | undefined;

// Taken before the database opens; the system releases it when its holder is killed.
if (!app.requestSingleInstanceLock()) {
  const { en } = await import('#contract/messages/en/index.ts');
  console.log(en.desktop.terminal.alreadyOpen);
  app.exit(0);
} else {
  Menu.setApplicationMenu(null); // Electron would build its own before ours
  keepDebuggersOut();
  registerPageScheme();
  guardSessions();
  guardAllContents();
  // every process that shows a page is sandboxed, whatever its window asks for; as root Chromium has no sandbox at all
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('second-instance', port.showWindow);
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', closeFirst);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
  // Never awaited at the top level: Electron is ready only after this module has been evaluated.
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      console.error(error);
      app.exit(1);
    });
}

async function start(): Promise<void> {
  servePage(path.join(import.meta.dirname, '..', 'renderer'));
  const preferences = openPreferences();
  applyTheme(preferences.get().theme);
  // a hidden start has time, but must first know whether there is a tray
  let window = options.hidden ? undefined : show(preferences, false);
  const folder = chooseWorkspace(preferences);
  const opened = startRestorableCore(
    { folder, demo: options.demo, resources, osUser: userInfo().username, givenKey: options.givenKey },
    tellPages,
    keyringLater(import('./keyring.ts').then(({ safeStorageKeyring }) => safeStorageKeyring(safeStorage))),
  );
  core = opened;
  const furnished = (window ? loaded(window) : Promise.resolve())
    .then(() => import('./furnish.ts'))
    .then(({ furnish }) => furnish({ core: opened, preferences, port, facts: { folder, demo: options.demo } }));
  answerPage({ core, preferences, methods: furnished.then(({ methods }) => methods) });
  furniture = await furnished;
  window ??= show(preferences, await furniture.begin());
  if (window.isDestroyed()) return; // closed before it was furnished
  furniture.stand(window);
  await loaded(window);
  if (window.isDestroyed()) return;
  core.begin();
  furniture.watch(window);
  if (!options.hidden) void furniture.begin();
  await furniture.tellConsole();
}

const show = (preferences: PreferenceStore, hidden: boolean): BrowserWindow =>
  openWindow(preferences, { hidden, closing: () => furniture?.closing() ?? true });

/** Resolves once the page is there, or is known not to come. */
const loaded = ({ webContents }: BrowserWindow): Promise<void> =>
  webContents.isLoading()
    ? new Promise((resolve) => webContents.once('did-stop-loading', () => resolve()))
    : Promise.resolve();

/** The one asked for, else the last one open if it is still there, else this computer's own. */
function chooseWorkspace(preferences: PreferenceStore): string {
  if (throwAway) return path.join(throwAway.folder, 'workspace');
  const last = preferences.workspace();
  const folder =
    options.workspace ?? (last && existsSync(last) ? last : path.join(app.getPath('userData'), 'workspace'));
  preferences.saveWorkspace(folder);
  return folder;
}

let closed = false;
function closeFirst(event: Electron.Event): void {
  if (closed || !core) {
    throwAway?.remove();
    return;
  }
  event.preventDefault();
  void core.close().finally(async () => {
    closed = true;
    if (furniture?.updates.state().at === 'leaving') await installLast(furniture.updates);
    app.quit();
  });
}

/** The old version starts the new one, which must find nobody here. */
async function installLast(wanted: Updates): Promise<void> {
  app.releaseSingleInstanceLock();
  try {
    await wanted.last();
  } catch (error) {
    console.error(error);
    app.relaunch(); // else somebody who asked for a newer Gatehouse would have none
  }
}
