import { guestsByEnd } from '../../../database/guests.ts';
import type { ReadableDb } from '../../../database/schema.ts';
import { accessEnd } from '../access-end.ts';
import { isPastMorning, morningOf } from './mornings.ts';

export interface NoticeHouse {
  readonly organizationId: number;
  readonly timeZone: string;
  /** How many days before the last day mails go out, ascending, without 0, which is the end itself. */
  readonly mailDays: readonly number[];
}

export async function noticeHouses(db: ReadableDb): Promise<readonly NoticeHouse[]> {
  const rows = await db.selectFrom('organization').select(['id', 'time_zone', 'guest_mail_days']).execute();
  return rows.map((row) => ({
    organizationId: row.id,
    timeZone: row.time_zone,
    mailDays: [...new Set(JSON.parse(row.guest_mail_days) as number[])].filter((d) => d > 0).sort((a, b) => a - b),
  }));
}

/** Guests whose access ends after `after`, but no later than `until`, are due for the notice `days` before, and no later one. */
export interface Step {
  readonly days: number;
  readonly after: number;
  readonly until: number;
}

/**
 * Which ends of access are due for which notice. The notice `days` before goes out on the morning that many days before the
 * last day; the one about the end on the morning after it. Steps do not overlap, so that one look sends a guest at most one
 * notice, the latest, however long the computer slept.
 */
export function stepsAt({ timeZone, mailDays }: NoticeHouse, now: number): readonly Step[] {
  const shift = isPastMorning(now, timeZone) ? 0 : -1;
  let after = Number.MIN_SAFE_INTEGER;
  return [0, ...mailDays].map((days) => {
    const until = accessEnd(now, (days === 0 ? -1 : days) + shift, timeZone);
    const step = { days, after, until };
    after = until;
    return step;
  });
}

/** A notice at the very beginning of a period would repeat what the guest has just been told. */
export const isTold = (days: number, period: number | null): boolean =>
  days === 0 || (period !== null && period > days);

/** The guests to whom the notice of a step, or a later one, has not gone out yet; the soonest end first. */
export function dueGuests(db: ReadableDb, { organizationId }: NoticeHouse, step: Step, limit: number) {
  return withPeriod(guestsByEnd(db, organizationId), step.days)
    .where('membership.access_ends_at', '>', step.after)
    .where('membership.access_ends_at', '<=', step.until)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('guest_notice')
            .select('guest_notice.days_before')
            .whereRef('guest_notice.membership_id', '=', 'membership.id')
            .whereRef('guest_notice.access_ends_at', '=', 'membership.access_ends_at')
            .where('guest_notice.days_before', '<=', step.days),
        ),
      ),
    )
    .select('membership.id')
    .limit(limit);
}

/** When the next notice becomes due; null when none is in sight. */
export async function nextDue(db: ReadableDb, house: NoticeHouse, now: number): Promise<number | null> {
  const instants: number[] = [];
  for (const { days, until } of stepsAt(house, now)) {
    const row = await withPeriod(guestsByEnd(db, house.organizationId), days)
      .where('membership.access_ends_at', '>', until)
      .select('membership.access_ends_at as endsAt')
      .limit(1)
      .executeTakeFirst();
    if (row?.endsAt) instants.push(morningOf(row.endsAt - 1, house.timeZone, days === 0 ? 1 : -days));
  }
  return instants.length === 0 ? null : Math.min(...instants);
}

const withPeriod = (guests: ReturnType<typeof guestsByEnd>, days: number) =>
  days === 0 ? guests : guests.where('membership.guest_days', '>', days);
