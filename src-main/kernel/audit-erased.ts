import type { Keys } from './keys.ts';

/** What the proof of an erased entry covers: its digest, which stays, and what it says since. */
interface Blanked {
  readonly id: number;
  readonly digest: string | null;
  readonly actor: string;
  readonly os_user: string | null;
  readonly target: string | null;
  readonly detail: string;
}

const proofOf = (keys: Keys, erasureId: string, { id, digest, actor, os_user, target, detail }: Blanked): string =>
  keys.sign('audit-erased', JSON.stringify([erasureId, id, digest, actor, os_user, target, detail])).slice(0, 22);

/**
 * The mark of an entry that lost its personal part when somebody was erased. Nobody can make one without the key, which tells
 * what Gatehouse blanked from what was changed by hand. The erasure itself has its own entry in the log.
 */
export const markOf = (keys: Keys, erasureId: string, entry: Blanked): string =>
  `${erasureId}.${proofOf(keys, erasureId, entry)}`;

/** The erasure that blanked an entry; undefined where it carries no mark. */
export const erasingOf = ({ erased }: { readonly erased?: string | null }): string | undefined => erased?.split('.')[0];

/** Whether an entry says exactly what an erasure left of it. */
export function isErased(keys: Keys, entry: Blanked & { readonly erased?: string | null }): boolean {
  const by = erasingOf(entry);
  return by !== undefined && entry.erased === markOf(keys, by, entry);
}
