import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ErrorReport } from '#contract/errors.ts';
import { messagesIn } from '#contract/messages/index.ts';
import { wordError } from '#contract/messages/word.ts';
import { openCore } from '../../../src-main/core.ts';
import { nameOf } from '../../../src-main/features/backups/names.ts';
import { backupFolder, backupWorkspace, cheap, duty, filesOf, passphrase, save } from '../../support/backups.ts';
import { hour, temporaryFolder, type Workspace } from '../../support/workspace.ts';

const day = 24 * hour;
const dailies = async (w: Workspace) => (await w.call('backups.list', {})).rows.filter((r) => r.kind === 'daily');

describe('automatic backups', () => {
  it('are made once a day, whatever sleeps and restarts come between', async () => {
    const w = await backupWorkspace();
    const start = w.clock.time;
    const looks = duty(w);
    expect(await looks.look()).toBe(start + day);
    expect((await dailies(w)).map((r) => r.at)).toEqual([start]);
    for (let minutes = 0; minutes < 60; minutes++) {
      w.clock.advance(60_000);
      await looks.look();
      await duty(w).look(); // as after a restart
    }
    expect(await dailies(w)).toHaveLength(1);
    w.clock.time = start + 5 * day; // slept through
    expect(await looks.look()).toBe(start + 6 * day);
    expect((await dailies(w)).map((r) => r.at)).toEqual([start + 5 * day, start]);
  });

  it('wait two minutes after a start, and come every day while a service goes on', async () => {
    const w = await backupWorkspace();
    const [start, wait] = [w.clock.time, 2 * 60_000];
    await duty(w).look(); // the first one waits for nothing
    expect(await dailies(w)).toHaveLength(1);
    w.clock.time = start + 30 * hour;
    const looks = duty(w);
    expect(await looks.look()).toBe(start + 30 * hour + wait);
    w.clock.advance(wait - 1);
    expect(await looks.look()).toBe(start + 30 * hour + wait);
    expect(await dailies(w)).toHaveLength(1);
    w.clock.advance(1);
    const made = w.clock.time;
    for (let n = 0; n < 4; n++) {
      w.clock.time = made + n * day;
      expect(await looks.look()).toBe(made + (n + 1) * day);
    }
    expect((await dailies(w)).map((r) => r.at)).toEqual([3, 2, 1, 0].map((n) => made + n * day).concat(start));
  });

  it('do not wait after a start when one was missed, nor when the clock was set back since', async () => {
    const w = await backupWorkspace();
    const start = w.clock.time;
    await duty(w).look();
    w.clock.time = start + 36 * hour;
    await duty(w).look();
    expect(await dailies(w)).toHaveLength(2);
    w.clock.time = start + 400 * day;
    const looks = duty(w);
    w.clock.time = start + 36 * hour + 25 * hour;
    await looks.look();
    expect(await dailies(w)).toHaveLength(3);
  });

  it('neither come in storms nor stop when the clock jumps', async () => {
    const w = await backupWorkspace();
    const start = w.clock.time;
    const looks = duty(w);
    await looks.look();
    w.clock.time = start + 400 * day;
    await looks.look();
    w.clock.time = start + 2 * hour; // set right again
    for (let n = 0; n < 20; n++) await looks.look();
    expect((await dailies(w)).map((r) => r.at)).toEqual([start + 400 * day, start]);
    w.clock.time = start + day;
    await looks.look();
    expect(await dailies(w)).toHaveLength(3);
  });

  it('are made by only one process of the workspace', async () => {
    const w = await backupWorkspace();
    const [one, other] = [duty(w, 'one'), duty(w, 'other')];
    await Promise.all([one.look(), other.look()]);
    expect(await dailies(w)).toHaveLength(1);
  });

  it('are thinned out by the schedule, which touches nothing else in the folder', async () => {
    const w = await backupWorkspace();
    const looks = duty(w);
    await looks.look();
    const [own] = await dailies(w);
    const workspace = own?.name.match(/-([0-9a-f]{8})\./)?.[1] ?? '';
    const foreign = Array.from({ length: 40 }, (_, n) =>
      nameOf({ at: n * day, kind: 'daily', encrypted: false, workspace: 'ffffffff' }),
    );
    const others = [
      ...foreign,
      'notes.txt',
      `${own?.name}.old`,
      `gatehouse-20200101T000000000Z-daily-${workspace}.txt`,
    ];
    for (const name of others) writeFileSync(path.join(backupFolder(w), name), 'x');
    const byHand = await w.call('backups.make', {});
    for (const days of [...Array(6).fill(5), ...Array(10).fill(1)]) {
      w.clock.advance(days * day);
      await looks.look();
    }
    const files = filesOf(w);
    for (const name of [...others, byHand.name]) expect(files).toContain(name);
    // 2026-11-20 to 12-30, at first every fifth day: seven days, two weeks more, and the end of November
    expect((await dailies(w)).map((r) => new Date(r.at).toISOString().slice(5, 10))).toEqual([
      ...['12-30', '12-29', '12-28', '12-27', '12-26', '12-25', '12-24'],
      ...['12-20', '12-10', '11-30'],
    ]);
  });

  it('say once an hour why they fail, and no longer once they succeed', async () => {
    const w = await backupWorkspace();
    const chosen = path.join(temporaryFolder(), 'stick');
    mkdirSync(chosen);
    await save(w, { folder: chosen, passphrase });
    rmSync(chosen, { recursive: true });
    const looks = duty(w);
    const failedAt = w.clock.time;
    expect(await looks.look()).toBe(failedAt + hour);
    const { failure } = await w.call('backups.settings', {});
    expect(failure).toMatchObject({ at: failedAt, error: { code: 'file-unreadable' } });
    expect(wordError(messagesIn('en'), failure?.error as ErrorReport)).toBe(
      `${chosen} cannot be used: it is not there.`,
    );
    for (let n = 0; n < 30; n++) {
      w.clock.advance(60_000);
      expect(await looks.look()).toBe(failedAt + hour);
    }
    expect((await w.call('backups.settings', {})).failure?.at).toBe(failedAt);
    mkdirSync(chosen);
    w.clock.time = failedAt + hour;
    await looks.look();
    expect((await w.call('backups.settings', {})).failure).toBeNull();
    expect(await dailies(w)).toMatchObject([{ encrypted: true }]);
  });

  it('are not made where they are turned off, or where there is no organization yet', async () => {
    const w = await backupWorkspace();
    await save(w, { automatic: false });
    expect(await duty(w).look()).toBe(Infinity);
    expect(await dailies(w)).toEqual([]);
    const core = await openCore({ folder: temporaryFolder(), backupCost: cheap });
    const empty = duty({ ...w, core });
    expect(await empty.look()).toBe(Infinity);
    expect(await core.backups.list(null)).toEqual([]);
    await empty.close();
    await core.close();
  });
});
