import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';

/** Where drafts are listed, all of them or under one tab. */
export const draftsHref = (tab?: string) => (tab ? `/pending/drafts?view=${tab}` : '/pending/drafts');

/** Whether drafts are this operator's business, and how many there are. */
export function useDraftCounts() {
  const { place, may } = useSession();
  const enabled = may('users:read') && (may('users:write') || may('guests:invite'));
  const { data } = useQueryOf('drafts.counts', { organizationId: place.id }, { enabled });
  return { enabled, ...(data ?? { counts: { draft: 0, review: 0, scheduled: 0 }, forYou: 0, returned: 0 }) };
}
