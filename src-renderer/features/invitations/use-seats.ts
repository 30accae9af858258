import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';

export interface SeatsFor {
  /** Seats that nobody holds; null without a limit, undefined until it is known. */
  readonly free: number | null | undefined;
  readonly needed: number;
  readonly fits: boolean;
}

/** Whether the licence has a seat for this many new users. Guests and inbox agents need none. */
export function useSeats(needed: number): SeatsFor {
  const { place } = useSession();
  const free = useQueryOf('organizations.seats', { organizationId: place.id }).data?.free;
  return { free, needed, fits: free === null || free === undefined || needed <= free };
}
