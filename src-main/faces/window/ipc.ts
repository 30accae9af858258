import { app, BrowserWindow, clipboard, type IpcMainInvokeEvent, ipcMain, nativeTheme, shell } from 'electron';
import { type About, channels, type Desktop, type DesktopMethod, type Theme } from '#contract/desktop.ts';
import { messagesIn } from '#contract/messages/index.ts';
import type { Language } from '#contract/messages/languages.ts';
import type { Tag } from '#contract/operation.ts';
import { chooseBackup, chooseFolder, chooseNewFile, reopenWorkspace, restoreBackup } from './backups.ts';
import type { CoreClient } from './core-client.ts';
import { forTheSystem } from './external.ts';
import { textOf } from './given.ts';
import { openInvitee } from './invitee-window.ts';
import { spoken } from './language.ts';
import { setMenu } from './menu.ts';
import { notify } from './notify.ts';
import { isOwnPage } from './page-scheme.ts';
import { choosePem } from './pem.ts';
import type { PreferenceStore } from './preferences.ts';
import { saveFile } from './save-file.ts';
import { wantedElectron } from './wanted-electron.ts';

export interface Facts {
  readonly folder: string;
  readonly demo: boolean;
}

type Methods = { readonly [M in DesktopMethod]: (...given: readonly unknown[]) => ReturnType<Desktop[M]> };

/** Answers the page: calls go to the core, `desktop` methods are main's own. */
export function answerPage(core: CoreClient, preferences: PreferenceStore, facts: Facts): void {
  const methods = desktopMethods(core, preferences, facts);
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

/** Tells every window what changed. */
export function tellPages(tags: readonly Tag[]): void {
  for (const window of BrowserWindow.getAllWindows())
    if (!window.isDestroyed() && isOwnPage(window.webContents.mainFrame))
      window.webContents.send(channels.changes, tags);
}

/** Only our own page may ask; a frame from anywhere else gets nothing. */
function refuseStrangers({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): void {
  if (!isOwnPage(senderFrame)) throw new Error('refused');
}

export const applyTheme = (theme: Theme) => {
  nativeTheme.themeSource = theme;
};

/** The menu at once; the page, whose words are all read when it loads, by loading it anew. */
function speak(language: Language): void {
  setMenu(messagesIn(language));
  for (const window of BrowserWindow.getAllWindows()) if (!window.getParentWindow()) window.webContents.reload();
}

function desktopMethods(core: CoreClient, preferences: PreferenceStore, facts: Facts): Methods {
  return {
    preferences: async () => preferences.get(),
    savePreferences: async (patch) => {
      const before = spoken(preferences.get().language);
      preferences.save(patch);
      const { theme, language } = preferences.get();
      applyTheme(theme);
      if (spoken(language) !== before) speak(spoken(language));
    },
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
    notify: (title, body, inSight) => notify(String(title), String(body), inSight === true),
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
