import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';

/** The address of the list of drafts, all of them or those under one tab. */
export const draftsHref = (tab?: string) => (tab ? `/pending/drafts?view=${tab}` : '/pending/drafts');

/** Whether this operator deals with drafts, and how many there are. */
export function useDraftCounts() {
  const { place, may } = useSession();
  const enabled = may('users:read') && (may('users:write') || may('guests:invite'));
  const { data } = useQueryOf('drafts.counts', { organizationId: place.id }, { enabled });
  return { enabled, ...(data ?? { counts: { draft: 0, review: 0, scheduled: 0 }, forYou: 0, returned: 0 }) };
}
