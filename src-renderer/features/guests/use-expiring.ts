import { useNow } from '../../app/now.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { accessState } from './time-left.ts';

/** The guests page with only those whose access ends soon, the soonest first. */
export const expiringHref = '/guests?guests=expiring&sort=expiry';

/** How many are named in one line. */
const named = 3;

interface Expiring {
  readonly expiring: number;
  readonly noticeDays: number;
  /** The first of them, each with the days left. */
  readonly names: string;
}

/** The guests whose access ends within the notice window; none for those who may not see guests. */
export function useExpiring(): Expiring {
  const { place, may } = useSession();
  const now = useNow();
  const organizationId = place.id;
  const counted = useQueryOf('guests.expiring', { organizationId }, { enabled: may('guests:read') }).data;
  const expiring = counted?.expiring ?? 0;
  const rows = useQueryOf(
    'users.list',
    { organizationId, kinds: ['guest'], guests: ['expiring'], sort: 'expiry', limit: named },
    { enabled: expiring > 0 && may('users:read') },
  ).data?.rows;
  const say = words.guests.notice;
  const parts = (rows ?? []).flatMap(({ name, email, guest }) => {
    const state = accessState(guest?.endsAt ?? null, now, place.timeZone, place.guestNoticeDays);
    return state.kind === 'running' ? [say.one(name || email, state.days)] : [];
  });
  const more = expiring - parts.length;
  const names = parts.length === 0 ? '' : [...parts, ...(more > 0 ? [say.more(more)] : [])].join(', ');
  return { expiring, noticeDays: counted?.noticeDays ?? place.guestNoticeDays, names: names && `${names}.` };
}
