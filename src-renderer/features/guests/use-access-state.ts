import { noticeDaysOf } from '#contract/notice-days.ts';
import type { GuestFacts } from '#contract/users.ts';
import { useNow } from '../../app/now.ts';
import { useSession } from '../../app/session.ts';
import { type AccessState, accessState } from './time-left.ts';

/** The state of a guest's access, updated as time goes by. */
export function useAccessState({ endsAt, days }: Pick<GuestFacts, 'endsAt' | 'days'>): AccessState {
  const now = useNow();
  const { timeZone, guestNoticeDays } = useSession().place;
  return accessState(endsAt, now, timeZone, noticeDaysOf(guestNoticeDays, days));
}
