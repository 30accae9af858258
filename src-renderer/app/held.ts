import { useSyncExternalStore } from 'react';

/** Forms with changes, and dialogs with something typed: everything that exists only in this window. */
const held = new Set<unknown>();
const listeners = new Set<() => void>();

const told = () => {
  for (const listener of listeners) listener();
};

/** Marks something as lost if the window closes, until `letGo`. */
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
