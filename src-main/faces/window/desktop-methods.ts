import { app, clipboard, shell } from 'electron';
import type { About, Desktop, DesktopMethod } from '#contract/desktop.ts';
import type { ErrorReport } from '#contract/errors.ts';
import { told } from '#contract/shell.ts';
import { applyTheme } from './apply-theme.ts';
import { chooseBackup, chooseFolder, chooseNewFile, reopenWorkspace, restoreBackup } from './backups.ts';
import type { CoreClient } from './core-client.ts';
import type { DesktopPort } from './desktop/port.ts';
import type { Shell } from './desktop/shell.ts';
import { forTheSystem } from './external.ts';
import { openInvitee } from './invitee-window.ts';
import { spoken } from './language.ts';
import { enableActions } from './menu.ts';
import { notify } from './notify.ts';
import { choosePem } from './pem.ts';
import { preferencesIn } from './preference-changes.ts';
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
  /** The window has switched to another language. */
  readonly onLanguage: () => void;
  readonly closeWindow: () => void;
  readonly reloadPage: () => void;
  readonly forgetHistory: () => void;
}

/** Only `preferences` is needed for the first paint; it is answered separately, at once (`ipc.ts`). */
export type Methods = {
  readonly [M in Exclude<DesktopMethod, 'preferences'>]: (...given: readonly unknown[]) => ReturnType<Desktop[M]>;
};

/** The `desktop` methods of the page: main's own. */
export function desktopMethods({
  core,
  preferences,
  facts,
  port,
  around,
  updates,
  onLanguage,
  closeWindow,
  reloadPage,
  forgetHistory,
}: House): Methods {
  return {
    savePreferences: async (patch) => {
      const before = spoken(preferences.get().language);
      preferences.save(preferencesIn(patch));
      const { theme, language } = preferences.get();
      applyTheme(theme);
      if (spoken(language) !== before) onLanguage();
      around.refresh();
      // after switching it on nobody need wait for the next scheduled look
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
    closeWindow: async () => closeWindow(),
    reloadPage: async () => reloadPage(),
    forgetHistory: async () => forgetHistory(),
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
