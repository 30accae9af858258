import { useSyncExternalStore } from 'react';
import { pathNow } from '../../app/location.ts';
import { helpFor } from './page-of.ts';
import type { HelpPage } from './pages.ts';

/** Which page was asked for; kept while the dialog fades. */
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

/** Opens the help, at the page that belongs to what is on screen unless another one is named. */
export function openHelp(page: HelpPage = helpFor(pathNow())): void {
  opener = document.activeElement;
  set({ opened: true, page });
}

/** Closes it and gives the focus back. The dialog itself would ask too late whose that was: the page takes it as it comes. */
export function closeHelp(): void {
  set({ ...asked, opened: false });
  if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
}

export const useHelp = (): Asked => useSyncExternalStore(subscribe, () => asked);
