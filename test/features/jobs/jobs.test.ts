import { describe, expect, it } from 'vitest';
import { contract, type InputOf, type OperationName } from '#contract/index.ts';
import { invite } from '../../support/invitees.ts';
import { ended, join, joinMany, ownerAddress } from '../../support/members.ts';
import { asOperator, freshWorkspace, hour, type Workspace } from '../../support/workspace.ts';

const day = 24 * hour;
const all = { kind: 'matching', filter: {} } as const;
const admin = asOperator('admin@example.org');
const auditor = asOperator('auditor@example.org');

/** A job that, as far as this process can tell, runs in another one. */
async function runningJob(w: Workspace, email: string, operation: OperationName = 'users.exportMany') {
  const person = await w.core.store.read
    .selectFrom('person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  const row = {
    organization_id: w.organizationId,
    operation,
    input: JSON.stringify({ organizationId: w.organizationId, choice: all }),
    state: 'running' as const,
    person_id: person.id,
    face: 'cli',
    os_user: null,
    total: 0,
    started_at: w.clock.time,
    ended_at: null,
  };
  const { id } = await w.core.changes.write([], w.core.clock.now(), (db) =>
    db.insertInto('job').values(row).returning('id').executeTakeFirstOrThrow(),
  );
  return id;
}
async function secondOrganization(w: Workspace): Promise<Workspace> {
  const { organizationId } = await w.call('organizations.create', {
    name: 'Brightwater',
    owner: { name: 'Olive', email: ownerAddress, password: 'another long sentence' },
  });
  return { ...w, organizationId };
}

describe('the list of jobs', () => {
  it('shows the operator’s own, newest first, and whatever is running in the organization', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await join(w, 'admin@example.org', 'Admin');
    const ids: number[] = [];
    for (const as of [admin, asOperator(ownerAddress), admin]) {
      const { jobId } = await w.callAs(as, 'users.exportMany', { organizationId, choice: all });
      await w.core.jobs.idle();
      ids.push(jobId);
    }
    const theirs = await runningJob(w, ownerAddress);
    const elsewhere = await secondOrganization(w);
    await runningJob(elsewhere, 'admin@example.org');
    const list = async (limit?: number) =>
      (await w.callAs(admin, 'jobs.list', { organizationId, ...(limit ? { limit } : {}) })).rows;
    expect((await list()).map((r) => r.id)).toEqual([theirs, ids[2], ids[0]]);
    expect(await list(2)).toMatchObject([
      { id: theirs, state: 'running', endedAt: null },
      { id: ids[2], operation: 'users.exportMany', state: 'finished', done: 2, total: 2, endedAt: w.clock.time },
    ]);
  });
});

describe('the results of a job', () => {
  it('come in pages, in the order of the work, and can be filtered by outcome', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await joinMany(w, 7);
    await invite(w, 'pia@example.org');
    const job = await w.call('users.suspendMany', { organizationId, choice: all });
    await ended(w, job);
    const seen: number[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const page: { rows: { position: number }[]; next: number | null } = await w.call('jobs.results', {
        organizationId,
        ...job,
        after,
        limit: 4,
      });
      seen.push(...page.rows.map((r) => r.position));
      after = page.next;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const by = async (state: 'done' | 'failed' | 'waiting', limit: number) =>
      w.call('jobs.results', { organizationId, ...job, state, limit });
    expect(await by('failed', 1)).toMatchObject({
      rows: [{ position: 1, email: ownerAddress, error: { code: 'yourself', data: {} } }],
      next: 1,
    });
    expect(await by('failed', 2)).toMatchObject({
      rows: [{ email: ownerAddress }, { email: 'pia@example.org', error: { data: { email: 'pia@example.org' } } }],
      next: null,
    });
    expect((await by('done', 100)).rows).toHaveLength(7);
    expect(await by('waiting', 100)).toEqual({ rows: [], next: null });
  });

  it('are kept for a week after its end, and its numbers for good', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const first = await w.call('users.exportMany', { organizationId, choice: all });
    expect((await ended(w, first)).rows).toHaveLength(1);
    w.clock.advance(7 * day);
    await ended(w, await w.call('users.exportMany', { organizationId, choice: all }));
    expect((await ended(w, first)).rows).toHaveLength(1);
    w.clock.advance(1);
    const last = await w.call('users.exportMany', { organizationId, choice: all });
    expect((await ended(w, last)).rows).toHaveLength(1);
    expect(await ended(w, first)).toMatchObject({ rows: [], job: { done: 1, total: 1, state: 'finished' } });
  });
});

describe('cancelling a job', () => {
  it('is for whoever started it, and for others who may write users', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await join(w, 'auditor@example.org', 'Auditor');
    await join(w, 'admin@example.org', 'Admin');
    const own = await runningJob(w, 'auditor@example.org');
    const theirs = await runningJob(w, ownerAddress);
    await expect(w.callAs(auditor, 'jobs.cancel', { organizationId, jobId: theirs })).rejects.toMatchObject({
      code: 'not-permitted',
      data: { permission: 'users:write' },
    });
    await w.callAs(auditor, 'jobs.cancel', { organizationId, jobId: own });
    await w.callAs(admin, 'jobs.cancel', { organizationId, jobId: theirs });
    for (const jobId of [own, theirs]) {
      expect(await w.call('jobs.get', { organizationId, jobId })).toMatchObject({
        state: 'cancelled',
        endedAt: w.clock.time,
      });
      await expect(w.call('jobs.cancel', { organizationId, jobId })).rejects.toMatchObject({ code: 'job-not-running' });
    }
  });
});

describe('a job of another organization', () => {
  it.each(['get', 'results', 'cancel'] as const)('is not found by jobs.%s', async (verb) => {
    const w = await freshWorkspace();
    const elsewhere = await secondOrganization(w);
    const jobId = await runningJob(elsewhere, ownerAddress);
    await expect(w.call(`jobs.${verb}`, { organizationId: w.organizationId, jobId })).rejects.toMatchObject({
      code: 'not-found',
      data: { what: 'job' },
    });
  });
});

describe('a job on nobody', () => {
  it.each(
    Object.entries(contract).flatMap(([name, { kind }]) => (kind === 'job' ? [name as 'users.suspendMany'] : [])),
  )('%s ends at once, with nothing done', async (name) => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const choice = { kind: 'matching', filter: { search: 'nobody is called so' } } as const;
    const [sponsor] = (await w.call('users.list', { organizationId, search: ownerAddress })).rows;
    const told: Readonly<Record<string, object>> = {
      'guests.setSponsorMany': { choice, sponsorMembershipId: sponsor?.membershipId },
      'bounces.markMany': { choice, why: 'no such person' },
      'audit.exportMany': { filter: choice.filter },
    };
    const input = { organizationId, ...(told[name] ?? { choice }) } as InputOf<'users.suspendMany'>;
    const { job, rows } = await ended(w, await w.call(name, input));
    expect(job).toMatchObject({ operation: name, state: 'finished', total: 0, done: 0, failed: 0 });
    expect(rows).toEqual([]);
  });
});
