import type { OutputOf } from '#contract/index.ts';
import type { ReadableDb } from '../../database/schema.ts';

interface Asked {
  readonly organizationId: number;
  /** What was done to one person or thing only. */
  readonly target?: string;
  readonly before: number | undefined;
  readonly limit: number;
}

/** A page of what was done and denied in an organization, newest first; found by key through an index of its own. */
export async function listAudit(db: ReadableDb, asked: Asked): Promise<OutputOf<'audit.list'>> {
  const { organizationId, target, before, limit } = asked;
  let rows = db.selectFrom('audit').selectAll().where('organization_id', '=', organizationId);
  if (target !== undefined) rows = rows.where('target', '=', target);
  if (before !== undefined) rows = rows.where('id', '<', before);
  const found = await rows
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = found.slice(0, limit);
  return {
    rows: page.map((r) => ({
      id: r.id,
      at: r.at,
      actor: r.actor,
      face: r.face,
      osUser: r.os_user,
      operation: r.operation,
      outcome: r.outcome,
      target: r.target,
      detail: JSON.parse(r.detail) as Record<string, unknown>,
    })),
    next: found.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}
