import type { ErrorReport } from './errors.ts';
import type { InputOf } from './index.ts';
import type { Language, LanguageChoice } from './messages/languages.ts';
import type { Tag } from './operation.ts';
import type { Asked, Told } from './shell.ts';
import type { UpdateState } from './updates.ts';
import type { ImportField } from './vocabulary/import.ts';

/** Names of the channels between page and main process; `desktop` carries the method and its arguments. */
export const channels = {
  call: 'gatehouse:call',
  cancel: 'gatehouse:cancel',
  changes: 'gatehouse:changes',
  asked: 'gatehouse:asked',
  desktop: 'gatehouse:desktop',
  language: 'gatehouse:language',
  updates: 'gatehouse:updates',
} as const;

/** Choices for when an unused window locks, in minutes; 0 is never. */
export const lockChoices = [5, 10, 15, 30, 60, 0] as const;
export type LockMinutes = (typeof lockChoices)[number];
/** OWASP Session Management Cheat Sheet: 15 to 30 minutes for low-risk applications, 2 to 5 for high-value ones. */
export const usualLockMinutes: LockMinutes = 15;

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** How much room rows and forms take. */
export const densities = ['comfortable', 'compact'] as const;
export type Density = (typeof densities)[number];

/** How somebody read the columns of a list with these headings. */
export interface RememberedColumns {
  readonly organizationId: number;
  readonly headings: readonly string[];
  readonly fields: readonly (ImportField | null)[];
}

/** What this computer remembers; what belongs to an organization is in the database. */
export interface Preferences {
  readonly theme: Theme;
  /** Default: comfortable. */
  readonly density?: Density;
  /** How large the page is shown; default: 1. */
  readonly zoom?: number;
  /** Whether the tray shows what is due, and closing the window leaves Gatehouse running. Default: no. */
  readonly tray?: boolean;
  /** Default: the system's. */
  readonly language?: LanguageChoice;
  /** Path and query of the page last open, such as `/users?view=pending`. */
  readonly lastPlace?: string;
  /** Whose page that was. */
  readonly personId?: number;
  readonly organizationId?: number;
  /** Columns chosen for a list, in the list's own order; a list without an entry shows what fits the window. */
  readonly columns?: Readonly<Record<string, readonly string[]>>;
  /** Minutes without use until the window locks, 0 for never; default: `usualLockMinutes`. */
  readonly lockMinutes?: LockMinutes;
  /** Default: shown. */
  readonly notifications?: boolean;
  /** Whether to look for newer versions once a day. Default: no. */
  readonly updates?: boolean;
  /** By organization, the day (in days since 1970) of the last notification about its expiring guests. */
  readonly expiryTold?: Readonly<Record<string, number>>;
  /** How the columns of imported files were read, the latest first. */
  readonly imports?: readonly RememberedColumns[];
  /** Default: CSV. */
  readonly tableFormat?: TableFormat;
}

/** The formats in which lists are saved. */
export const tableFormats = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** Where a file was saved (null when the person changed their mind), or why it could not be. */
export type SavedFile = { readonly file: string | null } | { readonly error: ErrorReport };

/** Facts about the running program for *About* and for error reports. */
export interface About {
  readonly version: string;
  readonly electron: string;
  /** The Electron version that Gatehouse is made for, if another one is running. Such a program is never released. */
  readonly standsInFor?: string;
  /** Folder of the workspace. */
  readonly folder: string;
  readonly portalUrl?: string;
  /** Why the portal is not running. */
  readonly portalError?: ErrorReport;
  readonly demo: boolean;
}

/** What the desktop around the window offers. */
export interface Surroundings {
  readonly tray: boolean;
  /** Whether Gatehouse starts at login, according to the system; null where it cannot. */
  readonly startsAtLogin: boolean | null;
}

/** What the portal needs for HTTPS. */
export type PemFile = 'certificate' | 'key';

/** What the main process itself offers, without the core. */
export interface Desktop {
  preferences(): Promise<Preferences>;
  /** Leaves what is not given as it is. Another language reloads the page, at the same place. */
  savePreferences(patch: Partial<Preferences>): Promise<void>;
  copyText(text: string): Promise<void>;
  /**
   * Opens `https:`, `mailto:` and the portal's own address in the system's browser or mail program, the demo's links in
   * a window.
   * @returns why it was not opened: anything else is refused
   */
  openExternal(url: string): Promise<ErrorReport | null>;
  /** Shows the workspace's folder in the system's file manager. */
  openFolder(): Promise<void>;
  /** Asks where to save, and writes the content there; text as UTF-8. */
  saveFile(suggestedName: string, content: string | Uint8Array): Promise<SavedFile>;
  /** Asks for the file of a backup; null when the person changed their mind. Operations then take its path. */
  chooseBackup(): Promise<string | null>;
  /** Asks for the portal's certificate or its key, in the same way. */
  choosePem(which: PemFile): Promise<string | null>;
  /** Asks for a folder, in the same way. */
  chooseFolder(): Promise<string | null>;
  /** Asks where a new file goes, in the same way. */
  chooseNewFile(suggestedName: string): Promise<string | null>;
  /** Reopens the workspace after its key was given back, and reloads the page. */
  reopenWorkspace(): Promise<void>;
  /**
   * Replaces the workspace with a backup and reloads the page.
   * @returns why it could not be done; then everything is as it was
   */
  restoreBackup(input: InputOf<'backups.restore'>): Promise<ErrorReport | null>;
  about(): Promise<About>;
  /** Has the system show the page's state: work in the taskbar, what is due in the tray, actions in the menu. */
  tell(told: Told): Promise<void>;
  /** What the system offers around the window. */
  surroundings(): Promise<Surroundings>;
  /** Sets whether Gatehouse starts when somebody signs in to this computer. */
  startAtLogin(on: boolean): Promise<ErrorReport | null>;
  /**
   * Shows a system notification, where the system has them.
   * @param inSight the window already says it: nothing is shown while somebody works in it
   * @returns once it is gone, whether it was clicked; the window has then come to the front
   */
  notify(title: string, body: string, inSight: boolean): Promise<boolean>;
  updates(): Promise<UpdateState>;
  /** Asks the feed for a newer version, even if that is not done automatically. @returns what came of it */
  lookForUpdates(): Promise<UpdateState>;
  /** Downloads what was found; resolves when it is here, was cancelled or failed. */
  downloadUpdate(): Promise<UpdateState>;
  /** Cancels the download; nothing of it is kept. */
  cancelUpdate(): Promise<void>;
  /** Closes the window, whatever is typed in it: the person was asked and agreed. */
  closeWindow(): Promise<void>;
  /** Reloads the page, which may not do so itself. */
  reloadPage(): Promise<void>;
  /** Forgets the pages that *Back* and *Forward* lead to. */
  forgetHistory(): Promise<void>;
  /** Quits Gatehouse as its menu does, and starts what was downloaded. @returns only if that cannot be done */
  installUpdate(): Promise<UpdateState>;
}
export type DesktopMethod = keyof Desktop;
export const desktopMethods = [
  'preferences',
  'savePreferences',
  'copyText',
  'openExternal',
  'openFolder',
  'saveFile',
  'chooseBackup',
  'choosePem',
  'chooseFolder',
  'chooseNewFile',
  'reopenWorkspace',
  'restoreBackup',
  'about',
  'tell',
  'surroundings',
  'startAtLogin',
  'notify',
  'updates',
  'lookForUpdates',
  'downloadUpdate',
  'cancelUpdate',
  'installUpdate',
  'closeWindow',
  'reloadPage',
  'forgetHistory',
] as const satisfies readonly DesktopMethod[];

/** Everything that the preload script gives to the page, as `window.gatehouse`. */
export interface Bridge {
  /** Answers with the `Outcome` as JSON: copied as one string, thousands of rows do not hold up the page. */
  call(name: string, input: unknown, ticket?: string): Promise<string>;
  /** Stops the call with this ticket, if it can be stopped; it answers all the same. */
  cancel(ticket: string): void;
  /** Reports which tags were changed, by any face; returns how to stop listening. */
  onChange(listener: (tags: readonly Tag[]) => void): () => void;
  /** Reports what tray and menu ask for; returns how to stop listening. */
  onAsked(listener: (asked: Asked) => void): () => void;
  /** Reports the state of updates after each change; returns how to stop listening. */
  onUpdates(listener: (state: UpdateState) => void): () => void;
  readonly desktop: Desktop;
  /** The page's language; changing it reloads the page. */
  readonly language: Language;
}

declare global {
  interface Window {
    readonly gatehouse: Bridge;
  }
}
