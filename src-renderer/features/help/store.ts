import { useSyncExternalStore } from 'react';
import { pathNow } from '../../app/location.ts';
import { helpFor } from './page-of.ts';
import type { HelpPage } from './pages.ts';

/** The requested page; kept while the dialog fades. */
interface Asked {
  readonly opened: boolean;
  readonly page: HelpPage;
}

let asked: Asked = { opened: false, page: 'first-start' };
let opener: Element | null = null;
const listeners = new Set<() => void>();

function set(next: Asked): void {
  asked = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Opens the help, at the page for what is on screen unless another is named. */
export function openHelp(page: HelpPage = helpFor(pathNow())): void {
  opener = document.activeElement;
  set({ opened: true, page });
}

/** Closes it and returns the focus. The dialog itself would look too late for who had it: the help page takes it on opening. */
export function closeHelp(): void {
  set({ ...asked, opened: false });
  if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
}

export const useHelp = (): Asked => useSyncExternalStore(subscribe, () => asked);
