import { useCallback, useMemo, useState } from 'react';
import { useSearch } from 'wouter';
import { go } from '../../app/location.ts';
import { addressOf, type ListState, readList } from './list-state.ts';

/** Rows on one page. */
export const pageSize = 50;

/** What the list shows is in the address; the keys of the pages visited are kept here. */
export function useList(path: string) {
  const search = useSearch();
  const state = useMemo(() => readList(new URLSearchParams(search)), [search]);
  // another order makes different pages of the same people; the saved view in the address does not
  const shown = addressOf('', { ...state, saved: null });
  const [walked, setWalked] = useState<{ shown: string; keys: readonly string[] }>({ shown, keys: [] });
  const keys = walked.shown === shown ? walked.keys : [];
  const show = useCallback(
    (next: ListState, options: { readonly replace?: boolean } = {}) => go(addressOf(path, next), options),
    [path],
  );
  return {
    state,
    show,
    /** Changes part of it. Typing in the search adds nothing to the history. */
    change: (patch: Partial<ListState>) => show({ ...state, ...patch }, { replace: 'search' in patch }),
    /** How many pages come before this one. */
    page: keys.length,
    after: keys.at(-1),
    forward: (key: string) => setWalked({ shown, keys: [...keys, key] }),
    back: () => setWalked({ shown, keys: keys.slice(0, -1) }),
  };
}
export type List = ReturnType<typeof useList>;
