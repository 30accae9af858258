import { app, BrowserWindow, clipboard, type IpcMainInvokeEvent, ipcMain, nativeTheme, shell } from 'electron';
import { type About, channels, type Desktop, type DesktopMethod, type Theme } from '#contract/desktop.ts';
import type { ErrorReport } from '#contract/errors.ts';
import type { Tag } from '#contract/operation.ts';
import { type Asked, told } from '#contract/shell.ts';
import type { UpdateState } from '#contract/updates.ts';
import { chooseBackup, chooseFolder, chooseNewFile, reopenWorkspace, restoreBackup } from './backups.ts';
import type { CoreClient } from './core-client.ts';
import type { DesktopPort } from './desktop/port.ts';
import type { Shell } from './desktop/shell.ts';
import { forTheSystem } from './external.ts';
import { textOf } from './given.ts';
import { openInvitee } from './invitee-window.ts';
import { spoken } from './language.ts';
import { enableActions } from './menu.ts';
import { notify } from './notify.ts';
import { isOwnPage } from './page-scheme.ts';
import { choosePem } from './pem.ts';
import type { PreferenceStore } from './preferences.ts';
import { codeOf, saveFile } from './save-file.ts';
import type { Updates } from './updates/updates.ts';
import { wantedElectron } from './wanted-electron.ts';

export interface Facts {
  readonly folder: string;
  readonly demo: boolean;
}

/** What the page's questions are answered with. */
export interface House {
  readonly core: CoreClient;
  readonly preferences: PreferenceStore;
  readonly facts: Facts;
  readonly port: DesktopPort;
  readonly around: Shell;
  readonly updates: Updates;
  /** The window speaks another language from now on. */
  readonly onLanguage: () => void;
}

type Methods = { readonly [M in DesktopMethod]: (...given: readonly unknown[]) => ReturnType<Desktop[M]> };

/** Answers the page: calls go to the core, `desktop` methods are main's own. */
export function answerPage(house: House): void {
  const { core, preferences } = house;
  const methods = desktopMethods(house);
  ipcMain.handle(channels.call, (event, name: unknown, input: unknown, ticket: unknown) => {
    refuseStrangers(event);
    return core.call(textOf(name), input, typeof ticket === 'string' ? ticket : undefined);
  });
  ipcMain.on(channels.cancel, ({ senderFrame }, ticket: unknown) => {
    if (isOwnPage(senderFrame)) core.cancel(textOf(ticket));
  });
  ipcMain.on(channels.language, (event) => {
    // who waits for it stands still: a stranger, too, is answered
    event.returnValue = isOwnPage(event.senderFrame) ? spoken(preferences.get().language) : null;
  });
  ipcMain.handle(channels.desktop, (event, method: unknown, ...given: readonly unknown[]) => {
    refuseStrangers(event);
    if (typeof method !== 'string' || !Object.hasOwn(methods, method)) throw new Error('unknown desktop method');
    return methods[method as DesktopMethod](...given);
  });
}

function send(channel: string, what: unknown): void {
  for (const window of BrowserWindow.getAllWindows())
    if (!window.isDestroyed() && isOwnPage(window.webContents.mainFrame)) window.webContents.send(channel, what);
}

/** Tells every window what changed. */
export const tellPages = (tags: readonly Tag[]) => send(channels.changes, tags);

/** Asks the page for something that was chosen outside of it. */
export const askPage = (asked: Asked) => send(channels.asked, asked);

/** Tells every window where updates are. */
export const tellUpdates = (state: UpdateState) => send(channels.updates, state);

/** Only our own page may ask; a frame from anywhere else gets nothing. */
function refuseStrangers({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): void {
  if (!isOwnPage(senderFrame)) throw new Error('refused');
}

export const applyTheme = (theme: Theme) => {
  nativeTheme.themeSource = theme;
};

function desktopMethods({ core, preferences, facts, port, around, updates, onLanguage }: House): Methods {
  return {
    preferences: async () => preferences.get(),
    savePreferences: async (patch) => {
      const before = spoken(preferences.get().language);
      preferences.save(patch);
      const { theme, language } = preferences.get();
      applyTheme(theme);
      if (spoken(language) !== before) onLanguage();
      around.refresh();
      // whoever switches it on need not wait for the hour
      void updates.lookWhenDue();
    },
    tell: async (given) => {
      const { actions, ...rest } = told.parse(given);
      around.tell(rest);
      if (actions) enableActions(actions);
    },
    surroundings: () => around.surroundings(),
    startAtLogin: async (on) => setLogin(port, on === true),
    copyText: async (text) => clipboard.writeText(String(text)),
    openExternal: async (url) => {
      const portal = (await core.portal()).url;
      const address = forTheSystem(String(url), portal);
      if (!address) return { code: 'address-refused', data: {} };
      if (facts.demo && portal && address.startsWith(`${portal}/`)) openInvitee(address);
      else await shell.openExternal(address);
      return null;
    },
    openFolder: async () => {
      const failed = await shell.openPath(facts.folder);
      if (failed) throw new Error(failed);
    },
    chooseBackup: () => chooseBackup(core, spoken(preferences.get().language)),
    choosePem: (which) => choosePem(core, spoken(preferences.get().language), which === 'key' ? 'key' : 'certificate'),
    chooseFolder: () => chooseFolder(core),
    chooseNewFile: (suggestedName) => chooseNewFile(core, String(suggestedName)),
    reopenWorkspace: () => reopenWorkspace(core),
    restoreBackup: (input) => restoreBackup(core, input),
    notify: (title, body, inSight) => notify(port, String(title), String(body), inSight === true),
    updates: async () => updates.state(),
    lookForUpdates: updates.look,
    downloadUpdate: updates.download,
    cancelUpdate: async () => updates.cancel(),
    installUpdate: updates.install,
    saveFile: async (suggestedName, content) =>
      saveFile(String(suggestedName), content instanceof Uint8Array ? content : String(content)),
    about: async (): Promise<About> => {
      const { url, error } = await core.portal();
      return {
        version: app.getVersion(),
        electron: process.versions.electron ?? '',
        ...(process.versions.electron === wantedElectron ? {} : { standsInFor: wantedElectron }),
        ...facts,
        ...(url ? { portalUrl: url } : {}),
        ...(error ? { portalError: error } : {}),
      };
    },
  };
}

/** @returns why the system could not be told */
function setLogin(port: DesktopPort, on: boolean): ErrorReport | null {
  try {
    port.setStartAtLogin(on);
    return null;
  } catch (error) {
    const file = error instanceof Error && 'path' in error ? String(error.path) : app.name;
    return { code: 'file-unreadable', data: { file, detail: codeOf(error) } };
  }
}
