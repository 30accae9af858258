import { type Action, actionKeys } from '#contract/actions.ts';
import { openPalette } from '../features/palette/store.ts';
import { useInvite } from './invite.tsx';
import { go } from './location.ts';
import { placesFor, settingsPlace } from './places.ts';
import { useSession } from './session.ts';
import { lock } from './sign-out.ts';

export type Deeds = Readonly<Partial<Record<Action, () => void>>>;

/** What each action does, for whoever is signed in; those that they may not do are not there. */
export function useDeeds(onHelp: () => void): Deeds {
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
    help: onHelp,
    back: () => history.back(),
    forward: () => history.forward(),
    '/profile': () => go('/profile'),
    ...Object.fromEntries([...places, settingsPlace].map(({ path }) => [path, () => go(path)])),
  };
}

/** The deeds that have keys, by these. */
export const byKeys = (deeds: Deeds) =>
  Object.fromEntries(
    Object.entries(deeds).flatMap(([action, run]) => {
      const keys = actionKeys[action as Action];
      return keys && run ? [[keys, run]] : [];
    }),
  );
