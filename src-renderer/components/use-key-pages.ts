import { useState } from 'react';

interface KeyPages<K> {
  /** From 0. */
  readonly page: number;
  /** The key that the page begins behind; undefined on the first. */
  readonly key: K | undefined;
  readonly forward: (key: K) => void;
  readonly back: () => void;
}

/** The pages walked through, by the key that each began at; another view of the list begins anew. */
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
