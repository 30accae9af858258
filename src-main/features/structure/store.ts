import { GatehouseError } from '#contract/errors.ts';
import { foldName } from '#contract/fold.ts';
import type { StructureRow } from '#contract/structure.ts';
import type { Named } from '#contract/values.ts';
import type { StructureKind } from '#contract/vocabulary/structure.ts';
import type { ReadableDb, WritableDb } from '../../database/schema.ts';
import { countPresent } from './count.ts';

/** The table of each kind. All four have one shape; the types follow `team`. */
const tables = { teams: 'team', groups: 'group', products: 'product', lines: 'line' } as const;
export const tableOf = (kind: StructureKind) => tables[kind] as 'team';

/** By name, with the number of members who are pending, active or suspended. */
export async function listStructure(
  db: ReadableDb,
  kind: StructureKind,
  organizationId: number,
  archived: boolean,
): Promise<StructureRow[]> {
  const members = await countPresent(db, tables[kind], organizationId);
  let rows = db
    .selectFrom(tableOf(kind))
    .select(['id', 'name', 'archived_at'])
    .where('organization_id', '=', organizationId);
  if (!archived) rows = rows.where('archived_at', 'is', null);
  return (await rows.orderBy('name_key').execute()).map((r) => ({
    id: r.id,
    name: r.name,
    archived: r.archived_at !== null,
    members: members.get(r.id) ?? 0,
  }));
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
    .insertInto(tableOf(kind))
    .values({ organization_id: organizationId, name, name_key: foldName(name), archived_at: null, created_at: now })
    .executeTakeFirstOrThrow();
  return Number(insertId);
}

/** @throws GatehouseError `already-exists` as `addStructure` */
export async function renameStructure(
  db: WritableDb,
  kind: StructureKind,
  organizationId: number,
  id: number,
  name: string,
): Promise<void> {
  await refuseTwin(db, kind, organizationId, name, id);
  await db
    .updateTable(tableOf(kind))
    .set({ name, name_key: foldName(name) })
    .where('id', '=', id)
    .execute();
}

/** @param at null takes it back out of the archive */
export async function setArchived(db: WritableDb, kind: StructureKind, id: number, at: number | null): Promise<void> {
  await db.updateTable(tableOf(kind)).set({ archived_at: at }).where('id', '=', id).execute();
}

/** One of an organization, archived ones too; undefined where there is none with this id. */
export async function findStructure(
  db: ReadableDb,
  kind: StructureKind,
  organizationId: number,
  id: number,
): Promise<(Named & { readonly archived: boolean }) | undefined> {
  const row = await db
    .selectFrom(tableOf(kind))
    .select(['id', 'name', 'archived_at'])
    .where('id', '=', id)
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return row && { id: row.id, name: row.name, archived: row.archived_at !== null };
}

async function refuseTwin(db: ReadableDb, kind: StructureKind, organizationId: number, name: string, but = 0) {
  const twin = await db
    .selectFrom(tableOf(kind))
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('name_key', '=', foldName(name))
    .where('id', '<>', but)
    .executeTakeFirst();
  if (twin) throw new GatehouseError('already-exists', { what: kind, name });
}
