import Store from 'electron-store';
import type { Preferences } from '#contract/desktop.ts';
import type { UpdateMemory } from './updates/updates.ts';

/** Where a window was, in screen points. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Kept extends Preferences {
  readonly bounds?: Bounds;
  readonly maximized?: boolean;
  /** Folder of the workspace that was last open. */
  readonly workspace?: string;
  /** Whether the user has been told that closing the window leaves Gatehouse running. */
  readonly toldOfTray?: boolean;
  readonly updateMemory?: UpdateMemory;
}

/** Anybody may have written the file, and nothing that could check more is loaded yet. */
const areBounds = (left: Partial<Bounds> | undefined): left is Bounds =>
  [left?.x, left?.y, left?.width, left?.height].every(Number.isSafeInteger) &&
  Number(left?.width) >= 400 &&
  Number(left?.height) >= 300;

/** What this computer remembers about the window. A damaged file is replaced: it holds nothing that cannot be chosen again. */
export function openPreferences() {
  const store = new Store<Kept>({ name: 'preferences', defaults: { theme: 'system' }, clearInvalidConfig: true });
  let last = store.store;
  /** Where the file can no longer be read, the last values still apply: reading a preference must not fail. */
  const kept = (): Kept => {
    try {
      last = store.store;
    } catch {
      // a change of preferences reports it
    }
    return last;
  };
  /** For what nobody asked to store, which must not stop the window from opening or closing on a full or read-only disk. */
  const remember = (what: Partial<Kept>) => {
    try {
      store.set(what);
    } catch (error) {
      console.error(
        'gatehouse: its last place, workspace or look for updates could not be kept:',
        (error as Error).message,
      );
    }
  };
  return {
    get: (): Preferences => {
      const {
        bounds: _,
        maximized: __,
        workspace: ___,
        toldOfTray: ____,
        updateMemory: _____,
        ...preferences
      } = kept();
      return preferences;
    },
    save: (changes: Partial<Preferences>) => store.set(changes),
    place: (): { bounds?: Bounds; maximized: boolean } => {
      const { bounds: left, maximized = false } = kept();
      return { ...(areBounds(left) ? { bounds: left } : {}), maximized: maximized === true };
    },
    toldOfTray: () => kept().toldOfTray === true,
    saveToldOfTray: () => remember({ toldOfTray: true }),
    updateMemory: () => kept().updateMemory ?? {},
    saveUpdateMemory: (memory: UpdateMemory) => remember({ updateMemory: memory }),
    workspace: () => kept().workspace,
    saveWorkspace: (folder: string) => remember({ workspace: folder }),
    savePlace: (place: { bounds: Bounds; maximized: boolean }) => remember(place),
  };
}
export type PreferenceStore = ReturnType<typeof openPreferences>;
