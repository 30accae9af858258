import { useEffect, useRef } from 'react';
import { chordOf, isTyping, sequence } from './keys.ts';

/** Keys by name, such as `Mod+I`, `N`, `G U`, `?`; `Mod` is Ctrl, on a Mac ⌘. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** Whether a dialog or menu is open: shortcuts and the native menu are then inactive. */
export const layerIsOpen = () => document.querySelector('[role="dialog"], [role="menu"]') !== null;

/** Listens for keys while the component is shown, except while somebody types or a dialog or menu is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const next = sequence();
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || layerIsOpen()) return;
      const chord = chordOf(event);
      if (!chord || (isTyping(event.target) && !chord.startsWith('Mod+'))) return;
      for (const name of next(chord, event.timeStamp)) {
        const run = latest.current[name];
        if (!run) continue;
        event.preventDefault();
        run();
        return;
      }
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
