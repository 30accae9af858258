import { useCallback, useMemo, useState } from 'react';
import { everybody, nobody, type Selection, sizeOf, withSelected } from './selection.ts';

/**
 * The selection of a list. Another filter begins anew, so that nobody is in it whom one no longer sees.
 * @param filter what names the people of the list; order and page are no part of it
 */
export function useSelection(filter: string) {
  const [kept, setKept] = useState<{ filter: string; selection: Selection }>({ filter, selection: nobody });
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
