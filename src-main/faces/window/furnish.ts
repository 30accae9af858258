import { app, type BrowserWindow } from 'electron';
import { usualLockMinutes } from '#contract/desktop.ts';
import { messagesIn } from '#contract/messages/index.ts';
import { wordError } from '#contract/messages/word.ts';
import { offerContextMenu } from './context-menu.ts';
import type { CoreClient } from './core-client.ts';
import type { DesktopPort } from './desktop/port.ts';
import { createShell } from './desktop/shell.ts';
import { desktopMethods, type Facts, type Methods } from './desktop-methods.ts';
import { spoken } from './language.ts';
import { enableActions, setMenu } from './menu.ts';
import { watchNetwork } from './network.ts';
import type { PreferenceStore } from './preferences.ts';
import { askPage, tellUpdates } from './send-to-pages.ts';
import { openUpdates } from './updates/open-updates.ts';
import type { Updates } from './updates/updates.ts';
import { watchIdle } from './watch-idle.ts';
import { zoomStep } from './zoom.ts';

interface FurnishOptions {
  readonly core: CoreClient;
  readonly preferences: PreferenceStore;
  readonly port: DesktopPort;
  readonly facts: Facts;
}

/** Everything around a window. */
export interface Furniture {
  readonly methods: Methods;
  readonly updates: Updates;
  /** Shows the tray where one is wanted. @returns whether the window may start hidden */
  readonly begin: () => Promise<boolean>;
  /** The window was told to close. @returns whether it does */
  readonly closing: () => boolean;
  /** Puts it around this window. */
  readonly stand: (window: BrowserWindow) => void;
  /** Watches the network, the idle window and updates: all that can begin once the page is there. */
  readonly watch: (window: BrowserWindow) => void;
  /** Says on the terminal it was started from where the data lies and where invitees land. */
  readonly tellConsole: () => Promise<void>;
}

/**
 * The menu, the tray, updates, the answers that are main's own, and what watches over a window. It is loaded when the page
 * is there: nothing in here is needed for the first paint, and this thread serves the page's files.
 */
export function furnish({ core, preferences, port, facts }: FurnishOptions): Furniture {
  let words = messagesIn(spoken(preferences.get().language));
  let mainWindow: BrowserWindow | undefined;
  const shell = createShell({
    port,
    words: () => words,
    remembered: { ...preferences, tray: () => preferences.get().tray === true },
    ask: askPage,
    quit: () => quit(),
  });
  app.on('before-quit', shell.end);
  /** Quitting by hand: the window may ask before it goes, and the application ends with it. */
  const quit = () => {
    shell.leave();
    if (mainWindow && !mainWindow.isDestroyed()) mainWindow.close();
    else port.quit();
  };
  const updates = openUpdates({
    ...{ port, preferences, demo: facts.demo },
    ...{ words: () => words, ask: askPage, tell: tellUpdates },
  });
  /** Remembered here: Chromium would keep it for the page's address, and forget it with its cache. */
  const zoomPage = (step: 'in' | 'out' | 'reset') => {
    const zoom = zoomStep(preferences.get().zoom ?? 1, step);
    preferences.save({ zoom });
    mainWindow?.webContents.setZoomFactor(zoom);
  };
  const speak = () => {
    words = messagesIn(spoken(preferences.get().language));
    setMenu(words, { ask: askPage, zoom: zoomPage, quit });
  };
  const reloadPage = () => mainWindow?.webContents.reload();
  const methods = desktopMethods({
    ...{ core, preferences, port, updates, around: shell, facts, reloadPage },
    // the page reads all its words when it loads
    onLanguage() {
      speak();
      reloadPage();
    },
    // the user has already been asked
    closeWindow: () => mainWindow?.destroy(),
    forgetHistory: () => mainWindow?.webContents.navigationHistory.clear(),
  });
  const begin = async () => {
    await shell.begin();
    return shell.staying();
  };
  return {
    ...{ methods, updates, begin, closing: shell.closing },
    stand(window) {
      mainWindow = window;
      speak();
      // the next page tells all of it again
      window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
        if (!isMainFrame || isSameDocument) return;
        shell.forget();
        enableActions([]);
      });
      // Ctrl with the wheel
      window.webContents.on('zoom-changed', (_event, direction) => zoomPage(direction));
      offerContextMenu(window.webContents, () => words);
    },
    watch(window) {
      app.once('will-quit', watchNetwork(core.tellNetwork));
      watchIdle(
        port,
        window,
        () => preferences.get().lockMinutes ?? usualLockMinutes,
        () => void core.call('session.lock', {}),
      );
      void updates.lookWhenDue();
    },
    async tellConsole() {
      const refused = await core.ready;
      console.log(words.desktop.terminal.workspaceAt(facts.folder));
      if (refused) return console.error(wordError(words, refused));
      const { url, error } = await core.portal();
      if (url) console.log(words.desktop.terminal.portalAt(url));
      if (error) console.error(wordError(words, error));
    },
  };
}
