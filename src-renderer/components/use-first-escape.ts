import { useEffectEvent, useLayoutEffect } from 'react';

/** A list that is open closes first, and says so. */
const isKept = (target: EventTarget | null) =>
  target instanceof Element && target.getAttribute('data-mantine-stop-propagation') === 'true';

/**
 * Hears of Escape before whatever lies above does: a question that closes itself by the same key is still there then, and
 * tells that the key was meant for it. Effects of parents come after those of their children; layout effects before all.
 */
export function useFirstEscape(on: boolean, onEscape: () => void): void {
  const told = useEffectEvent(onEscape);
  useLayoutEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing && !isKept(event.target)) told();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [on]);
}
