import { useSyncExternalStore } from 'react';
import type { Preferences } from '#contract/desktop.ts';
import { desktop } from './api.ts';

let current: Preferences = { theme: 'system' };
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Reads what this computer remembers; call it before the first rendering, so that the theme does not flash. */
export async function loadPreferences(): Promise<Preferences> {
  current = { ...current, ...(await desktop.preferences()) };
  return current;
}

export const preferencesNow = () => current;
/** One preference: its users are not redrawn when another changes. */
export const usePreference = <K extends keyof Preferences>(name: K): Preferences[K] =>
  useSyncExternalStore(subscribe, () => current[name]);

/** Changes some of the preferences, here at once and then in the main process. */
export function savePreferences(patch: Partial<Preferences>): void {
  current = { ...current, ...patch };
  for (const listener of listeners) listener();
  void desktop.savePreferences(patch);
}
