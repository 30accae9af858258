import { GatehouseError } from '#contract/errors.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { accessEnd } from '../guests/access-end.ts';

/** The days before the end of a guest's access in which the window mentions it. */
export interface NoticeWindow {
  /** The longest it is for anybody; for short periods `noticeDaysOf` says how much of it counts. */
  readonly days: number;
  /** The organization's time zone. */
  readonly zone: string;
  /** The period of guests without one of their own. */
  readonly usualPeriod: number;
  /**
   * For a window of each length from 0 to `days`: the last instant of an end that is still in it. Access that ends right now
   * is no longer in it.
   */
  readonly untils: readonly number[];
  /** The last of them. */
  readonly until: number;
  /** When time alone moves it: at the beginning of the next day in the organization's zone. */
  readonly movesAt: number;
}

/**
 * Counted in days of the organization's calendar, like the end of access: a guest with as many days left as the window is
 * long is in it, from the first instant of that day.
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
