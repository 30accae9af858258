import { useState } from 'react';

interface KeyPages<K> {
  /** From 0. */
  readonly page: number;
  /** The key after which the page begins; undefined on the first. */
  readonly key: K | undefined;
  readonly forward: (key: K) => void;
  readonly back: () => void;
}

/** The pages visited, each by the key after which it begins; another view of the list starts over. */
export function useKeyPages<K>(view: string): KeyPages<K> {
  const [walked, setWalked] = useState<{ readonly view: string; readonly keys: readonly K[] }>({ view, keys: [] });
  const keys = walked.view === view ? walked.keys : [];
  return {
    page: keys.length,
    key: keys.at(-1),
    forward: (key) => setWalked({ view, keys: [...keys, key] }),
    back: () => setWalked({ view, keys: keys.slice(0, -1) }),
  };
}
