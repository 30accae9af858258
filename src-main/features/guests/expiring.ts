import { endsWithinNotice } from '../../database/guests.ts';
import { guestsAlone } from '../../database/members.ts';
import type { QueryHandler } from '../../kernel/context.ts';
import { earliest } from '../users/earliest.ts';
import { noticeWindow } from '../users/notice-window.ts';
import { accessEnd } from './access-end.ts';

/** How many guests the notice at the top of the lists speaks of, and when time alone changes that. */
export const expiring: QueryHandler<'guests.expiring'> = async ({ db, now }, { organizationId }) => {
  const { days, until, untils, usualPeriod, movesAt, zone } = await noticeWindow(db, organizationId, now);
  const ending = () =>
    db
      .selectFrom('membership')
      .where('organization_id', '=', organizationId)
      .where(guestsAlone())
      .where('status', '=', 'active');
  const near = () => ending().where('access_ends_at', '>', now).where('access_ends_at', '<=', until);
  const within = await near()
    .select((e) => [e.fn.countAll<number>().as('n'), e.fn.min('access_ends_at').as('first')])
    .where(endsWithinNotice(untils, usualPeriod))
    .executeTakeFirstOrThrow();
  const short = await near()
    .select('id')
    .where((e) => e.not(endsWithinNotice(untils, usualPeriod)))
    .limit(1)
    .executeTakeFirst();
  const later = await ending()
    .select('access_ends_at as at')
    .where('access_ends_at', '>', until)
    .orderBy('access_ends_at')
    .limit(1)
    .executeTakeFirst();
  return {
    expiring: Number(within.n),
    noticeDays: days,
    nextChangeAt: earliest([
      within.first === null ? null : Number(within.first),
      // whose period is short is spoken of on one of the next days
      short ? movesAt : null,
      // the day on which the next one is spoken of begins that long before their last day
      later?.at ? accessEnd(later.at, -days - 2, zone) : null,
    ]),
  };
};
