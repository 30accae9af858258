import type { Selectable } from 'kysely';
import type { AuditFilter } from '#contract/audit.ts';
import type { OutputOf } from '#contract/index.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { AuditTable } from '../../database/tables/work.ts';
import { askedBy, walksOf } from './matching.ts';

interface Asked {
  readonly organizationId: number;
  readonly filter: AuditFilter;
  readonly before: number | undefined;
  readonly limit: number;
}

type AuditRow = OutputOf<'audit.list'>['rows'][number];

/** A filter that names nothing: the whole log. */
export const wholeLog: AuditFilter = { actors: [], operations: [], outcomes: [], faces: [], target: '', search: '' };

/** A page of what was done and denied in an organization, newest first; found by key through its own index. */
export async function listAudit(db: ReadableDb, asked: Asked): Promise<OutputOf<'audit.list'>> {
  const { organizationId, filter, before, limit } = asked;
  const key = before === undefined ? undefined : await keyOf(db, organizationId, before);
  const found: Selectable<AuditTable>[] = [];
  for (const walk of await walksOf(db, await askedBy(db, organizationId, filter))) {
    let rows = walk.selectAll('audit');
    if (before !== undefined)
      rows = key
        ? rows.where((e) => e(e.refTuple('audit.at', 'audit.id'), '<', e.tuple(key.at, before)))
        : rows.where('audit.id', '<', before);
    found.push(
      ...(await rows
        .orderBy('audit.at', 'desc')
        .orderBy('audit.id', 'desc')
        .limit(limit + 1)
        .execute()),
    );
  }
  found.sort((a, b) => b.at - a.at || b.id - a.id);
  const page = found.slice(0, limit);
  return { rows: page.map(toAuditRow), next: found.length > limit ? (page.at(-1)?.id ?? null) : null };
}

export const toAuditRow = (r: Selectable<AuditTable>): AuditRow => ({
  id: r.id,
  at: r.at,
  actor: r.actor,
  face: r.face,
  osUser: r.os_user,
  operation: r.operation,
  outcome: r.outcome,
  target: r.target,
  detail: JSON.parse(r.detail) as Record<string, unknown>,
});

/** Where a page begins, if the row belongs to the organization. */
const keyOf = (db: ReadableDb, organizationId: number, id: number) =>
  db
    .selectFrom('audit')
    .select('at')
    .where('id', '=', id)
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
