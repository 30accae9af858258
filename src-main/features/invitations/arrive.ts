import type { WritableDb } from '../../database/schema.ts';
import { tell } from '../inbox/store.ts';

const kinds = ['team', 'group', 'product', 'line'] as const;

export interface Arrival {
  readonly organizationId: number;
  readonly personId: number;
  readonly membershipId: number;
}

/**
 * What follows once somebody has joined: anything archived while the invitation waited is taken off, so that nobody begins
 * in a team that no longer exists, and the person's inbox says what they got and what was left out.
 * @returns the names that were left out
 */
export async function arrive(
  db: WritableDb,
  { organizationId, personId, membershipId }: Arrival,
  now: number,
): Promise<string[]> {
  const added: string[] = [];
  const removed: string[] = [];
  for (const kind of kinds) {
    const { kept, archived } = await split(db, kind, membershipId);
    added.push(...kept);
    removed.push(...archived);
  }
  await tell(db, { organizationId, personId, kind: 'joined', added, removed }, now);
  return removed;
}

/** Takes archived items of one kind off a member. @returns the names that stay, and those taken off */
async function split(db: WritableDb, kind: (typeof kinds)[number], membershipId: number) {
  // the four tables and their member tables have one shape; the types follow `team`
  const table = kind as 'team';
  const members = `membership_${kind}` as 'membership_team';
  const column = `${kind}_id` as 'team_id';
  const held = await db
    .selectFrom(`${members} as m`)
    .innerJoin(`${table} as s`, 's.id', `m.${column}`)
    .select(['s.id', 's.name', 's.archived_at'])
    .where('m.membership_id', '=', membershipId)
    .orderBy('s.name_key')
    .execute();
  const archived = held.filter((s) => s.archived_at !== null);
  const ids = archived.map((s) => s.id);
  if (ids.length > 0)
    await db.deleteFrom(members).where('membership_id', '=', membershipId).where(column, 'in', ids).execute();
  return {
    kept: held.filter((s) => s.archived_at === null).map((s) => s.name),
    archived: archived.map((s) => s.name),
  };
}
