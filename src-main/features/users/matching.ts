import type { ExpressionBuilder, ExpressionWrapper, SelectQueryBuilder, SqlBool } from 'kysely';
import type { UserFilter, UserStatus } from '#contract/users.ts';
import type { ReadableDb, Schema } from '../../database/schema.ts';
import { memberContains, memberMatches } from '../../database/search.ts';

export type Members = ExpressionBuilder<Schema, 'membership'>;
type Condition = ExpressionWrapper<Schema, 'membership', SqlBool>;

/** What a filter names by id; the table of each, and the one that links it to members, follow from the name. */
export const relations = ['role', 'team', 'group', 'product', 'line'] as const;
export type Relation = (typeof relations)[number];
/** The five pairs of tables have one shape; the types follow `team`. */
export const linkOf = (relation: Relation) => ({
  table: `membership_${relation}` as 'membership_team',
  column: `${relation}_id` as 'team_id',
});
export const idsOf = (filter: UserFilter, relation: Relation): readonly number[] => filter[`${relation}s`];

/**
 * Everybody of an organization whom a filter shows, in no order and with nothing selected yet: what is counted, and what
 * a deed on "all that match" is done to.
 */
export function matchingMembers(
  db: ReadableDb,
  organizationId: number,
  filter: UserFilter,
  now: number,
): SelectQueryBuilder<Schema, 'membership', object> {
  const rows = db
    .selectFrom('membership')
    .where('membership.organization_id', '=', organizationId)
    .where((e) => filterHolds(e, filter, now));
  return filter.search ? rows.where((e) => memberMatches(e, filter.search)) : rows;
}

/** All that the filter names, each told of one member by its own rows: no index is gathered beforehand. */
export const memberFits = (e: Members, filter: UserFilter, now: number): Condition =>
  filter.search ? e.and([filterHolds(e, filter, now), memberContains(e, filter.search)]) : filterHolds(e, filter, now);

function filterHolds(e: Members, filter: UserFilter, now: number): Condition {
  const named = relations.filter((r) => idsOf(filter, r).length > 0);
  return e.and([
    e('membership.kind', 'in', [...new Set(filter.kinds)]),
    statusHolds(e, filter.statuses, now),
    ...named.map((r) => linked(e, r, idsOf(filter, r))),
  ]);
}

/** *Expired* and *pending* are one status in the store: the clock tells them apart. */
function statusHolds(e: Members, statuses: readonly UserStatus[], now: number): Condition {
  const expired = statuses.includes('expired');
  const pending = statuses.includes('pending');
  const stored = [...new Set(statuses)].filter((s) => s !== 'expired' && (s !== 'pending' || expired));
  if (expired === pending) return e('membership.status', 'in', stored as Exclude<UserStatus, 'expired'>[]);
  const waiting = e.and([e('membership.status', '=', 'pending'), expired ? hasEnded(e, now) : e.not(hasEnded(e, now))]);
  return stored.length > 0
    ? e.or([e('membership.status', 'in', stored as Exclude<UserStatus, 'expired'>[]), waiting])
    : waiting;
}

/** The time of the member's open invitation is over. */
const hasEnded = (e: Members, now: number) =>
  e.exists(
    e
      .selectFrom('invitation')
      .select('invitation.id')
      .whereRef('invitation.membership_id', '=', 'membership.id')
      .where('invitation.state', '=', 'pending')
      .where('invitation.expires_at', '<=', now),
  );

function linked(e: Members, relation: Relation, ids: readonly number[]): Condition {
  const { table, column } = linkOf(relation);
  return e.exists(
    e
      .selectFrom(`${table} as link`)
      .select('link.membership_id')
      .whereRef('link.membership_id', '=', 'membership.id')
      .where(`link.${column}`, 'in', ids),
  ) as Condition;
}
