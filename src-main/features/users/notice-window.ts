import { GatehouseError } from '#contract/errors.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { accessEnd } from '../guests/access-end.ts';

/** The days before the end of a guest's access in which the window speaks of it. */
export interface NoticeWindow {
  /** The longest that it is for anybody; for short periods `noticeDaysOf` says how much of it counts. */
  readonly days: number;
  /** The organization's time zone. */
  readonly zone: string;
  /** The period of guests who have none of their own. */
  readonly usualPeriod: number;
  /**
   * For a window of so many days, from 0 to `days`: whose access ends at this instant is the last who is in it. Whose
   * access ends now has no place in it any more.
   */
  readonly untils: readonly number[];
  /** The last of them. */
  readonly until: number;
  /** When time alone moves it: at the beginning of the next day in the organization's zone. */
  readonly movesAt: number;
}

/**
 * Counted in days of the organization's calendar, as the end of access is: whoever has as many days left as the window is
 * long is in it, from the first instant of that day on.
 * @throws GatehouseError `not-found`
 */
export async function noticeWindow(db: ReadableDb, organizationId: number, now: number): Promise<NoticeWindow> {
  const organization = await db
    .selectFrom('organization')
    .select(['time_zone as zone', 'guest_notice_days as days', 'guest_days as usualPeriod'])
    .where('id', '=', organizationId)
    .executeTakeFirst();
  if (!organization) throw new GatehouseError('not-found', { what: 'organization' });
  const { zone, days } = organization;
  const movesAt = accessEnd(now, 0, zone);
  const untils = [movesAt, ...Array.from({ length: days }, (_, n) => accessEnd(now, n + 1, zone))];
  return { ...organization, untils, until: untils.at(-1) ?? movesAt, movesAt };
}
