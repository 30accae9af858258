import type { ReadableDb } from '../../database/schema.ts';
import { type Relation, tablesOf } from './relation.ts';

/**
 * How many pending, active or suspended members each role, team … of an organization has. Those who have left are fewer, so
 * they are subtracted from the total: looking up everybody else's status takes several times as long.
 */
export async function countPresent(
  db: ReadableDb,
  relation: Relation,
  organizationId: number,
): Promise<ReadonlyMap<number, number>> {
  const { table, link, column } = tablesOf(relation);
  const all = await db
    .selectFrom(`${table} as s`)
    .select((e) => [
      's.id',
      e
        .selectFrom(`${link} as m`)
        .select((c) => c.fn.countAll<number>().as('n'))
        .whereRef(`m.${column}`, '=', 's.id')
        .as('n'),
    ])
    .where('s.organization_id', '=', organizationId)
    .execute();
  const gone = await db
    .selectFrom('membership')
    .innerJoin(`${link} as m`, 'm.membership_id', 'membership.id')
    .select((e) => [`m.${column} as id`, e.fn.countAll<number>().as('n')])
    .where('membership.organization_id', '=', organizationId)
    .where('membership.status', 'in', ['revoked', 'removed'])
    .groupBy(`m.${column}`)
    .execute();
  const left = new Map(gone.map((g) => [g.id, Number(g.n)]));
  return new Map(all.map(({ id, n }) => [id, Number(n) - (left.get(id) ?? 0)]));
}
