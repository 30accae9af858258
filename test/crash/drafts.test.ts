import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCore } from '../../src-main/core.ts';
import type { Caller } from '../../src-main/kernel/context.ts';
import { owner, quickPasswords } from '../support/workspace.ts';
import { buildChild, bundleOf, runChild } from './children.ts';

const root = mkdtempSync(path.join(tmpdir(), 'gatehouse-drafts-'));
const drafts = 3;
const peopleEach = 4;
const hour = 3_600_000;
const asOwner: Caller = { face: 'cli', credentials: { kind: 'operator', email: owner.email } };
const asNobody: Caller = { face: 'cli', credentials: { kind: 'anonymous' } };
const everybody = Array.from({ length: drafts * peopleEach }, (_, i) => `p${i}@example.org`).sort();

beforeAll(async () => {
  await buildChild('drafts');
});
afterAll(() => {
  for (const folder of [root, bundleOf('drafts')]) rmSync(folder, { recursive: true, force: true });
});

/** A workspace with drafts that are all due at the same time. */
async function workspace(name: string): Promise<{ folder: string; at: number }> {
  const folder = path.join(root, name);
  const core = await openCore({ folder, passwords: quickPasswords() });
  const { organizationId } = await core.dispatch(asNobody, 'organizations.create', { name: 'Crash Test', owner });
  const at = Date.now() + hour;
  for (let i = 0; i < drafts; i++) {
    const { id } = await core.dispatch(asOwner, 'drafts.save', {
      organizationId,
      name: `Draft ${i}`,
      terms: { kind: 'user', defaults: { roles: ['Member'] } },
      entries: Array.from({ length: peopleEach }, (_, n) => ({ email: `p${i * peopleEach + n}@example.org` })),
    });
    await core.dispatch(asOwner, 'drafts.schedule', { organizationId, id, sendAt: at });
  }
  await core.close();
  return { folder, at };
}

async function found(folder: string) {
  const core = await openCore({ folder, passwords: quickPasswords(), check: true });
  const rows = async (table: 'draft' | 'draft_row' | 'draft_sent') =>
    (await core.store.read.selectFrom(table).select('id').execute()).length;
  const mails = await core.store.read.selectFrom('outbox').select('to_email').orderBy('to_email').execute();
  const answer = {
    mails: mails.map((row) => row.to_email),
    drafts: await rows('draft'),
    rows: await rows('draft_row'),
    sent: await rows('draft_sent'),
  };
  await core.close();
  return answer;
}

const all = { mails: everybody, drafts: 0, rows: 0, sent: drafts };

describe('a process killed with SIGKILL while drafts go out', () => {
  it.each(
    (['begun', 'written', 'committed'] as const).flatMap((point) =>
      [1, 2, 3].map((occurrence) => [point, occurrence] as const),
    ),
  )(
    'at “%s” of transaction %i has sent only whole drafts, and the next process sends the rest once',
    async (point, occurrence) => {
      const { folder, at } = await workspace(`${point}-${occurrence}`);
      const { signal, said } = await runChild('drafts', { folder, now: at, point, occurrence });
      expect(signal, said).toBe('SIGKILL');
      const whole = point === 'committed' ? occurrence : occurrence - 1;
      const between = await found(folder);
      expect(between).toMatchObject({
        drafts: drafts - whole,
        rows: (drafts - whole) * peopleEach,
        sent: whole,
      });
      expect(between.mails).toHaveLength(whole * peopleEach);
      // the lease of the dead process is over by then
      expect(await runChild('drafts', { folder, now: at + hour })).toEqual({ signal: null, said: '' });
      expect(await found(folder)).toEqual(all);
    },
  );
});

describe('several processes that look at the same moment', () => {
  it('send each draft once', async () => {
    const { folder, at } = await workspace('together');
    const ended = await Promise.all(Array.from({ length: 3 }, () => runChild('drafts', { folder, now: at })));
    expect(ended).toEqual(Array.from({ length: 3 }, () => ({ signal: null, said: '' })));
    expect(await found(folder)).toEqual(all);
  });
});
