import { type AliasedExpression, type SelectQueryBuilder, sql } from 'kysely';
import type { ReadableDb, Schema } from './schema.ts';

type Members = SelectQueryBuilder<Schema, 'membership', object>;
/** The indexes along which members can be read without sorting them. */
export type MemberIndex =
  | 'membership_by_name'
  | 'membership_by_email'
  | 'membership_by_change'
  | 'membership_by_status'
  | 'membership_of_kind'
  | 'membership_by_end'
  | 'membership_by_link'
  | 'membership_without_end'
  | 'membership_by_sponsor';

/**
 * Members one by one in the order of an index. SQLite is told which, because it chooses as if there were no limit: it would
 * gather and sort a hundred thousand rows for the sake of fifty.
 */
export function membersAlong(db: ReadableDb, index: MemberIndex): Members {
  const table = sql`membership`.as<'membership'>(sql`membership INDEXED BY ${sql.ref(index)}`);
  return db.selectFrom(table) as unknown as Members;
}

/** These members, looked up by id before any other condition. */
export const membersAmong = (db: ReadableDb, ids: readonly number[]): Members =>
  startingFrom(db, sql<{ id: number }>`(SELECT value AS id FROM json_each(${JSON.stringify(ids)}))`.as('candidate'));

/** The members that a query names by `id`, looked up one by one as it finds them: a limit ends both. */
export function startingFrom(db: ReadableDb, candidates: AliasedExpression<{ id: number }, 'candidate'>): Members {
  // the left side of a CROSS JOIN is SQLite's outer loop, whatever its estimates of the sizes
  const rows = db.selectFrom(candidates).crossJoin('membership').whereRef('membership.id', '=', 'candidate.id');
  return rows as unknown as Members;
}

/** Members who are not users, the few among many; worded so that SQLite sees that the index of exactly those fits. */
export const otherThanUsers = () => sql<boolean>`membership.kind <> 'user'`;

/** Guests, worded so that SQLite sees that an index of guests only fits. */
export const guestsAlone = () => sql<boolean>`membership.kind = 'guest'`;
