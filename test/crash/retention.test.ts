import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCore } from '../../src-main/core.ts';
import type { Caller } from '../../src-main/kernel/context.ts';
import { writeMany } from '../support/long-log.ts';
import { owner, quickPasswords } from '../support/workspace.ts';
import { buildChild, bundleOf, runChild } from './children.ts';

const root = mkdtempSync(path.join(tmpdir(), 'gatehouse-retention-'));
const template = path.join(root, 'template');
const day = 86_400_000;
/** Two chunks and a few more, with the entries of setting up and of changing the rule. */
const entries = 1202;
const start = Date.UTC(2026, 10, 20, 12);
const later = start + 31 * day;
const asOwner: Caller = { face: 'cli', credentials: { kind: 'operator', email: owner.email } };
const asNobody: Caller = { face: 'cli', credentials: { kind: 'anonymous' } };

const open = (folder: string) =>
  openCore({ folder, clock: { now: () => start }, passwords: quickPasswords(), check: true });

beforeAll(async () => {
  await buildChild('retention');
  const core = await open(template);
  const { organizationId } = await core.dispatch(asNobody, 'organizations.create', { name: 'Crash Test', owner });
  await writeMany(core, organizationId, entries - 2);
  await core.dispatch(asOwner, 'organizations.update', { organizationId, auditDays: 30 });
  await core.close();
}, 120_000);
afterAll(() => {
  for (const folder of [root, bundleOf('retention')]) rmSync(folder, { recursive: true, force: true });
});

async function found(folder: string) {
  const core = await open(folder);
  const organizationId = 1;
  const verdict = await core.dispatch(asOwner, 'audit.verify', { organizationId });
  const { rows } = await core.dispatch(asOwner, 'audit.list', { organizationId, limit: 500 });
  const left = await core.store.read
    .selectFrom('audit')
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  await core.close();
  return {
    verdict,
    left: left.n,
    told: rows.filter((r) => r.operation === 'audit.expire').map((r) => r.detail.entries),
  };
}

describe('a process killed with SIGKILL while old entries of the audit are removed', () => {
  it.each(
    (['begun', 'written', 'committed'] as const).flatMap((point) =>
      [1, 4].map((occurrence) => [point, occurrence] as const),
    ),
  )(
    'at “%s” of transaction %i leaves a log that verifies, and the next process removes the rest and records all of it',
    async (point, occurrence) => {
      const folder = path.join(root, `${point}-${occurrence}`);
      cpSync(template, folder, { recursive: true });
      const { signal, said } = await runChild('retention', { folder, now: later, point, occurrence });
      expect(signal, said).toBe('SIGKILL');
      const chunks = point === 'committed' ? occurrence : occurrence - 1;
      const between = await found(folder);
      const gone = Math.min(chunks * 500, entries);
      expect(between.verdict.faults).toEqual([]);
      expect(between.left).toBe(entries - gone + (chunks === 4 ? 1 : 0));
      expect(between.verdict.removed.map((r) => r.entries)).toEqual(gone === 0 ? [] : [gone]);
      // the lease of the dead process is over by then
      expect(await runChild('retention', { folder, now: later + day })).toEqual({ signal: null, said: '' });
      const end = await found(folder);
      expect(end).toMatchObject({ left: 1, told: [entries] });
      expect(end.verdict).toMatchObject({ proven: 1, removed: [{ entries, faulty: 0 }], faults: [] });
    },
    120_000,
  );
});
