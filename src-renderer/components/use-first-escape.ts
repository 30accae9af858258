import { useEffectEvent, useLayoutEffect } from 'react';

/** An open list closes first, and marks the event's target so. */
const isKept = (target: EventTarget | null) =>
  target instanceof Element && target.getAttribute('data-mantine-stop-propagation') === 'true';

/**
 * Hears Escape before any dialog above does. A question that closes on the same key is then still there, which shows that
 * the key was meant for it. A parent's effects would run after its children's; layout effects run before all of them.
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
