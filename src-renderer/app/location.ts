import { useSyncExternalStore } from 'react';
import type { BaseLocationHook, BaseSearchHook } from 'wouter';
import { desktop } from './api.ts';
import { isHeld, whenFreeToLeave } from './leaving.ts';

/** Path and query both live in the hash (`#/users?view=pending`), because the page is a single file. */
const inAddress = () => location.hash.replace(/^#?\/?/, '/');
/** The place on screen. The address is ahead of it while somebody is asked whether to leave. */
let shown = inAddress();
const hash = () => shown;
export const pathIn = (place: string) => place.split('?')[0] ?? '/';
export const searchIn = (place: string) => place.split('?')[1] ?? '';
const path = () => pathIn(hash());
const search = () => searchIn(hash());

interface Mark {
  readonly position: number;
}
const isMark = (state: unknown): state is Mark =>
  typeof state === 'object' && state !== null && 'position' in state && typeof state.position === 'number';

let position = isMark(history.state) ? history.state.position : 0;
let last = Number(sessionStorage.getItem('last-position') ?? position);

const listeners = new Set<() => void>();
const tell = () => {
  shown = inAddress();
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const keepLast = (value: number) => {
  last = value;
  sessionStorage.setItem('last-position', String(value));
};

/** The person agreed to the next step through the history. */
let agreed = false;
/** What to do once the history is back where the page is. */
let asking: (() => void) | undefined;

window.addEventListener('popstate', () => {
  if (isMark(history.state)) {
    const steps = history.state.position - position;
    if (asking && steps === 0) {
      const ask = asking;
      asking = undefined;
      return ask();
    }
    // the step has been taken by now: it is taken back until the person agrees
    if (steps !== 0 && !agreed && isHeld()) {
      asking = () => whenFreeToLeave(() => step(steps));
      return history.go(-steps);
    }
    agreed = false;
    position = history.state.position;
  } else {
    // the address was set from outside, as a deep link does
    position += 1;
    history.replaceState({ position } satisfies Mark, '');
    keepLast(position);
  }
  tell();
});

function step(steps: number): void {
  agreed = true;
  history.go(steps);
}

interface Going {
  readonly replace?: boolean;
  /** The person was asked already, or there is nothing to ask. */
  readonly agreed?: boolean;
}

/** Goes to a path with query, such as `/users?view=pending`. */
export function go(to: string, options: Going = {}): void {
  if (to === hash()) return;
  if (options.agreed) move(to, options);
  else whenFreeToLeave(() => move(to, options));
}

function move(to: string, options: Going): void {
  if (!options.replace) {
    position += 1;
    keepLast(position);
  }
  history[options.replace ? 'replaceState' : 'pushState']({ position } satisfies Mark, '', `#${to}`);
  tell();
}

/** Puts what was visited until now out of reach of *Back* and *Forward*. */
export function forgetHistory(): void {
  position = 0;
  keepLast(0);
  history.replaceState({ position } satisfies Mark, '');
  void desktop.forgetHistory();
  tell();
}

const usePath: BaseLocationHook = () => [useSyncExternalStore(subscribe, path), go];
const useSearchString: BaseSearchHook = () => useSyncExternalStore(subscribe, search);
usePath.searchHook = useSearchString;
usePath.hrefs = (href) => `#${href}`;
/** The location hook for wouter's Router. */
export const useHash = usePath;

export const pathNow = path;

/** Path and query as one string, for the place to come back to. */
export const usePlaceInHash = () => useSyncExternalStore(subscribe, hash);

/** Whether *Back* and *Forward* lead anywhere. */
export const useHistory = () => ({
  canGoBack: useSyncExternalStore(subscribe, () => position > 0),
  canGoForward: useSyncExternalStore(subscribe, () => position < last),
});
