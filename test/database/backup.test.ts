import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { databaseFile } from '../../src-main/core.ts';
import { copyDatabase, settleAlone } from '../../src-main/database/backup.ts';
import { readFacts } from '../../src-main/database/backup-facts.ts';
import { openStore } from '../../src-main/database/open.ts';
import { startWriter } from '../support/busy-writer.ts';
import { digestOf, rawDatabase } from '../support/digest.ts';
import { freshWorkspace, temporaryFolder } from '../support/workspace.ts';

const runs = Number(process.env.GATEHOUSE_BACKUP_RUNS ?? 12);
/** Milliseconds. */
const patience = runs * 25_000;

describe('a copy of a database in use', () => {
  it(
    `is a snapshot of one instant, however fast others write (${runs} copies, each opened and compared)`,
    async () => {
      const { core } = await freshWorkspace();
      const file = databaseFile(core.folder);
      const writer = await startWriter(file);
      const seen = new Set<string>();
      const source = rawDatabase(file, { readonly: true });
      for (let run = 0; run < runs; run++) {
        const to = path.join(core.folder, `copy-${run}.sqlite`);
        // on a busy computer the writer may have had no turn since the previous copy
        await vi.waitFor(() => expect(seen).not.toContain(digestOf(source)), { timeout: 30_000 });
        let then = '';
        await copyDatabase(file, to, {
          begun: (begun) => {
            then = digestOf(begun);
          },
        });
        expect((await readFacts(to)).organizations).toMatchObject([{ name: 'Example Logistics', people: 1 }]);
        // as it would be used: opened as any store is, and read
        const store = await openStore(to);
        await store.close();
        const copy = rawDatabase(to, { readonly: true });
        expect(digestOf(copy), `copy ${run}`).toBe(then);
        copy.close();
        seen.add(then);
        for (const ending of ['', '-wal', '-shm']) rmSync(`${to}${ending}`, { force: true });
      }
      source.close();
      // the copies had something to get wrong: each is of another instant
      expect(seen.size).toBe(runs);
      expect(await writer.stop()).toBeGreaterThan(runs);
    },
    patience,
  );

  it('is made with few pages of the source in memory', async () => {
    const { core } = await freshWorkspace();
    let kilobytes: unknown;
    await copyDatabase(databaseFile(core.folder), path.join(core.folder, 'copy.sqlite'), {
      begun: (source) => {
        kilobytes = source.pragma('cache_size', { simple: true });
      },
    });
    expect(kilobytes).toBe(-2048);
  });

  it('is one file, and reports its progress', async () => {
    const { core } = await freshWorkspace();
    const to = path.join(core.folder, 'copy.sqlite');
    const told: number[] = [];
    await copyDatabase(databaseFile(core.folder), to, { progress: (done, total) => told.push(done / total) });
    expect(told.at(0)).toBe(0);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    for (const ending of ['-wal', '-shm', '-journal']) expect(existsSync(`${to}${ending}`)).toBe(false);
  });
});

describe('a database that is to be replaced', () => {
  it('is settled into one file only while nobody else has it open', async () => {
    const file = path.join(temporaryFolder(), 'gatehouse.sqlite');
    const store = await openStore(file);
    expect(settleAlone(file)).toBe(false);
    await store.close();
    expect(settleAlone(file)).toBe(true);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });
});
