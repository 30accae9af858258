import type { HandlersOf } from '../../kernel/context.ts';

export const handlers = {
  async list({ db }, { organizationId, before, limit }) {
    let rows = db.selectFrom('audit').selectAll().where('organization_id', '=', organizationId);
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
  },
} satisfies HandlersOf<'audit'>;
