import { GatehouseError } from '#contract/errors.ts';
import type { ParsedOf } from '#contract/index.ts';
import type { Named } from '#contract/values.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { Role } from '../roles/store.ts';
import { linkOf, type Relation, relations } from './matching.ts';

/** What people are to gain and to lose, by id. */
export type Asked = Omit<ParsedOf<'users.update'>, 'membershipId'>;

/** The same for one relation, with names. */
export interface Change {
  readonly relation: Relation;
  readonly add: readonly Named[];
  readonly remove: readonly Named[];
}

/** The part of a change that is new for one person. */
export interface Difference {
  readonly relation: Relation;
  readonly added: readonly Named[];
  readonly removed: readonly Named[];
}

/**
 * Finds the names of what is asked for. Archived items can be taken away but no longer given.
 * @throws GatehouseError `not-found` for an id that the organization does not have, or no longer gives
 */
export async function findChanges(db: ReadableDb, asked: Asked, roles: readonly Role[]): Promise<Change[]> {
  const changes: Change[] = [];
  for (const relation of relations) {
    const ids = asked[`${relation}s`];
    if (!ids || ids.add.length + ids.remove.length === 0) continue;
    const what = relation === 'role' ? 'role' : `${relation}s`;
    const known =
      relation === 'role'
        ? new Map(roles.map((role) => [role.id, { ...role, archived: false }]))
        : await findStructures(db, relation, asked.organizationId, [...ids.add, ...ids.remove]);
    const named = (id: number, given: boolean): Named => {
      const found = known.get(id);
      if (!found || (given && found.archived)) throw new GatehouseError('not-found', { what });
      return { id, name: found.name };
    };
    changes.push({
      relation,
      add: [...new Set(ids.add)].map((id) => named(id, true)),
      remove: [...new Set(ids.remove)].filter((id) => !ids.add.includes(id)).map((id) => named(id, false)),
    });
  }
  return changes;
}

async function findStructures(
  db: ReadableDb,
  relation: Exclude<Relation, 'role'>,
  organizationId: number,
  ids: readonly number[],
) {
  // the four tables have one shape; the types follow `team`
  const rows = await db
    .selectFrom(relation as 'team')
    .select(['id', 'name', 'archived_at'])
    .where('organization_id', '=', organizationId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((r) => [r.id, { name: r.name, archived: r.archived_at !== null }]));
}

/** Which of these each person already has, per relation that changes: one query each for all people. */
export async function findHeld(db: ReadableDb, changes: readonly Change[], membershipIds: readonly number[]) {
  const held = new Map<Relation, Map<number, Set<number>>>();
  for (const { relation } of changes) {
    const { table, column } = linkOf(relation);
    const rows = await db
      .selectFrom(`${table} as link`)
      .select(['link.membership_id as member', `link.${column} as id`])
      .where('link.membership_id', 'in', membershipIds)
      .execute();
    const byMember = new Map<number, Set<number>>();
    for (const { member, id } of rows) byMember.set(member, (byMember.get(member) ?? new Set()).add(id));
    held.set(relation, byMember);
  }
  return (relation: Relation, membershipId: number): ReadonlySet<number> =>
    held.get(relation)?.get(membershipId) ?? new Set();
}

/** Nothing is given that somebody already has, or taken that they do not have. */
export const difference = ({ relation, add, remove }: Change, held: ReadonlySet<number>): Difference => ({
  relation,
  added: add.filter(({ id }) => !held.has(id)),
  removed: remove.filter(({ id }) => held.has(id)),
});
