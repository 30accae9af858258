import { foldName } from '#contract/fold.ts';
import type { SavedView, ViewQuery } from '#contract/views.ts';
import type { StructureKind } from '#contract/vocabulary/structure.ts';
import type { ReadableDb, WritableDb } from '../../database/schema.ts';

/** Whose views, and where. */
export interface Keeper {
  readonly organizationId: number;
  readonly personId: number;
}

/** By name. */
export async function listViews(db: ReadableDb, { organizationId, personId }: Keeper): Promise<SavedView[]> {
  const rows = await db
    .selectFrom('saved_view')
    .select(['id', 'name', 'query'])
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .orderBy('name_key')
    .execute();
  return rows.map(({ id, name, query }) => ({ id, name, query: JSON.parse(query) as ViewQuery }));
}

/** A name that differs at most in case and accents is the same view: it is replaced and keeps its id. */
export async function saveView(
  db: WritableDb,
  { organizationId, personId }: Keeper,
  name: string,
  query: ViewQuery,
): Promise<number> {
  const text = JSON.stringify(query);
  const { id } = await db
    .insertInto('saved_view')
    .values({ organization_id: organizationId, person_id: personId, name, name_key: foldName(name), query: text })
    .onConflict((c) => c.columns(['organization_id', 'person_id', 'name_key']).doUpdateSet({ name, query: text }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Everybody's views of one role, team … that ends show the one in its place. */
export async function replaceInViews(
  db: WritableDb,
  organizationId: number,
  what: 'roles' | StructureKind,
  from: number,
  to: number,
): Promise<void> {
  const rows = await db
    .selectFrom('saved_view')
    .select(['id', 'query'])
    .where('organization_id', '=', organizationId)
    .execute();
  for (const { id, query } of rows) {
    const view = JSON.parse(query) as ViewQuery;
    if (!view.filter[what]?.includes(from)) continue;
    view.filter[what] = [...new Set(view.filter[what].map((one) => (one === from ? to : one)))];
    await db
      .updateTable('saved_view')
      .set({ query: JSON.stringify(view) })
      .where('id', '=', id)
      .execute();
  }
}

/** @returns its name; undefined when the keeper has no such view */
export async function removeView(
  db: WritableDb,
  { organizationId, personId }: Keeper,
  id: number,
): Promise<string | undefined> {
  const removed = await db
    .deleteFrom('saved_view')
    .where('id', '=', id)
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .returning('name')
    .executeTakeFirst();
  return removed?.name;
}
