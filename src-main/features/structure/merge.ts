import type { Named } from '#contract/values.ts';
import type { StructureKind } from '#contract/vocabulary/structure.ts';
import type { WritableDb } from '../../database/schema.ts';
import { moveMembers } from './move.ts';
import { tableOf } from './store.ts';

/**
 * Moves everybody from one team, group, product or line into another and deletes the first.
 * @returns how many pending, active and suspended members were in the first
 */
export async function mergeStructure(
  db: WritableDb,
  kind: StructureKind,
  organizationId: number,
  from: Named,
  to: Named,
  now: number,
): Promise<number> {
  const table = tableOf(kind);
  const members = await moveMembers(db, table, organizationId, from, to, now);
  await db.deleteFrom(table).where('id', '=', from.id).execute();
  return members;
}
