import { endsWithinNotice } from '../../database/guests.ts';
import type { QueryHandler } from '../../kernel/context.ts';
import { earliest } from '../users/earliest.ts';
import { endingGuests } from '../users/guest-states.ts';
import { noticeWindow } from '../users/notice-window.ts';
import { accessEnd } from './access-end.ts';

/** How many guests the notice at the top of the lists counts, and when time alone changes that. */
export const expiring: QueryHandler<'guests.expiring'> = async ({ db, now }, { organizationId }) => {
  const { days, until, untils, usualPeriod, movesAt, zone } = await noticeWindow(db, organizationId, now);
  const ending = () => endingGuests(db, organizationId).clearSelect().where('membership.status', '=', 'active');
  const isWithin = endsWithinNotice(untils, usualPeriod);
  // one walk that reads only the index
  const near = await ending()
    .where('membership.access_ends_at', '>', now)
    .where('membership.access_ends_at', '<=', until)
    .select((e) => [
      e.fn.countAll<number>().as('n'),
      e.fn.countAll<number>().filterWhere(isWithin).as('within'),
      e.fn.min('membership.access_ends_at').filterWhere(isWithin).as('first'),
    ])
    .executeTakeFirstOrThrow();
  const later = await ending()
    .select('membership.access_ends_at as at')
    .where('membership.access_ends_at', '>', until)
    .orderBy('membership.access_ends_at')
    .limit(1)
    .executeTakeFirst();
  return {
    expiring: near.within,
    noticeDays: days,
    nextChangeAt: earliest([
      near.first === null ? null : Number(near.first),
      // guests with a short period join on one of the next days
      near.within < near.n ? movesAt : null,
      // the next guest joins on the day that begins this long before their last day
      later?.at ? accessEnd(later.at, -days - 2, zone) : null,
    ]),
  };
};
