import type { OutputOf } from '#contract/index.ts';
import { useQueryOf } from './queries.ts';
import { useSession } from './session.ts';

/** How many messages are waiting and whether the queue is paused; undefined until known, or without the right to know. */
export function useOutboxState(): OutputOf<'outbox.state'> | undefined {
  const { place, may } = useSession();
  return useQueryOf('outbox.state', { organizationId: place.id }, { enabled: may('users:read') }).data;
}
