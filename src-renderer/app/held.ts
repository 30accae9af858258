import { useSyncExternalStore } from 'react';

/** Forms with changes, and dialogs with something typed: all that is in this window and nowhere else. */
const held = new Set<unknown>();
const listeners = new Set<() => void>();

const told = () => {
  for (const listener of listeners) listener();
};

/** Says that it would be lost with the window, until `letGo`. */
export function hold(what: unknown): void {
  held.add(what);
  told();
}

export function letGo(what: unknown): void {
  held.delete(what);
  told();
}

export const holdsSomething = (): boolean => held.size > 0;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
export const useHoldsSomething = (): boolean => useSyncExternalStore(subscribe, holdsSomething);
