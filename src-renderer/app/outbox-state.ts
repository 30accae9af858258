import type { OutputOf } from '#contract/index.ts';
import { useQueryOf } from './queries.ts';
import { useSession } from './session.ts';

type OutboxState = OutputOf<'outbox.state'>;

/** How many messages are waiting and whether the queue is paused; undefined until known, or without the right to know. */
export function useOutboxState(): OutboxState | undefined {
  const { place, may } = useSession();
  return useQueryOf('outbox.state', { organizationId: place.id }, { enabled: may('users:read') }).data;
}

/** Whether mail stays in the outbox for now: without a server or network, or while sending is halted. */
export const mailWaits = (state: OutboxState | undefined): boolean =>
  state !== undefined && (!state.setUp || [state.pause, state.stop, state.offlineSince].some((halt) => halt !== null));
