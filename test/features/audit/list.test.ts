import { CompiledQuery } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { AuditFilter } from '#contract/audit.ts';
import type { InputOf } from '#contract/index.ts';
import { askedBy, walksOf } from '../../../src-main/features/audit/matching.ts';
import { wholeLog } from '../../../src-main/features/audit/store.ts';
import { writeAudit } from '../../../src-main/kernel/audit.ts';
import { addOperator } from '../../support/operators.ts';
import { asOperator, freshWorkspace, hour, owner, type Workspace } from '../../support/workspace.ts';

type Filter = Omit<InputOf<'audit.list'>, 'organizationId' | 'before' | 'limit'>;

/** The log of an organization in Amsterdam, an entry an hour: actor, operation, face and outcome take turns. */
async function logged() {
  const w = await freshWorkspace();
  const { organizationId, core } = w;
  await w.call('organizations.update', { organizationId, timeZone: 'Europe/Amsterdam' });
  const begin = Date.UTC(2026, 9, 24, 20, 30);
  const actors = ['ana@example.org', 'béla@example.org', 'core'];
  const operations = ['users.suspend', 'invitations.revoke', 'roles.update', 'outbox.hold'];
  await core.changes.write([], core.clock.now(), async (db) => {
    for (let i = 0; i < 60; i++)
      await writeAudit(db, core.keys, {
        now: begin + i * hour,
        operation: operations[i % 4] ?? '',
        actor: { kind: 'person', personId: 1, email: actors[i % 3] ?? '', name: '' },
        caller: { face: i % 5 === 0 ? 'cli' : 'window', credentials: { kind: 'core' } },
        outcome: i % 7 === 0 ? 'denied' : 'done',
        note: { organizationId, target: `p${i}@example.org`, detail: { team: i === 33 ? 'Nachtschicht' : 'Freight' } },
      });
  });
  const list = async (filter: Filter, limit = 500) =>
    (await w.call('audit.list', { organizationId, limit, ...filter })).rows.filter(({ at }) => at < begin + 60 * hour);
  /** Which of the entries are shown, by number. */
  const places = async (filter: Filter) => (await list(filter)).map(({ at }) => (at - begin) / hour);
  const all = Array.from({ length: 60 }, (_, i) => 59 - i);
  return { w, list, places, all, begin };
}

describe('the audit', () => {
  it('is filtered by actor, operation, outcome, face and target, alone and together', async () => {
    const { places, all } = await logged();
    expect(await places({ actors: ['ana@example.org'] })).toEqual(all.filter((i) => i % 3 === 0));
    expect(await places({ actors: ['béla@example.org', 'ana@example.org'] })).toEqual(all.filter((i) => i % 3 !== 2));
    expect(await places({ operations: ['users.suspend', 'outbox.hold'] })).toEqual(
      all.filter((i) => i % 4 === 0 || i % 4 === 3),
    );
    expect(await places({ outcomes: ['denied'] })).toEqual(all.filter((i) => i % 7 === 0));
    expect(await places({ outcomes: ['done', 'denied'] })).toEqual(all);
    expect(await places({ faces: ['cli'] })).toEqual(all.filter((i) => i % 5 === 0));
    expect(await places({ target: 'p7@example.org' })).toEqual([7]);
    expect(
      await places({
        actors: ['ana@example.org'],
        operations: ['users.suspend'],
        outcomes: ['done'],
        faces: ['window'],
      }),
    ).toEqual(all.filter((i) => i % 12 === 0 && i % 7 !== 0 && i % 5 !== 0));
  });

  it('is filtered by whole days of the organization, even one of 25 hours', async () => {
    const { w, places, begin } = await logged();
    // the clocks go back on 25 October: it begins at 22:00 UTC on the 24th and ends at 23:00 UTC on the 25th
    const hours = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => to - 1 - i);
    const first = Math.ceil((Date.UTC(2026, 9, 24, 22) - begin) / hour);
    expect(await places({ from: '2026-10-25', to: '2026-10-25' })).toEqual(hours(first, first + 25));
    expect(await places({ to: '2026-10-24' })).toEqual(hours(0, first));
    expect(await places({ from: '2026-10-26', to: '2026-10-26', actors: ['ana@example.org'] })).toEqual(
      hours(first + 25, first + 49).filter((i) => i % 3 === 0),
    );
    await expect(w.call('audit.list', { organizationId: w.organizationId, from: '2026-02-30' })).rejects.toMatchObject({
      issues: [{ path: ['from'], code: 'not-a-day' }],
    });
  });

  it('is searched by actor, operation, target and details, whatever the case and accents', async () => {
    const { places, all } = await logged();
    expect(await places({ search: 'BELA' })).toEqual(all.filter((i) => i % 3 === 1));
    expect(await places({ search: 'nachtSCHICHT' })).toEqual([33]);
    expect(await places({ search: 'p5' })).toEqual(all.filter((i) => String(i).startsWith('5')));
    expect(await places({ search: 'revoke', faces: ['cli'] })).toEqual(all.filter((i) => i % 4 === 1 && i % 5 === 0));
    expect(await places({ search: '100%' })).toEqual([]);
  });

  it('has pages without gaps or repeats, whichever filter is set', async () => {
    const { w, list } = await logged();
    const { organizationId } = w;
    for (const filter of [
      {},
      { actors: ['ana@example.org', 'core'], faces: ['window' as const] },
      { search: 'example' },
      { from: '2026-10-25' },
    ]) {
      const whole = (await w.call('audit.list', { organizationId, limit: 500, ...filter })).rows.map(({ id }) => id);
      const walked: number[] = [];
      let before: number | undefined;
      do {
        const page = await w.call('audit.list', { organizationId, limit: 7, ...filter, ...(before && { before }) });
        walked.push(...page.rows.map(({ id }) => id));
        before = page.next ?? undefined;
      } while (before !== undefined);
      expect(walked).toEqual(whole);
      expect(new Set(walked).size).toBe(walked.length);
    }
    expect((await list({})).length).toBe(60);
  });

  it('names each actor once, and none of another organization', async () => {
    const { w } = await logged();
    const { organizationId: other } = await w.call('organizations.add', { name: 'Other', timeZone: 'UTC' });
    expect((await w.call('audit.actors', { organizationId: w.organizationId })).actors).toEqual([
      'ana@example.org',
      'anonymous',
      'béla@example.org',
      'core',
      owner.email,
    ]);
    expect((await w.call('audit.actors', { organizationId: other })).actors).toEqual([owner.email]);
  });

  it('is read along an index for every filter, so that a million rows cost no more', async () => {
    const { w } = await logged();
    const read = w.core.store.read;
    const plan = async (filter: Partial<AuditFilter>) => {
      const walks = await walksOf(read, await askedBy(read, w.organizationId, { ...wholeLog, ...filter }));
      const plans: string[] = [];
      for (const walk of walks) {
        const query = walk
          .selectAll('audit')
          .where((e) => e(e.refTuple('audit.at', 'audit.id'), '<', e.tuple(1, 1)))
          .orderBy('audit.at', 'desc')
          .orderBy('audit.id', 'desc')
          .limit(50)
          .compile();
        const { rows } = await read
          .getExecutor()
          .executeQuery<{ detail: string }>(
            CompiledQuery.raw(`EXPLAIN QUERY PLAN ${query.sql}`, [...query.parameters]),
          );
        plans.push(rows.map(({ detail }) => detail).join('; '));
      }
      return plans;
    };
    const along = (index: string, by: string) => [expect.stringMatching(`^SEARCH audit USING INDEX ${index} \\(${by}`)];
    const unsorted = async (filter: Partial<AuditFilter>) => {
      const plans = await plan(filter);
      for (const one of plans) expect(one).not.toContain('TEMP B-TREE');
      return plans;
    };
    const org = 'organization_id=\\?';
    expect(await unsorted({})).toEqual(along('audit_listed', org));
    expect(await unsorted({ from: '2026-10-25', to: '2026-10-26' })).toEqual(along('audit_listed', `${org} AND`));
    expect(await unsorted({ actors: ['a'], operations: ['b'], faces: ['cli'], outcomes: ['denied'] })).toEqual(
      along('audit_by_actor', `${org} AND actor=\\?`),
    );
    expect(await unsorted({ operations: ['a', 'b'], faces: ['cli'] })).toEqual([
      ...along('audit_by_operation', `${org} AND operation=\\?`),
      ...along('audit_by_operation', `${org} AND operation=\\?`),
    ]);
    expect(await unsorted({ faces: ['cli'] })).toEqual(along('audit_by_face', `${org} AND face=\\?`));
    expect(await unsorted({ outcomes: ['denied'] })).toEqual(along('audit_denied', org));
    expect(await unsorted({ outcomes: ['done'] })).toEqual(along('audit_listed', org));
    expect(await unsorted({ target: 'a', actors: ['a'] })).toEqual(along('audit_by_target', `${org} AND target=\\?`));
    // the few hits of a search are sorted
    expect(await plan({ search: 'nachtschicht' })).toEqual([
      expect.stringContaining('SEARCH audit USING INTEGER PRIMARY KEY'),
    ]);
  });
});

describe('an export of the audit', () => {
  const cellsOf = async (w: Workspace, jobId: number) => {
    await w.core.jobs.idle();
    const { rows } = await w.call('jobs.results', { organizationId: w.organizationId, jobId, limit: 1000 });
    return rows;
  };

  it('holds what the filter shows, newest first, in the columns that were asked for', async () => {
    const { w, all, begin } = await logged();
    const { organizationId } = w;
    const { jobId } = await w.call('audit.exportMany', {
      organizationId,
      filter: { actors: ['ana@example.org'] },
      columns: ['at', 'operation', 'target', 'detail'],
    });
    const rows = await cellsOf(w, jobId);
    expect(rows.map(({ cells }) => cells?.[0])).toEqual(
      all.filter((i) => i % 3 === 0).map((i) => new Date(begin + i * hour).toISOString()),
    );
    expect(rows.at(-1)?.cells?.slice(1)).toEqual(['users.suspend', 'p0@example.org', '{"team":"Freight"}']);
    expect(await w.call('jobs.get', { organizationId, jobId })).toMatchObject({
      state: 'finished',
      done: 20,
      failed: 0,
    });
    // the export is in the log, but not in itself
    const { rows: log } = await w.call('audit.list', { organizationId, operations: ['audit.exportMany'] });
    expect(log.length).toBeGreaterThan(0);
    const { jobId: whole } = await w.call('audit.exportMany', { organizationId });
    const ids = (await cellsOf(w, whole)).map(({ cells }) => cells?.[2]);
    expect(ids.filter((operation) => operation === 'audit.exportMany').length).toBe(log.length);
  });

  it('is safe for a spreadsheet, and withheld from those who may read people but not the audit', async () => {
    const { w } = await logged();
    const { organizationId } = w;
    await w.core.changes.write([], w.core.clock.now(), (db) =>
      writeAudit(db, w.core.keys, {
        now: w.clock.time,
        operation: 'roles.create',
        actor: { kind: 'person', personId: 1, email: '=cmd|calc', name: '' },
        caller: { face: 'window', credentials: { kind: 'core' } },
        outcome: 'done',
        note: { organizationId, target: '+1' },
      }),
    );
    const { jobId } = await w.call('audit.exportMany', {
      organizationId,
      filter: { actors: ['=cmd|calc'] },
      columns: ['actor', 'target'],
    });
    expect(await cellsOf(w, jobId)).toMatchObject([{ cells: ['=cmd|calc', '+1'], detail: "'=cmd|calc,'+1" }]);
    await addOperator(w, 'uma@example.org', 'User manager');
    const uma = asOperator('uma@example.org');
    await expect(w.callAs(uma, 'jobs.results', { organizationId, jobId })).rejects.toMatchObject({
      code: 'not-permitted',
      data: { permission: 'audit:read' },
    });
    await expect(w.callAs(uma, 'audit.exportMany', { organizationId })).rejects.toMatchObject({
      code: 'not-permitted',
    });
  });

  it('of more rows than one export may hold is refused with the limit, and leaves no job', async () => {
    const { w } = await logged();
    const { organizationId } = w;
    await w.core.changes.write([], w.core.clock.now(), async (db) => {
      const rows = Array.from({ length: 500 }, () => ({
        organization_id: organizationId,
        at: 0,
        actor: 'many@example.org',
        face: 'cli',
        operation: 'roles.create',
        outcome: 'done' as const,
        detail: '{}',
      }));
      for (let i = 0; i < 201; i++) await db.insertInto('audit').values(rows).execute();
    });
    const filter = { actors: ['many@example.org'] };
    await expect(w.call('audit.exportMany', { organizationId, filter })).rejects.toMatchObject({
      code: 'export-too-large',
      data: { most: 100_000 },
    });
    expect((await w.call('jobs.list', { organizationId })).rows).toEqual([]);
  });
});
