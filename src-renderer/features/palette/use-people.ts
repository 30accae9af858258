import type { UserRow } from '#contract/users.ts';
import { memberKinds } from '#contract/vocabulary/user-filter.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { deedIcons, deedKeys, deedLabel, hindrance } from '../users/DeedItems.tsx';
import type { Deed } from '../users/deeds.ts';
import { useOffers } from '../users/use-offers.ts';
import type { Command } from './commands.ts';

/** As many people as can be taken in at a glance; *Users* has all of them. */
const most = 6;
const none: readonly UserRow[] = [];

/** Members of every kind whose name or address contains the text. */
export function usePeople(text: string): readonly UserRow[] {
  const { place, may } = useSession();
  const { data } = useQueryOf(
    'users.list',
    { organizationId: place.id, kinds: [...memberKinds], search: text, limit: most },
    { enabled: text !== '' && may('users:read'), keepPrevious: true },
  );
  return text === '' ? none : (data?.rows ?? none);
}

/** What the operator may do to a person now. Final actions ask first, as in the list. */
export function useDeedsOf(
  person: UserRow | undefined,
  run: (deed: Deed, person: UserRow) => void,
): readonly Command[] {
  const { offersFor } = useOffers();
  if (!person) return [];
  return offersFor(person)
    .filter((offer) => offer.deed !== 'edit' && hindrance(offer) === undefined)
    .map(({ deed }) => {
      const keys = deedKeys[deed];
      return {
        id: `deed ${deed}`,
        label: deedLabel(deed, person),
        icon: deedIcons[deed],
        run: () => run(deed, person),
        ...(keys ? { keys } : {}),
      };
    });
}
