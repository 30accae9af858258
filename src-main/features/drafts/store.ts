import type { Selectable } from 'kysely';
import type { DraftTerms } from '#contract/drafts.ts';
import { GatehouseError } from '#contract/errors.ts';
import type { SendEntry } from '#contract/invitations.ts';
import type { ReadableDb, WritableDb } from '../../database/schema.ts';
import { slices } from '../../database/slices.ts';
import type { DraftTable } from '../../database/tables/drafts.ts';

export type Draft = Selectable<DraftTable>;
export interface KeptRow {
  readonly id: number;
  readonly entry: SendEntry;
}

/** @throws GatehouseError `not-found`, also for a draft of another organization */
export async function findDraft(db: ReadableDb, organizationId: number, id: number): Promise<Draft> {
  const draft = await db
    .selectFrom('draft')
    .selectAll()
    .where('id', '=', id)
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  if (!draft) throw new GatehouseError('not-found', { what: 'draft' });
  return draft;
}

/** Not parsed: we wrote it ourselves, in the contract's shape. */
export const termsOf = ({ terms }: Pick<Draft, 'terms'>): DraftTerms => JSON.parse(terms) as DraftTerms;

/** In the order in which they were written. */
export async function rowsOf(db: ReadableDb, draftId: number): Promise<readonly KeptRow[]> {
  const rows = await db
    .selectFrom('draft_row')
    .select(['id', 'entry'])
    .where('draft_id', '=', draftId)
    .orderBy('id')
    .execute();
  return rows.map(({ id, entry }) => ({ id, entry: JSON.parse(entry) as SendEntry }));
}

export async function countRows(db: ReadableDb, draftId: number): Promise<number> {
  const { n } = await db
    .selectFrom('draft_row')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('draft_id', '=', draftId)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** @returns the ids of the new rows, in the order of the entries */
export async function addRows(db: WritableDb, draftId: number, entries: readonly SendEntry[]): Promise<number[]> {
  const ids: number[] = [];
  for (const some of slices(entries)) {
    const added = await db
      .insertInto('draft_row')
      .values(some.map((entry) => ({ draft_id: draftId, entry: JSON.stringify(entry) })))
      .returning('id')
      .execute();
    ids.push(...added.map((row) => row.id));
  }
  return ids.sort((a, b) => a - b);
}

/** @throws GatehouseError `not-found` when one of them is not in this draft, or no longer is */
export async function removeRows(db: WritableDb, draftId: number, ids: readonly number[]): Promise<void> {
  for (const some of slices([...new Set(ids)])) {
    const { numDeletedRows } = await db
      .deleteFrom('draft_row')
      .where('draft_id', '=', draftId)
      .where('id', 'in', some)
      .executeTakeFirst();
    if (Number(numDeletedRows) !== some.length) throw new GatehouseError('not-found', { what: 'draft-row' });
  }
}

/** @throws GatehouseError `not-found` when it is not in this draft, or no longer is */
export async function changeRow(db: WritableDb, draftId: number, { id, entry }: KeptRow): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('draft_row')
    .set({ entry: JSON.stringify(entry) })
    .where('draft_id', '=', draftId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new GatehouseError('not-found', { what: 'draft-row' });
}

/** A draft that is neither in review nor scheduled; an approval is gone too. */
export const plain = { state: 'draft', approver_id: null, released_by: null, send_at: null } as const;
/** Clears what was said in an earlier round. */
export const unsaid = { returned_by: null, returned_at: null, comment: '', refusal: null } as const;

export async function setDraft(
  db: WritableDb,
  id: number,
  set: Partial<Omit<Draft, 'id' | 'organization_id' | 'author_id' | 'created_at'>>,
): Promise<void> {
  await db.updateTable('draft').set(set).where('id', '=', id).execute();
}
