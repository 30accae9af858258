import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { databaseFile, openCore } from '../../src-main/core.ts';
import { openStore } from '../../src-main/database/open.ts';
import { openingTrouble, sqliteTrouble } from '../../src-main/database/trouble.ts';
import { asOperator, freshWorkspace, owner, temporaryFolder } from '../support/workspace.ts';

const sqliteError = (code: string) => Object.assign(new Error(`message of ${code}`), { code });

describe('a database that another program holds', () => {
  it('makes a command wait and then fail as busy, without a change; later it goes through', async () => {
    const w = await freshWorkspace({ busyMilliseconds: 50 });
    const rival = new Database(databaseFile(w.core.folder));
    onTestFinished(() => void rival.close());
    const { organizationId } = w;
    const input = { organizationId, name: 'Freight' };
    rival.exec('BEGIN IMMEDIATE');
    await expect(w.call('teams.create', input)).rejects.toMatchObject({ code: 'workspace-busy' });
    expect((await w.call('teams.list', { organizationId })).rows).toEqual([]); // reading does not wait
    rival.exec('ROLLBACK');
    await w.call('teams.create', input);
    expect((await w.call('teams.list', { organizationId })).rows).toHaveLength(1);
  });
});

describe('a workspace that another program holds for writing', () => {
  it('can be opened and read meanwhile', async () => {
    const w = await freshWorkspace();
    const rival = new Database(databaseFile(w.core.folder));
    onTestFinished(() => void rival.close());
    rival.exec('BEGIN IMMEDIATE');
    const second = await openCore({ folder: w.core.folder, busyMilliseconds: 50 });
    onTestFinished(() => second.close());
    const counts = await second.dispatch(asOperator(owner.email), 'users.counts', { organizationId: w.organizationId });
    expect(counts).toMatchObject({ active: 1 });
  });
});

describe('opening a workspace', () => {
  it('fails with the reason where a file is in the place of its folder', async () => {
    const file = path.join(temporaryFolder(), 'a-file');
    writeFileSync(file, 'kept');
    for (const folder of [file, path.join(file, 'below')])
      await expect(openCore({ folder })).rejects.toMatchObject({
        code: 'file-unreadable',
        data: { detail: expect.stringMatching(/^(EEXIST|ENOTDIR)$/) },
      });
    expect(readFileSync(file, 'utf8')).toBe('kept');
  });

  it('fails with the reason where a folder is in the place of its database', async () => {
    const folder = temporaryFolder();
    mkdirSync(databaseFile(folder));
    await expect(openCore({ folder })).rejects.toMatchObject({ code: 'file-unreadable', data: { detail: 'EISDIR' } });
    expect(readdirSync(folder)).toEqual(['gatehouse.sqlite']);
  });

  it('makes no key for one that is not new', async () => {
    const folder = temporaryFolder();
    await (await openStore(databaseFile(folder))).close();
    const core = await openCore({ folder });
    await core.close();
    expect(existsSync(path.join(folder, 'workspace.key'))).toBe(false);
  });
});

describe('an error of SQLite', () => {
  it.each([
    ['SQLITE_BUSY', 'workspace-busy'],
    ['SQLITE_BUSY_SNAPSHOT', 'workspace-busy'],
    ['SQLITE_CORRUPT_INDEX', 'file-damaged'],
    ['SQLITE_NOTADB', 'file-damaged'],
    ['SQLITE_FULL', 'file-unreadable'],
    ['SQLITE_IOERR_WRITE', 'file-unreadable'],
    ['SQLITE_READONLY_DIRECTORY', 'file-unreadable'],
    ['SQLITE_CANTOPEN', 'file-unreadable'],
    ['SQLITE_CONSTRAINT_UNIQUE', undefined],
    ['SQLITE_ERROR', undefined],
  ])('%s is reported as %s', (code, expected) => {
    expect(sqliteTrouble(sqliteError(code), 'f')?.code).toBe(expected);
  });

  it('and any other error stays what it is', () => {
    const defect = new TypeError('x is undefined');
    expect(sqliteTrouble(defect, 'f')).toBeUndefined();
    expect(openingTrouble(defect, 'f')).toBe(defect);
  });
});
