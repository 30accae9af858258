import type { GuestState } from '#contract/vocabulary/user-filter.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import type { PageScope } from './scopes.ts';

/** The counts of the guest tabs beside the statuses; undefined on a page without them, and until known. */
export function useGuestCounts({ guestTabs, statuses }: PageScope): Readonly<Partial<Record<GuestState, number>>> {
  const { place, may } = useSession();
  const organizationId = place.id;
  const enabled = guestTabs.length > 0;
  const expiring = useQueryOf('guests.expiring', { organizationId }, { enabled: enabled && may('guests:read') }).data;
  const unanswered = useQueryOf(
    'users.list',
    { organizationId, kinds: ['guest'], statuses: [...statuses], guests: ['no-sponsor'], limit: 1 },
    { enabled },
  ).data;
  return {
    ...(expiring ? { expiring: expiring.expiring } : {}),
    ...(unanswered ? { 'no-sponsor': unanswered.total } : {}),
  };
}
