import { setTimeout as lasting } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ItemState } from '#contract/jobs.ts';
import type { UserChoice } from '#contract/user-filter.ts';
import { openCore } from '../../src-main/core.ts';
import { handlers } from '../../src-main/features/index.ts';
import type { Handlers, JobHandler } from '../../src-main/kernel/context.ts';
import { addOperator } from '../support/operators.ts';
import { otherWriters } from '../support/other-writers.ts';
import { asOperator, freshWorkspace, quickPasswords, type Workspace } from '../support/workspace.ts';

type Job = JobHandler<'invitations.reinviteMany'>;
const real = handlers['invitations.reinviteMany'];

/** The real job with something happening before its chunks, or within them when their work is done. */
const interrupted = (
  before: (chunk: number) => Promise<void> | void,
  after: (chunk: number) => void = () => undefined,
): Handlers => {
  let chunks = 0;
  const chunk: Job['chunk'] = async (ctx, input, place) => {
    const nth = ++chunks;
    await before(nth);
    const result = await real.chunk(ctx, input, place);
    after(nth);
    return result;
  };
  return { ...handlers, 'invitations.reinviteMany': { ...real, chunk } };
};

async function expired(w: Workspace, n: number): Promise<void> {
  await w.call('invitations.send', {
    organizationId: w.organizationId,
    entries: Array.from({ length: n }, (_, i) => ({ email: `p${i}@example.org` })),
    defaults: { roles: ['Member'] },
  });
  await w.core.changes.write([], w.core.clock.now(), (db) =>
    db.updateTable('invitation').set({ expires_at: w.clock.time }).execute(),
  );
}
/** Everybody whose invitation has expired, as the window chooses them. */
const choice: UserChoice = { kind: 'matching', filter: { statuses: ['expired'] } };
const generations = async (w: Workspace) =>
  (await w.core.store.read.selectFrom('invitation').select('generation').where('state', '=', 'pending').execute()).map(
    (i) => i.generation,
  );

const items = async (w: Workspace, state: ItemState) =>
  w.core.store.read.selectFrom('job_item').select('position').where('state', '=', state).orderBy('position').execute();

describe('a job', () => {
  it('stops at the next chunk when it is cancelled; what is done stays done', async () => {
    let cancel: () => void = () => {};
    const w = await freshWorkspace({ handlers: interrupted((n) => (n === 1 ? cancel() : undefined)) });
    const { organizationId } = w;
    await expired(w, 250);
    const cancelled = new Promise<void>((resolve, reject) => {
      cancel = () =>
        setImmediate(() => {
          // the transaction of the chunk is still open: the cancellation queues behind it
          w.call('jobs.cancel', { organizationId, jobId: 1 }).then(() => resolve(), reject);
        });
    });
    const { jobId } = await w.call('invitations.reinviteMany', { organizationId, choice });
    await cancelled;
    await w.core.jobs.idle();
    const job = await w.call('jobs.get', { organizationId, jobId });
    expect(job).toMatchObject({ state: 'cancelled', total: 250 });
    expect((await generations(w)).filter((g) => g === 2)).toHaveLength(job.done);
    expect(job.done).toBeLessThan(250);
    await expect(w.call('jobs.cancel', { organizationId, jobId })).rejects.toMatchObject({ code: 'job-not-running' });
  });

  it('stops at the next chunk when whoever started it loses the right', async () => {
    let withdraw: () => Promise<void> = async () => {};
    const w = await freshWorkspace({ handlers: interrupted((n) => (n === 1 ? void withdraw() : undefined)) });
    const { organizationId } = w;
    await expired(w, 250);
    await addOperator(w, 'admin@example.org', 'Admin');
    withdraw = () =>
      w.core.changes.write([], w.core.clock.now(), async (db) => {
        await db.deleteFrom('role_permission').where('permission', '=', 'invitations:reinvite').execute();
      });
    const { jobId } = await w.callAs(asOperator('admin@example.org'), 'invitations.reinviteMany', {
      organizationId,
      choice,
    });
    await w.core.jobs.idle();
    expect(await w.call('jobs.get', { organizationId, jobId })).toMatchObject({ state: 'denied', done: 100 });
    expect((await generations(w)).filter((g) => g === 2)).toHaveLength(100);
    const [last] = (await w.call('audit.list', { organizationId, limit: 1 })).rows;
    expect(last).toMatchObject({
      actor: 'admin@example.org',
      operation: 'invitations.reinviteMany',
      outcome: 'denied',
    });
  });

  it('goes on after its last chunk when its process has died, and handles nobody twice', async () => {
    const w = await freshWorkspace({
      handlers: interrupted(
        () => undefined,
        (n) => {
          if (n === 2) throw new Error('the process dies here');
        },
      ),
      report: () => undefined,
    });
    const { organizationId } = w;
    await expired(w, 250);
    const { jobId } = await w.call('invitations.reinviteMany', { organizationId, choice });
    await w.core.jobs.idle();
    expect((await items(w, 'done')).map((i) => i.position)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
    expect(await items(w, 'waiting')).toHaveLength(150);
    // as a kill would have left it: running, after one chunk; its lease has run out
    await w.core.changes.write([], w.core.clock.now(), async (db) => {
      await db.updateTable('job').set({ state: 'running', ended_at: null }).execute();
      await db.deleteFrom('lease').execute();
    });
    const next = await openCore({ folder: w.core.folder, clock: w.clock, passwords: quickPasswords() });
    await next.jobs.resume();
    await next.jobs.idle();
    await next.close();
    expect(await w.call('jobs.get', { organizationId, jobId })).toMatchObject({ state: 'finished', done: 250 });
    expect(await items(w, 'done')).toHaveLength(250);
    expect((await generations(w)).every((g) => g === 2)).toBe(true);
    expect(await w.core.store.read.selectFrom('invitation').select('id').execute()).toHaveLength(500);
  });

  it('lets others write before it is over, even if they ask for the lock only now and then', async () => {
    let others: Awaited<ReturnType<typeof otherWriters>>;
    let answered: Promise<string[]> | undefined;
    let over = false;
    // it ends when they have written or given up, and holds the write lock almost all of that time
    const chunk: Job['chunk'] = async () => {
      answered ??= others.write().finally(() => {
        over = true;
      });
      await lasting(1000);
      return { cursor: 0, done: 0, failed: 0, finished: over };
    };
    const w = await freshWorkspace({ handlers: { ...handlers, 'invitations.reinviteMany': { ...real, chunk } } });
    const { organizationId } = w;
    await expired(w, 1);
    others = await otherWriters(w.core.store.file, 3);
    const { jobId } = await w.call('invitations.reinviteMany', { organizationId, choice });
    await w.core.jobs.idle();
    expect(await answered).toEqual(['written', 'written', 'written']);
    expect(await w.call('jobs.get', { organizationId, jobId })).toMatchObject({ state: 'finished' });
  });
});
