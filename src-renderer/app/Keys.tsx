import { useEffect } from 'react';
import { openHelp } from '../features/help/store.ts';
import { openPalette } from '../features/palette/store.ts';
import { useInvite } from './invite.tsx';
import { go } from './location.ts';
import { placesFor, settingsPlace } from './places.ts';
import { useSession } from './session.ts';
import { layerIsOpen, useShortcuts } from './shortcuts.ts';
import { lock } from './sign-out.ts';

/** The keys that work everywhere in the console, and the help of the native menu. */
export function Keys() {
  const invite = useInvite();
  const places = placesFor(useSession());
  useEffect(() => window.gatehouse.onHelp(() => layerIsOpen() || openHelp()), []);
  useShortcuts({
    'Mod+K': openPalette,
    'Mod+L': lock,
    'Mod+I': () => invite.open('paste'),
    N: () => invite.open('rows'),
    'Shift+N': () => invite.open('wizard'),
    '?': () => openHelp(),
    F1: () => openHelp(),
    'Alt+ArrowLeft': () => history.back(),
    'Alt+ArrowRight': () => history.forward(),
    ...Object.fromEntries([...places, settingsPlace].map((p) => [p.keys, () => go(p.path)])),
  });
  return null;
}
