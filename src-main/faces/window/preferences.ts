import Store from 'electron-store';
import type { Preferences } from '#contract/desktop.ts';
import type { UpdateMemory } from './updates/updates.ts';

/** Where a window was, in the points of a screen. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Kept extends Preferences {
  readonly bounds?: Bounds;
  readonly maximized?: boolean;
  /** Folder of the workspace that was open last. */
  readonly workspace?: string;
  /** It was said that closing the window leaves Gatehouse running. */
  readonly toldOfTray?: boolean;
  readonly updateMemory?: UpdateMemory;
}

/** The file may have been written by anybody; it is read before anything that could check more than this. */
const areBounds = (left: Partial<Bounds> | undefined): left is Bounds =>
  [left?.x, left?.y, left?.width, left?.height].every(Number.isSafeInteger) &&
  Number(left?.width) >= 400 &&
  Number(left?.height) >= 300;

/** What this computer remembers of the window. A damaged file is begun anew: it holds nothing that cannot be chosen again. */
export function openPreferences() {
  const store = new Store<Kept>({ name: 'preferences', defaults: { theme: 'system' }, clearInvalidConfig: true });
  let last = store.store;
  /** What was read last still holds where the file cannot be read any more: whoever only asks must not fail by it. */
  const kept = (): Kept => {
    try {
      last = store.store;
    } catch {
      // whoever changes something is told
    }
    return last;
  };
  /** What nobody asked to be kept must not keep the window from opening or closing: the disk may be full, or read-only. */
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
