import { type SelectQueryBuilder, sql } from 'kysely';
import type { ReadableDb, Schema } from './schema.ts';

/**
 * The active guests of an organization whose access has an end, the soonest first without sorting. SQLite is told the index
 * and, in words that it can compare with the index's, that only guests with an end are meant.
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
 * The access of a guest ends within the notice window of their own period: `noticeDaysOf` of the contract in words of the
 * store.
 * @param untils the last end that is within a window of 0 days, 1 day, … up to the longest window
 * @param usualPeriod in days, of who has none of their own
 */
export const endsWithinNotice = (untils: readonly number[], usualPeriod: number) => sql<boolean>`
  membership.access_ends_at <= json_extract(${JSON.stringify(untils)}, '$[' || min(
    CAST(${untils.length - 1} AS INTEGER),
    CAST(coalesce(membership.guest_days, ${usualPeriod}) AS INTEGER) / 2
  ) || ']')`;

/** The notices that no digest has told of yet, in words that fit the index of just those. */
export const awaitsDigest = () => sql<boolean>`guest_notice.for_digest = 1`;
