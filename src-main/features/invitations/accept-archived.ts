import type { WritableDb } from '../../database/schema.ts';

const kinds = ['team', 'group', 'product', 'line'] as const;

/**
 * Takes off what was archived while the invitation waited, so that nobody begins in a team that no longer is.
 * @returns the names, for the person to be told
 */
export async function takeOffArchived(db: WritableDb, membershipId: number): Promise<string[]> {
  const names: string[] = [];
  for (const kind of kinds) {
    // the four tables and their tables of members have one shape; the types follow `team`
    const table = kind as 'team';
    const members = `membership_${kind}` as 'membership_team';
    const column = `${kind}_id` as 'team_id';
    const archived = await db
      .selectFrom(`${members} as m`)
      .innerJoin(`${table} as s`, 's.id', `m.${column}`)
      .select(['s.id', 's.name'])
      .where('m.membership_id', '=', membershipId)
      .where('s.archived_at', 'is not', null)
      .orderBy('s.name_key')
      .execute();
    if (archived.length === 0) continue;
    const ids = archived.map((s) => s.id);
    await db.deleteFrom(members).where('membership_id', '=', membershipId).where(column, 'in', ids).execute();
    names.push(...archived.map((s) => s.name));
  }
  return names;
}
