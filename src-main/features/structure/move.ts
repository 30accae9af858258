import type { Named } from '#contract/values.ts';
import type { WritableDb } from '../../database/schema.ts';
import { tellMembers } from '../inbox/store.ts';
import { replaceInViews } from '../views/store.ts';
import { type Relation, tablesOf } from './relation.ts';

/**
 * Gives everybody who has `from` the other instead, each once, and tells them. People who are invited or have left move too,
 * so that nothing names what is about to go, and so do saved views; those who have left keep the date of their last change.
 * @returns how many pending, active and suspended members had `from`
 */
export async function moveMembers(
  db: WritableDb,
  relation: Relation,
  organizationId: number,
  from: Named,
  to: Named,
  now: number,
): Promise<number> {
  const { link, column } = tablesOf(relation);
  const having = (id: number) => db.selectFrom(link).select('membership_id as id').where(column, '=', id);

  const { numUpdatedRows } = await db
    .updateTable('membership')
    .set({ changed_at: now })
    .where('id', 'in', having(from.id))
    .where('status', 'in', ['pending', 'active', 'suspended'])
    .executeTakeFirst();
  const notice = { organizationId, kind: 'access-changed', removed: [from.name] } as const;
  const both = having(from.id).where('membership_id', 'in', having(to.id));
  const onlyFrom = having(from.id).where('membership_id', 'not in', having(to.id));
  await tellMembers(db, notice, both, now);
  await tellMembers(db, { ...notice, added: [to.name] }, onlyFrom, now);
  await db
    .insertInto(link)
    .columns(['membership_id', column])
    .expression(
      db
        .selectFrom(link)
        .select((e) => ['membership_id', e.val(to.id).as('team_id')])
        .where(column, '=', from.id),
    )
    .onConflict((c) => c.doNothing())
    .execute();
  await db.deleteFrom(link).where(column, '=', from.id).execute();
  await replaceInViews(db, organizationId, `${relation}s`, from.id, to.id);
  return Number(numUpdatedRows);
}
