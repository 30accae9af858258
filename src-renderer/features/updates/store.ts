import { useSyncExternalStore } from 'react';
import type { UpdateState } from '#contract/updates.ts';
import { desktop } from '../../app/api.ts';

let current: UpdateState | undefined;
const listeners = new Set<() => void>();
let listening = false;

function become(state: UpdateState): void {
  current = state;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!listening) {
    listening = true;
    window.gatehouse.onUpdates(become);
    void desktop.updates().then(become);
  }
  return () => void listeners.delete(listener);
}

/** The state of updates, as the main process reports it; undefined until it has. */
export const useUpdates = () => useSyncExternalStore(subscribe, () => current);
