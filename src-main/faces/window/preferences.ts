import Store from 'electron-store';
import { z } from 'zod';
import { densities, lockChoices, type Preferences, tableFormats, themes } from '#contract/desktop.ts';
import { importFields, importLimits, mostImports } from '#contract/import.ts';
import { languageChoices } from '#contract/messages/languages.ts';
import { id } from '#contract/values.ts';
import type { UpdateMemory } from './updates/updates.ts';
import { leastZoom, mostZoom } from './zoom.ts';

const bounds = z.object({ x: z.int(), y: z.int(), width: z.int().min(400), height: z.int().min(300) });
export type Bounds = z.infer<typeof bounds>;

const patch = z.strictObject({
  theme: z.enum(themes).optional(),
  density: z.enum(densities).optional(),
  zoom: z.number().min(leastZoom).max(mostZoom).optional(),
  tray: z.boolean().optional(),
  language: z.enum(languageChoices).optional(),
  lastPlace: z.string().startsWith('/').max(2000).optional(),
  organizationId: id.optional(),
  columns: z.record(z.string().max(40), z.array(z.string().max(40)).max(40)).optional(),
  lockMinutes: z.literal(lockChoices).optional(),
  notifications: z.boolean().optional(),
  updates: z.boolean().optional(),
  expiryTold: z.record(z.string().max(20), z.int()).optional(),
  imports: z
    .array(
      z.strictObject({
        organizationId: id,
        headings: z.array(z.string().max(importLimits.cell)).max(importLimits.columns),
        fields: z.array(z.enum(importFields).nullable()).max(importLimits.columns),
      }),
    )
    .max(mostImports)
    .optional(),
  tableFormat: z.enum(tableFormats).optional(),
});

interface Kept extends Preferences {
  readonly bounds?: Bounds;
  readonly maximized?: boolean;
  /** Folder of the workspace that was open last. */
  readonly workspace?: string;
  /** It was said that closing the window leaves Gatehouse running. */
  readonly toldOfTray?: boolean;
  readonly updateMemory?: UpdateMemory;
}

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
    /** @throws ZodError for what is not a preference */
    save: (changes: unknown) => store.set(patch.parse(changes) as Partial<Kept>),
    place: (): { bounds?: Bounds; maximized: boolean } => {
      const { bounds: left, maximized = false } = kept();
      const known = bounds.safeParse(left);
      return { ...(known.success ? { bounds: known.data } : {}), maximized: maximized === true };
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
