import { GatehouseError } from '#contract/errors.ts';
import { holds } from '#contract/vocabulary/permissions.ts';
import type { HandlersOf } from '../../kernel/context.ts';
import { findJob, listItems, listJobs, starterOf, toJobRow } from './store.ts';

export const handlers = {
  get: async ({ db }, { organizationId, jobId }) => toJobRow(await findJob(db, organizationId, jobId)),
  list: async ({ db, actor }, { organizationId, limit }) => ({
    rows: await listJobs(db, organizationId, starterOf(actor), limit),
  }),
  async results({ db, permissions }, page) {
    const { operation } = await findJob(db, page.organizationId, page.jobId);
    // its results are rows of the log itself
    if (operation === 'audit.exportMany' && !holds(permissions, 'audit:read'))
      throw new GatehouseError('not-permitted', { permission: 'audit:read' });
    const found = await listItems(db, page);
    const rows = found.slice(0, page.limit);
    return { rows, next: found.length > page.limit ? (rows.at(-1)?.position ?? null) : null };
  },
  async cancel(ctx, { organizationId, jobId }) {
    const job = await findJob(ctx.db, organizationId, jobId);
    const permission = 'users:write';
    if (job.person_id !== starterOf(ctx.actor) && !holds(ctx.permissions, permission))
      throw new GatehouseError('not-permitted', { permission });
    const { numUpdatedRows } = await ctx.db
      .updateTable('job')
      .set({ state: 'cancelled', ended_at: ctx.now })
      .where('id', '=', jobId)
      .where('state', '=', 'running')
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new GatehouseError('job-not-running', {});
    ctx.note({ target: `job ${jobId}` });
    return {};
  },
} satisfies HandlersOf<'jobs'>;
