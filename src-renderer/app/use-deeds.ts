import { type Action, actionKeys, otherKeys } from '#contract/actions.ts';
import { openHelp } from '../features/help/store.ts';
import { openPalette } from '../features/palette/store.ts';
import { useInvite } from './invite.tsx';
import { go } from './location.ts';
import { placesFor, settingsPlace } from './places.ts';
import { useSession } from './session.ts';
import { lock } from './sign-out.ts';

export type Deeds = Readonly<Partial<Record<Action, () => void>>>;

/** What each action does, for whoever is signed in; actions they may not take are left out. */
export function useDeeds(): Deeds {
  const invite = useInvite();
  const places = placesFor(useSession());
  const adding: Deeds = {
    paste: () => invite.open('paste'),
    rows: () => invite.open('rows'),
    wizard: () => invite.open('wizard'),
    import: () => invite.open('import'),
  };
  return {
    ...(invite.allowed ? adding : {}),
    palette: openPalette,
    lock,
    help: () => openHelp(),
    back: () => history.back(),
    forward: () => history.forward(),
    '/profile': () => go('/profile'),
    ...Object.fromEntries([...places, settingsPlace].map(({ path }) => [path, () => go(path)])),
  };
}

/** The deeds that have keys, by those keys. */
export function byKeys(deeds: Deeds): Readonly<Record<string, () => void>> {
  const usual = Object.entries(actionKeys).map(([action, keys]) => [keys, action] as const);
  return Object.fromEntries(
    [...usual, ...Object.entries(otherKeys)].flatMap(([keys, action]) => {
      const run = deeds[action as Action];
      return keys && run ? [[keys, run]] : [];
    }),
  );
}
