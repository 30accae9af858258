import type { ErrorReport } from './errors.ts';
import type { ImportField } from './import.ts';
import type { InputOf } from './index.ts';
import type { Language, LanguageChoice } from './messages/languages.ts';
import type { Tag } from './operation.ts';
import type { Asked, Told } from './shell.ts';
import type { UpdateState } from './updates.ts';

/** Names of the ways between page and main process; `desktop` carries the method and its arguments. */
export const channels = {
  call: 'gatehouse:call',
  cancel: 'gatehouse:cancel',
  changes: 'gatehouse:changes',
  asked: 'gatehouse:asked',
  desktop: 'gatehouse:desktop',
  language: 'gatehouse:language',
  updates: 'gatehouse:updates',
} as const;

/** Choices for when a window that nobody touches locks, in minutes; 0 is never. */
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

/** What this computer remembers; what belongs to an organization lives in the database. */
export interface Preferences {
  readonly theme: Theme;
  /** Left out: comfortable. */
  readonly density?: Density;
  /** How large the page is shown; left out: 1. */
  readonly zoom?: number;
  /** What is due is shown in the tray, and closing the window leaves Gatehouse running. Left out: not. */
  readonly tray?: boolean;
  /** Left out: the system's. */
  readonly language?: LanguageChoice;
  /** Path and query of the page that was open last, such as `/users?view=pending`. */
  readonly lastPlace?: string;
  readonly organizationId?: number;
  /** Columns chosen for a list, in the list's own order; a list that is not named shows what fits the window. */
  readonly columns?: Readonly<Record<string, readonly string[]>>;
  /** Minutes without a touch until the window locks, 0 for never; left out: `usualLockMinutes`. */
  readonly lockMinutes?: LockMinutes;
  /** Left out: shown. */
  readonly notifications?: boolean;
  /** Newer versions are looked for once a day. Left out: not. */
  readonly updates?: boolean;
  /** By organization, the day (as a number of days since 1970) on which its expiring guests were told of last. */
  readonly expiryTold?: Readonly<Record<string, number>>;
  /** How the columns of imported files were read, the latest first. */
  readonly imports?: readonly RememberedColumns[];
  /** Left out: CSV. */
  readonly tableFormat?: TableFormat;
}

/** What lists are saved as. */
export const tableFormats = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** Where a file was saved, null when the person thought better of it, or why it could not be. */
export type SavedFile = { readonly file: string | null } | { readonly error: ErrorReport };

/** Facts about the running program for *About* and for reports of errors. */
export interface About {
  readonly version: string;
  readonly electron: string;
  /** The Electron that Gatehouse is made for, where another one runs. Such a program is never handed out. */
  readonly standsInFor?: string;
  /** Folder of the workspace. */
  readonly folder: string;
  readonly portalUrl?: string;
  /** Why the portal does not run. */
  readonly portalError?: ErrorReport;
  readonly demo: boolean;
}

/** What the desktop around the window has. */
export interface Surroundings {
  readonly tray: boolean;
  /** Whether Gatehouse starts at login, as the system has it; null where it cannot. */
  readonly startsAtLogin: boolean | null;
}

/** What the portal answers HTTPS with. */
export type PemFile = 'certificate' | 'key';

/** What the main process offers of its own, without the core. */
export interface Desktop {
  preferences(): Promise<Preferences>;
  /** Keeps what is not named. Another language loads the page anew, at the same place. */
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
  /** Asks where to, and writes it there; a text as UTF-8. */
  saveFile(suggestedName: string, content: string | Uint8Array): Promise<SavedFile>;
  /** Asks for the file of a backup; null when the person thought better of it. Operations then take its path. */
  chooseBackup(): Promise<string | null>;
  /** Asks for the portal's certificate or its key, in the same way. */
  choosePem(which: PemFile): Promise<string | null>;
  /** Asks for a folder, in the same way. */
  chooseFolder(): Promise<string | null>;
  /** Asks where a new file goes, in the same way. */
  chooseNewFile(suggestedName: string): Promise<string | null>;
  /** Opens the workspace anew after its key was given back, and loads the page anew. */
  reopenWorkspace(): Promise<void>;
  /**
   * Puts a backup in the place of the workspace and loads the page anew.
   * @returns why it could not be; then everything is as it was
   */
  restoreBackup(input: InputOf<'backups.restore'>): Promise<ErrorReport | null>;
  about(): Promise<About>;
  /** Has the system show what the page is at: works in the taskbar, what is due in the tray, deeds in the menu. */
  tell(told: Told): Promise<void>;
  /** What the system offers around the window. */
  surroundings(): Promise<Surroundings>;
  /** Has Gatehouse start when somebody signs in to this computer, or no longer. */
  startAtLogin(on: boolean): Promise<ErrorReport | null>;
  /**
   * Shows a notification of the system, where it has any.
   * @param inSight the window says it already: nothing is shown while somebody works in it
   * @returns once it is gone, whether it was clicked; the window then has come to the front
   */
  notify(title: string, body: string, inSight: boolean): Promise<boolean>;
  updates(): Promise<UpdateState>;
  /** Asks the feed for a newer version, also while that is not done by itself. @returns what came of it */
  lookForUpdates(): Promise<UpdateState>;
  /** Fetches what was found; resolves when it is here, was cancelled or failed. */
  downloadUpdate(): Promise<UpdateState>;
  /** Ends the download; nothing of it stays. */
  cancelUpdate(): Promise<void>;
  /** Closes the window, whatever is typed in it: whoever was asked agreed. */
  closeWindow(): Promise<void>;
  /** Loads the page anew; it may not do so itself. */
  reloadPage(): Promise<void>;
  /** Closes Gatehouse as its menu does, and starts what was downloaded. @returns once more only where that cannot be */
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
] as const satisfies readonly DesktopMethod[];

/** All that the preload script gives to the page, as `window.gatehouse`. */
export interface Bridge {
  /** Answers with the `Outcome` as JSON: copied as one text, thousands of rows do not hold the page up. */
  call(name: string, input: unknown, ticket?: string): Promise<string>;
  /** Stops a call that was given this ticket, if it can be stopped; it answers all the same. */
  cancel(ticket: string): void;
  /** Tells which tags changed, by any face; returns how to stop listening. */
  onChange(listener: (tags: readonly Tag[]) => void): () => void;
  /** Hears what tray and menu ask for; returns how to stop listening. */
  onAsked(listener: (asked: Asked) => void): () => void;
  /** Hears where updates are, after each change; returns how to stop listening. */
  onUpdates(listener: (state: UpdateState) => void): () => void;
  readonly desktop: Desktop;
  /** What the page speaks; another one comes with the page loaded anew. */
  readonly language: Language;
}

declare global {
  interface Window {
    readonly gatehouse: Bridge;
  }
}
