import { randomUUID } from 'node:crypto';
import { GatehouseError } from '#contract/errors.ts';
import { contract, isOperation, type OperationName } from '#contract/index.ts';
import { failpoint } from '../database/failpoint.ts';
import { dropLease, takeLease } from '../database/lease.ts';
import { type Caller, denials, type JobHandler } from './context.ts';
import { auditDenial, type House, transact } from './dispatch.ts';

export interface Jobs {
  readonly start: (jobId: number) => void;
  /** Takes up jobs whose process is gone. */
  readonly resume: () => Promise<void>;
  /** Resolves when every job that this process works on has ended. */
  readonly idle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Longer than any chunk; a job whose process was killed waits this long for another process. */
const leaseMilliseconds = 15_000;

/**
 * A process that waits for the write lock polls for it, every 100 milliseconds in the end, and would find it taken each time
 * until the job is over: now and then the job leaves it free for longer than that.
 */
const breath = { every: 1000, milliseconds: 120 };

/** Works through jobs, one chunk per transaction, re-reading the rights of whoever started the job for each chunk. */
export function createJobs(house: House): Jobs {
  const holder = randomUUID();
  const running = new Map<number, Promise<void>>();
  let closing = false;

  const start = (jobId: number) => {
    if (running.has(jobId) || closing) return;
    const work = workOff(house, jobId, holder, () => closing)
      .catch((error: unknown) => house.report(`job-${jobId}`, 'job', error))
      .finally(() => running.delete(jobId));
    running.set(jobId, work);
  };
  const idle = async () => {
    while (running.size > 0) await Promise.all(running.values());
  };
  return {
    start,
    idle,
    async resume() {
      const rows = await house.store.read.selectFrom('job').select('id').where('state', '=', 'running').execute();
      for (const row of rows) start(row.id);
    },
    async close() {
      closing = true;
      await idle();
    },
  };
}

async function workOff(house: House, jobId: number, holder: string, stop: () => boolean): Promise<void> {
  const lease = `job:${jobId}`;
  const hold = () =>
    house.changes.write([], house.clock.now(), (db) =>
      takeLease(db, lease, holder, house.clock.now(), leaseMilliseconds),
    );
  let breathed = performance.now();
  while (!stop()) {
    if (!(await hold())) return; // another process works on it
    failpoint('job.held');
    if (!(await chunk(house, jobId))) break;
    failpoint('job.chunk-over');
    await new Promise((next) => setImmediate(next)); // queries and notices get their turn between chunks
    if (performance.now() - breathed < breath.every) continue;
    await new Promise((next) => setTimeout(next, breath.milliseconds));
    breathed = performance.now();
  }
  await house.changes.write([], house.clock.now(), (db) => dropLease(db, lease, holder));
}

/** @returns whether there is more to do */
async function chunk(house: House, jobId: number): Promise<boolean> {
  const job = await house.store.read.selectFrom('job').selectAll().where('id', '=', jobId).executeTakeFirst();
  if (job?.state !== 'running' || !isOperation(job.operation)) return false;
  const name: OperationName = job.operation;
  const handler = house.handlers[name] as JobHandler<OperationName>;
  const caller: Caller = {
    face: job.face as Caller['face'],
    osUser: job.os_user ?? undefined,
    credentials: job.person_id === null ? { kind: 'core' } : { kind: 'person', personId: job.person_id },
  };
  const input = contract[name].input.parse(JSON.parse(job.input)) as never;
  try {
    return await transact(house, caller, name, input, async (ctx) => {
      const now = await ctx.db.selectFrom('job').select(['state', 'cursor']).where('id', '=', jobId).executeTakeFirst();
      if (now?.state !== 'running') return false; // cancelled between reading and beginning
      const result = await handler.chunk(ctx, input, { jobId, cursor: now.cursor });
      failpoint('job.chunk-worked');
      await ctx.db
        .updateTable('job')
        .set((e) => ({
          cursor: result.cursor,
          done: e('done', '+', result.done),
          failed: e('failed', '+', result.failed),
          ...(result.finished ? { state: 'finished' as const, ended_at: ctx.now } : {}),
        }))
        .where('id', '=', jobId)
        .execute();
      ctx.note({ target: `job ${jobId}`, detail: { done: result.done, failed: result.failed } });
      return !result.finished;
    });
  } catch (error) {
    const denied = error instanceof GatehouseError && denials.has(error.code);
    if (denied) await auditDenial(house, caller, name, input, error);
    else house.report(`job-${jobId}`, name, error);
    await house.changes.write(['jobs'], house.clock.now(), (db) =>
      db
        .updateTable('job')
        .set({ state: denied ? 'denied' : 'failed', ended_at: house.clock.now() })
        .where('id', '=', jobId)
        .execute(),
    );
    return false;
  }
}
