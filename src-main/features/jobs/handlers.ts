import { GatehouseError } from '#contract/errors.ts';
import type { HandlersOf } from '../../kernel/context.ts';

export const handlers = {
  async get({ db }, { organizationId, jobId }) {
    const job = await db
      .selectFrom('job')
      .selectAll()
      .where('id', '=', jobId)
      .where('organization_id', '=', organizationId)
      .executeTakeFirst();
    if (!job) throw new GatehouseError('not-found', { what: 'job' });
    const { id, operation, state, done, total, failed } = job;
    return { id, operation, state, done, total, failed, startedAt: job.started_at, endedAt: job.ended_at };
  },
  async cancel(ctx, { organizationId, jobId }) {
    const { numUpdatedRows } = await ctx.db
      .updateTable('job')
      .set({ state: 'cancelled', ended_at: ctx.now })
      .where('id', '=', jobId)
      .where('organization_id', '=', organizationId)
      .where('state', '=', 'running')
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new GatehouseError('job-not-running', {});
    ctx.note({ target: `job ${jobId}` });
    return {};
  },
} satisfies HandlersOf<'jobs'>;
