import { useSyncExternalStore } from 'react';

const minute = 60_000;
let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

const tick = () => {
  now = Date.now();
  for (const listener of listeners) listener();
};

function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(tick, minute);
  if (Date.now() - now > minute) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === undefined) return;
    clearInterval(timer);
    timer = undefined;
  };
}

// after sleep or in the background the last tick may be long past
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && tick());

/** The time, updated each minute by one shared timer: as often as relative times need it. */
export const useNow = () => useSyncExternalStore(subscribe, () => now);
