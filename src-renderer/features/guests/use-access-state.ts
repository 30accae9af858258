import { useNow } from '../../app/now.ts';
import { useSession } from '../../app/session.ts';
import { type AccessState, accessState } from './time-left.ts';

/** How it stands with the access of a guest, kept right as time goes by. */
export function useAccessState(endsAt: number | null): AccessState {
  const now = useNow();
  const { timeZone, guestNoticeDays } = useSession().place;
  return accessState(endsAt, now, timeZone, guestNoticeDays);
}
