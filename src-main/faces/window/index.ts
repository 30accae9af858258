import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { app, type BrowserWindow, safeStorage } from 'electron';
import { usualLockMinutes } from '#contract/desktop.ts';
import { messagesIn } from '#contract/messages/index.ts';
import { wordError } from '#contract/messages/word.ts';
import { openWindow } from './browser-window.ts';
import { offerContextMenu } from './context-menu.ts';
import type { CoreClient } from './core-client.ts';
import { keepDebuggersOut } from './debugging.ts';
import { electronPort } from './desktop/electron-port.ts';
import { createShell } from './desktop/shell.ts';
import { guardAllContents } from './guard-contents.ts';
import { guardSessions } from './guard-session.ts';
import { answerPage, applyTheme, askPage, tellPages, tellUpdates } from './ipc.ts';
import { onceReady, safeStorageKeyring } from './keyring.ts';
import { spoken } from './language.ts';
import { enableActions, setMenu } from './menu.ts';
import { watchNetwork } from './network.ts';
import { readOptions, throwAwayFolder } from './options.ts';
import { registerPageScheme, servePage } from './page-scheme.ts';
import { openPreferences, type PreferenceStore } from './preferences.ts';
import { startRestorableCore } from './restorable-core.ts';
import { openUpdates } from './updates/open-updates.ts';
import type { Updates } from './updates/updates.ts';
import { watchIdle } from './watch-idle.ts';
import { zoomStep } from './zoom.ts';

const options = readOptions(process.argv);
const throwAway = options.demo ? throwAwayFolder() : undefined;
if (throwAway) app.setPath('userData', path.join(throwAway.folder, 'profile'));
const resources = path.join(app.getAppPath(), 'resources');
const port = electronPort(resources, !options.demo);
let words = messagesIn('en');
let core: CoreClient | undefined;
let updates: Updates | undefined;
let mainWindow: BrowserWindow | undefined;

// Taken before the database opens; the system lets go of it when its holder is killed.
if (!app.requestSingleInstanceLock()) {
  console.log(words.desktop.terminal.alreadyOpen);
  app.exit(0);
} else {
  keepDebuggersOut();
  registerPageScheme();
  guardSessions();
  guardAllContents();
  // each process that shows a page is closed in, whatever its window asks for; as root Chromium has no sandbox at all
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('second-instance', port.showWindow);
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', closeFirst);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
  // The core opens while Chromium does. Never awaited at the top level: Electron is ready only after this module has been evaluated.
  Promise.all([Promise.resolve().then(openHouse), app.whenReady()])
    .then(([house]) => start(house))
    .catch((error: unknown) => {
      console.error(error);
      app.exit(1);
    });
}

interface OpenHouse {
  readonly preferences: PreferenceStore;
  readonly folder: string;
  readonly core: CoreClient;
}

function openHouse(): OpenHouse {
  const preferences = openPreferences();
  const folder = chooseWorkspace(preferences);
  core = startRestorableCore(
    { folder, demo: options.demo, resources, osUser: userInfo().username, givenKey: options.givenKey },
    tellPages,
    onceReady(app.whenReady(), safeStorageKeyring(safeStorage)),
  );
  return { preferences, folder, core };
}

async function start({ preferences, folder, core }: OpenHouse): Promise<void> {
  servePage();
  const shell = createShell({
    port,
    words: () => words,
    remembered: { ...preferences, tray: () => preferences.get().tray === true },
    ask: askPage,
  });
  app.on('before-quit', shell.leave);
  const speak = () => {
    words = messagesIn(spoken(preferences.get().language));
    setMenu(words, { ask: askPage, zoom: (step) => zoomPage(preferences, step) });
  };
  speak();
  applyTheme(preferences.get().theme);
  app.once('will-quit', watchNetwork(core.tellNetwork));
  updates = openUpdates({
    ...{ port, preferences, demo: options.demo },
    ...{ words: () => words, ask: askPage, tell: tellUpdates },
  });
  answerPage({
    ...{ core, preferences, port, updates, around: shell, facts: { folder, demo: options.demo } },
    // the page's words are all read when it loads
    onLanguage() {
      speak();
      mainWindow?.webContents.reload();
    },
  });
  // nobody waits for the answer of the desktop but a window that may begin out of sight
  const looking = shell.begin();
  if (options.hidden) await looking;
  const window = openWindow(preferences, { hidden: options.hidden && shell.staying(), closing: shell.closing });
  mainWindow = window;
  // what a page told is told anew by the next one
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (!isMainFrame || isSameDocument) return;
    shell.forget();
    enableActions([]);
  });
  // Ctrl with the wheel
  window.webContents.on('zoom-changed', (_event, direction) => zoomPage(preferences, direction));
  offerContextMenu(window.webContents, () => words);
  watchIdle(
    port,
    window,
    () => preferences.get().lockMinutes ?? usualLockMinutes,
    () => void core.call('session.lock', {}),
  );
  await tellConsole(core, folder);
  void updates.lookWhenDue();
}

/** Remembered here: Chromium would keep it for the page's address, and forget it with its cache. */
function zoomPage(preferences: PreferenceStore, step: 'in' | 'out' | 'reset'): void {
  const zoom = zoomStep(preferences.get().zoom ?? 1, step);
  preferences.save({ zoom });
  mainWindow?.webContents.setZoomFactor(zoom);
}

/** The one asked for, else the one that was open last and is still there, else this computer's own. */
function chooseWorkspace(preferences: PreferenceStore): string {
  if (throwAway) return path.join(throwAway.folder, 'workspace');
  const last = preferences.workspace();
  const folder =
    options.workspace ?? (last && existsSync(last) ? last : path.join(app.getPath('userData'), 'workspace'));
  preferences.saveWorkspace(folder);
  return folder;
}

/** Whoever started it from a terminal learns where the data lies and where invitees land. */
async function tellConsole(running: CoreClient, folder: string): Promise<void> {
  const refused = await running.ready;
  console.log(words.desktop.terminal.workspaceAt(folder));
  if (refused) return console.error(wordError(words, refused));
  const { url, error } = await running.portal();
  if (url) console.log(words.desktop.terminal.portalAt(url));
  if (error) console.error(wordError(words, error));
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
    if (updates?.state().at === 'leaving') await installLast(updates);
    app.quit();
  });
}

/** The new version is started by the old one, and must find nobody here. */
async function installLast(wanted: Updates): Promise<void> {
  app.releaseSingleInstanceLock();
  try {
    await wanted.last();
  } catch (error) {
    console.error(error);
    app.relaunch(); // else somebody who asked for a newer Gatehouse would have none
  }
}
