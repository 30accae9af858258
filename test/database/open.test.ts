import { createHash } from 'node:crypto';
import { existsSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore, type Store } from '../../src-main/database/open.ts';
import { temporaryFolder } from '../support/workspace.ts';

const file = () => path.join(temporaryFolder(), 'gatehouse.sqlite');
const open = async (at: string): Promise<Store> => {
  const store = await openStore(at);
  onTestFinished(() => store.close());
  return store;
};
const made = async () => {
  const at = file();
  await (await openStore(at)).close();
  return at;
};
const digest = (at: string) => createHash('sha256').update(readFileSync(at)).digest('hex');

describe('opening a database', () => {
  it('sets WAL, FULL and foreign keys on every connection, the reader’s included, when a file is opened again', async () => {
    const at = await made();
    const store = await open(at);
    for (const db of [store.write, store.read]) {
      const pragma = async (name: string) =>
        Object.values((await sql.raw(`PRAGMA ${name}`).execute(db)).rows[0] as object)[0];
      expect(await pragma('journal_mode')).toBe('wal');
      expect(await pragma('synchronous')).toBe(2);
      expect(await pragma('foreign_keys')).toBe(1);
    }
  });

  it('uses a version of SQLite that does not lose a reset WAL (3.51.3 or newer)', async () => {
    const [major = 0, minor = 0, patch = 0] = (await open(file())).sqliteVersion.split('.').map(Number);
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_051_003);
  });

  it('begins a transaction with the write lock, so that two processes queue instead of failing', async () => {
    const store = await open(file());
    let refused = false;
    await store.write.transaction().execute(async (db) => {
      // a reader that became a writer could deadlock here; with the lock from the start nobody gets in between
      const rival = new Database(
        (await sql<{ file: string }>`SELECT file FROM pragma_database_list`.execute(db)).rows[0]?.file ?? '',
        {
          timeout: 0,
        },
      );
      onTestFinished(() => {
        rival.close();
      });
      expect(() => rival.exec('BEGIN IMMEDIATE')).toThrow(/locked/);
      refused = true;
    });
    expect(refused).toBe(true);
  });

  it('gives queries a connection that cannot write', async () => {
    const store = await open(file());
    await expect(sql`DELETE FROM audit`.execute(store.read)).rejects.toThrow(/readonly/);
  });

  it('enforces foreign keys: a team without its organization is refused', async () => {
    const store = await open(file());
    await expect(
      store.write.insertInto('team').values({ organization_id: 77, name: 'x', name_key: 'x', created_at: 0 }).execute(),
    ).rejects.toThrow(/FOREIGN KEY/);
  });
});

describe('a workspace whose first start was killed', () => {
  it('is opened as a new one, with nothing to save first, although a table of its start remains', async () => {
    const at = file();
    const begun = new Database(at);
    begun.exec(
      `CREATE TABLE kysely_migration (name varchar(255) PRIMARY KEY NOT NULL, timestamp varchar(255) NOT NULL)`,
    );
    begun.close();
    let saved = 0;
    const store = await openStore(at, { beforeMigration: async () => void saved++ });
    onTestFinished(() => store.close());
    expect(await store.read.selectFrom('organization').selectAll().execute()).toEqual([]);
    expect(saved).toBe(0);
  });
});

describe('a file that cannot be used', () => {
  it('is refused untouched when a newer Gatehouse wrote it', async () => {
    const at = await made();
    const newer = new Database(at);
    newer.prepare(`INSERT INTO kysely_migration VALUES ('9999-from-the-future', '2030-01-01')`).run();
    newer.pragma('wal_checkpoint(TRUNCATE)');
    newer.close();
    const before = digest(at);
    await expect(openStore(at)).rejects.toMatchObject({
      code: 'file-newer',
      data: { file: at, version: '9999-from-the-future' },
    });
    expect(digest(at)).toBe(before);
  });

  it('is refused untouched when it is not a database at all', async () => {
    const at = file();
    writeFileSync(at, 'Dear diary, this is not SQLite.');
    await expect(openStore(at)).rejects.toMatchObject({ code: 'file-damaged' });
    expect(readFileSync(at, 'utf8')).toBe('Dear diary, this is not SQLite.');
    expect(existsSync(`${at}-wal`)).toBe(false);
  });

  it('is refused untouched when it is somebody else’s database', async () => {
    const at = file();
    const other = new Database(at);
    other.exec('CREATE TABLE recipes (name TEXT)');
    other.close();
    const before = digest(at);
    await expect(openStore(at)).rejects.toMatchObject({ code: 'file-damaged' });
    expect(digest(at)).toBe(before);
  });

  it('is refused untouched when pages inside it are damaged', async () => {
    const at = await made();
    const size = readFileSync(at).length;
    const handle = openSync(at, 'r+');
    for (let page = 2; page * 4096 < size; page += 3) writeSync(handle, Buffer.alloc(1500, 0xa5), 0, 1500, page * 4096);
    const before = digest(at);
    await expect(openStore(at)).rejects.toMatchObject({ code: 'file-damaged', data: { file: at } });
    expect(digest(at)).toBe(before);
  });

  it('is refused untouched when its end is missing', async () => {
    const at = await made();
    truncateSync(at, Math.floor(readFileSync(at).length / 2 / 4096) * 4096);
    const before = digest(at);
    await expect(openStore(at)).rejects.toMatchObject({ code: 'file-damaged' });
    expect(digest(at)).toBe(before);
  });
});
