import { GatehouseError } from '#contract/errors.ts';
import { foldName } from '#contract/fold.ts';
import type { StructureKind, StructureRow } from '#contract/structure.ts';
import type { ReadableDb, WritableDb } from '../../database/schema.ts';

/** The table of each kind. All four, and their tables of members, have one shape; the types follow `team`. */
const tables = { teams: 'team', groups: 'group', products: 'product', lines: 'line' } as const;
const table = (kind: StructureKind) => tables[kind] as 'team';
const members = (kind: StructureKind) => ({
  table: `membership_${tables[kind]}` as 'membership_team',
  column: `${tables[kind]}_id` as 'team_id',
});

/** By name, with the number of members who are pending or active. */
export async function listStructure(
  db: ReadableDb,
  kind: StructureKind,
  organizationId: number,
  archived: boolean,
): Promise<StructureRow[]> {
  const m = members(kind);
  let rows = db
    .selectFrom(`${table(kind)} as s`)
    .select((e) => [
      's.id',
      's.name',
      's.archived_at',
      e
        .selectFrom(`${m.table} as m`)
        .innerJoin('membership', 'membership.id', 'm.membership_id')
        .select((c) => c.fn.countAll<number>().as('n'))
        .whereRef(`m.${m.column}`, '=', 's.id')
        .where('membership.status', 'in', ['pending', 'active', 'suspended'])
        .as('members'),
    ])
    .where('s.organization_id', '=', organizationId);
  if (!archived) rows = rows.where('s.archived_at', 'is', null);
  const found = await rows.orderBy('s.name_key').execute();
  return found.map((r) => ({ id: r.id, name: r.name, archived: r.archived_at !== null, members: Number(r.members) }));
}

/** @throws GatehouseError `already-exists` for a name that differs at most in case and accents */
export async function addStructure(
  db: WritableDb,
  kind: StructureKind,
  organizationId: number,
  name: string,
  now: number,
): Promise<number> {
  await refuseTwin(db, kind, organizationId, name);
  const { insertId } = await db
    .insertInto(table(kind))
    .values({ organization_id: organizationId, name, name_key: foldName(name), archived_at: null, created_at: now })
    .executeTakeFirstOrThrow();
  return Number(insertId);
}

/** @returns false when there is none with this id; @throws as `addStructure` */
export async function renameStructure(
  db: WritableDb,
  kind: StructureKind,
  organizationId: number,
  id: number,
  name: string,
): Promise<boolean> {
  await refuseTwin(db, kind, organizationId, name, id);
  const { numUpdatedRows } = await db
    .updateTable(table(kind))
    .set({ name, name_key: foldName(name) })
    .where('id', '=', id)
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false when there is none with this id that is not archived yet */
export async function archiveStructure(
  db: WritableDb,
  kind: StructureKind,
  organizationId: number,
  id: number,
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable(table(kind))
    .set({ archived_at: now })
    .where('id', '=', id)
    .where('organization_id', '=', organizationId)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function refuseTwin(db: ReadableDb, kind: StructureKind, organizationId: number, name: string, but = 0) {
  const twin = await db
    .selectFrom(table(kind))
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('name_key', '=', foldName(name))
    .where('id', '<>', but)
    .executeTakeFirst();
  if (twin) throw new GatehouseError('already-exists', { what: kind, name });
}
