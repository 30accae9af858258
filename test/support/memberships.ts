import type { MembershipTable } from '../../src-main/database/tables/people.ts';
import type { Workspace } from './workspace.ts';

/** Writes rows as no operation would, or whose operation is tested elsewhere. */
export const writeRows = (w: Workspace, work: Parameters<Workspace['core']['changes']['write']>[2]) =>
  w.core.changes.write([], w.clock.now(), work);

export const setMember = (
  w: Workspace,
  membershipId: number,
  set: Partial<Pick<MembershipTable, 'kind' | 'status' | 'changed_at'>>,
) =>
  writeRows(w, async (db) => {
    await db.updateTable('membership').set(set).where('id', '=', membershipId).execute();
  });

type Relation = 'role' | 'team' | 'group' | 'product' | 'line';

/** Adds somebody to teams, groups, products or lines, or gives them roles, by id. */
export const give = (w: Workspace, relation: Relation, membershipId: number, ids: readonly number[]) =>
  writeRows(w, async (db) => {
    const column = `${relation}_id` as 'team_id';
    await db
      .insertInto(`membership_${relation}` as 'membership_team')
      .columns(['membership_id', column])
      .values(
        ids.map((id) => ({ membership_id: membershipId, [column]: id }) as { membership_id: number; team_id: number }),
      )
      .execute();
  });

/** Names of what a membership is linked to, including archived ones. */
export async function namesOf(w: Workspace, relation: Relation, membershipId: number): Promise<string[]> {
  const link = `membership_${relation}` as 'membership_team';
  const rows = await w.core.store.read
    .selectFrom(`${link} as m`)
    .innerJoin(`${relation as 'team'} as s`, 's.id', `m.${relation}_id` as 'm.team_id')
    .select('s.name')
    .where('m.membership_id', '=', membershipId)
    .orderBy('s.name')
    .execute();
  return rows.map((r) => r.name);
}

/** The newest audit row of an operation, with its detail parsed. */
export async function lastAudit(w: Workspace, operation: string) {
  const row = await w.core.store.read
    .selectFrom('audit')
    .selectAll()
    .where('operation', '=', operation)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { ...row, detail: JSON.parse(row.detail) as Record<string, unknown> };
}
