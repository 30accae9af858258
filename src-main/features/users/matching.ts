import type { ExpressionBuilder, ExpressionWrapper, SelectQueryBuilder, SqlBool } from 'kysely';
import type { UserFilter } from '#contract/user-filter.ts';
import type { ReadableDb, Schema } from '../../database/schema.ts';
import { memberContains, memberMatches } from '../../database/search.ts';
import { guestStateHolds } from './guest-states.ts';
import type { Listed } from './listed.ts';
import { mailGroupHolds } from './mail-groups.ts';
import { statusHolds } from './statuses.ts';

export type Members = ExpressionBuilder<Schema, 'membership'>;
type Condition = ExpressionWrapper<Schema, 'membership', SqlBool>;

/** What a filter names by id; each one's table, and the one that links it to members, follow from the name. */
export const relations = ['role', 'team', 'group', 'product', 'line'] as const;
export type Relation = (typeof relations)[number];
/** The five pairs of tables have one shape; the types follow `team`. */
export const linkOf = (relation: Relation) => ({
  table: `membership_${relation}` as 'membership_team',
  column: `${relation}_id` as 'team_id',
});
export const idsOf = (filter: UserFilter, relation: Relation): readonly number[] => filter[`${relation}s`];

/**
 * Everybody in an organization whom a filter shows, in no order and with nothing selected yet: the people who are counted,
 * and those whom a deed on "all that match" is done to.
 */
export function matchingMembers(db: ReadableDb, listed: Listed): SelectQueryBuilder<Schema, 'membership', object> {
  const { search } = listed.filter;
  const rows = db
    .selectFrom('membership')
    .where('membership.organization_id', '=', listed.organizationId)
    .where((e) => filterHolds(e, listed));
  return search ? rows.where((e) => memberMatches(e, search)) : rows;
}

/**
 * All conditions of the filter, each checked for one member from their own rows: no index is gathered beforehand. The text
 * comes first, because it rules most members out, and SQLite checks in this order.
 */
export function memberFits(e: Members, listed: Listed): Condition {
  const { search } = listed.filter;
  return search ? e.and([memberContains(e, search), filterHolds(e, listed)]) : filterHolds(e, listed);
}

function filterHolds(e: Members, listed: Listed): Condition {
  const { filter, now } = listed;
  const named = relations.filter((r) => idsOf(filter, r).length > 0);
  return e.and([
    e('membership.kind', 'in', [...new Set(filter.kinds)]),
    statusHolds(e, filter, now),
    ...(filter.guests.length > 0 ? [guestStateHolds(e, listed)] : []),
    ...(filter.mail.length > 0 ? [mailGroupHolds(e, listed)] : []),
    ...named.map((r) => linked(e, r, idsOf(filter, r))),
  ]);
}

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
