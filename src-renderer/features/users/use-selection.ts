import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { UserFilter } from '#contract/user-filter.ts';
import { everybody, nobody, type Selection, sizeOf, withSelected } from './selection.ts';

interface Kept {
  readonly filter: string;
  readonly selection: Selection;
}

/** A selection waiting for the list with this filter. */
let handed: Kept | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
function hand(next: Kept | null): void {
  handed = next;
  for (const listener of listeners) listener();
}

/** Selects people in the list with this filter, as soon as it is on screen. */
export const handSelection = (filter: UserFilter, ids: readonly number[]): void =>
  hand({ filter: JSON.stringify(filter), selection: withSelected(nobody, ids, true) });

/**
 * The selection of a list. Another filter clears it, so that it never includes people no longer shown.
 * @param filter what determines the people in the list; not the order or page
 */
export function useSelection(filter: string) {
  const [kept, setKept] = useState<Kept>({ filter, selection: nobody });
  const coming = useSyncExternalStore(subscribe, () => handed);
  useEffect(() => {
    if (coming?.filter !== filter) return;
    setKept(coming);
    hand(null);
  }, [coming, filter]);
  const selection = kept.filter === filter ? kept.selection : nobody;
  const change = useCallback(
    (next: (now: Selection) => Selection) =>
      setKept((now) => ({ filter, selection: next(now.filter === filter ? now.selection : nobody) })),
    [filter],
  );
  return useMemo(
    () => ({
      selection,
      select: (ids: readonly number[], selected: boolean) => change((now) => withSelected(now, ids, selected)),
      selectAll: () => change(() => everybody),
      clear: () => change(() => nobody),
      size: (total: number) => sizeOf(selection, total),
    }),
    [selection, change],
  );
}
export type Selected = ReturnType<typeof useSelection>;
