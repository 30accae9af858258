import { type SelectQueryBuilder, sql } from 'kysely';
import type { ReadableDb, Schema } from './schema.ts';

/**
 * The active guests of an organization whose access has an end, the soonest first without sorting. SQLite is told which
 * index to use and, in terms that it can match with the index's own, that only guests with an end are meant.
 */
export function guestsByEnd(db: ReadableDb, organizationId: number): SelectQueryBuilder<Schema, 'membership', object> {
  const table = sql`membership`.as<'membership'>(sql`membership INDEXED BY membership_by_end`);
  const members = db.selectFrom(table) as unknown as SelectQueryBuilder<Schema, 'membership', object>;
  return members
    .where(sql<boolean>`membership.kind = 'guest' AND membership.access_ends_at IS NOT NULL`)
    .where('membership.organization_id', '=', organizationId)
    .where('membership.status', '=', 'active')
    .orderBy('membership.access_ends_at')
    .orderBy('membership.id');
}

/**
 * The access of a guest ends within the notice window of their own period: the contract's `noticeDaysOf` in SQL.
 * @param untils the last end that is within a window of 0 days, 1 day, … up to the longest window
 * @param usualPeriod in days, for guests without a period of their own
 */
export const endsWithinNotice = (untils: readonly number[], usualPeriod: number) => sql<boolean>`
  membership.access_ends_at <= json_extract(${JSON.stringify(untils)}, '$[' || min(
    CAST(${untils.length - 1} AS INTEGER),
    CAST(coalesce(membership.guest_days, ${usualPeriod}) AS INTEGER) / 2
  ) || ']')`;

/** The notices that no digest has mentioned yet, worded to match the partial index of exactly those. */
export const awaitsDigest = () => sql<boolean>`guest_notice.for_digest = 1`;
