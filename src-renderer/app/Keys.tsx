import { useInvite } from './invite.tsx';
import { go } from './location.ts';
import { mainPlaces, settingsPlace } from './places.ts';
import { useSession } from './session.ts';
import { useShortcuts } from './shortcuts.ts';

/** The keys that work everywhere in the console. */
export function Keys({ onHelp }: { readonly onHelp: () => void }) {
  const { demo, may } = useSession();
  const invite = useInvite();
  const places = mainPlaces.filter((p) => (!p.demoOnly || demo) && (!p.needs || may(p.needs)));
  useShortcuts({
    'Mod+I': () => invite.open('paste'),
    N: () => invite.open('rows'),
    '?': onHelp,
    'Alt+ArrowLeft': () => history.back(),
    'Alt+ArrowRight': () => history.forward(),
    ...Object.fromEntries([...places, settingsPlace].map((p) => [p.keys, () => go(p.path)])),
    ...(may('mail:read') ? { 'G O': () => go('/outbox') } : {}),
  });
  return null;
}
