import type { UserDetails } from '#contract/users.ts';
import type { StructureKind } from '#contract/vocabulary/structure.ts';
import { structureKinds } from '#contract/vocabulary/structure.ts';

export const relations = ['roles', ...structureKinds] as const satisfies readonly ('roles' | StructureKind)[];
export type Relation = (typeof relations)[number];
/** What is chosen for one person, by id. */
export type Chosen = Readonly<Record<Relation, readonly number[]>>;

export const chosenOf = (user: Pick<UserDetails, Relation>): Chosen => ({
  roles: user.roles.map(({ id }) => id),
  teams: user.teams.map(({ id }) => id),
  groups: user.groups.map(({ id }) => id),
  products: user.products.map(({ id }) => id),
  lines: user.lines.map(({ id }) => id),
});

export type Changes = Partial<Record<Relation, { add: number[]; remove: number[] }>>;

/** What has to be gained and lost to get from one choice to another; only relations that differ are included. */
export function changesBetween(before: Chosen, after: Chosen): Changes {
  const changes: Changes = {};
  for (const relation of relations) {
    const had = new Set(before[relation]);
    const has = new Set(after[relation]);
    const add = [...has].filter((id) => !had.has(id));
    const remove = [...had].filter((id) => !has.has(id));
    if (add.length > 0 || remove.length > 0) changes[relation] = { add, remove };
  }
  return changes;
}

/**
 * A choice based on an earlier answer, carried over to a newer one: what was added or removed by hand stays, and what
 * others changed meanwhile is included.
 */
export function carriedOver(before: Chosen, chosen: Chosen, now: Chosen): Chosen {
  const changes = changesBetween(before, chosen);
  const over = (relation: Relation) => {
    const { add = [], remove = [] } = changes[relation] ?? {};
    return [...new Set([...now[relation], ...add])].filter((id) => !remove.includes(id));
  };
  return {
    roles: over('roles'),
    teams: over('teams'),
    groups: over('groups'),
    products: over('products'),
    lines: over('lines'),
  };
}
