import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { databaseFile, keyFile } from '../../../src-main/core.ts';
import { backupFolder, backupWorkspace, filesOf, passphrase, save } from '../../support/backups.ts';
import { digestOf, rawDatabase } from '../../support/digest.ts';
import { accept, invite } from '../../support/invitees.ts';
import { lastAudit } from '../../support/memberships.ts';
import { asNobody, asOperator, hour, owner, temporaryFolder, type Workspace } from '../../support/workspace.ts';

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const fileOf = (w: Workspace, name: string) => path.join(backupFolder(w), name);

describe('a backup made by hand', () => {
  it('is the whole database, verified, listed newest first, and audited', async () => {
    const w = await backupWorkspace();
    await invite(w, 'ana@example.org');
    const made = await w.call('backups.make', {});
    expect(made).toMatchObject({ kind: 'by-hand', encrypted: false, at: w.clock.time, organizations: 1, people: 2 });
    const [copy, now] = [rawDatabase(fileOf(w, made.name)), rawDatabase(databaseFile(w.core.folder))];
    const tables = (d: typeof copy) => d.prepare('SELECT * FROM membership').all();
    expect(tables(copy)).toEqual(tables(now));
    expect(digestOf(copy)).not.toBe(digestOf(now)); // its own audit entry comes after it
    copy.close();
    now.close();
    w.clock.advance(hour);
    const second = await w.call('backups.make', {});
    const { rows, folder, making } = await w.call('backups.list', {});
    expect([folder, making]).toEqual([backupFolder(w), null]);
    expect(rows.map((r) => r.name)).toEqual([second.name, made.name]);
    expect(rows[0]).toEqual({
      ...{ name: second.name, at: second.at, size: second.size, kind: 'by-hand', encrypted: false },
    });
    expect(filesOf(w)).toEqual([made.name, second.name]);
    expect(await lastAudit(w, 'backups.make')).toMatchObject({ outcome: 'done' });
  });

  it('has no key in it and is readable by its owner only, unless it is encrypted by a passphrase', async () => {
    const w = await backupWorkspace();
    const key = readFileSync(keyFile(w.core.folder), 'utf8').trim();
    const plain = await w.call('backups.make', {});
    const bytes = readFileSync(fileOf(w, plain.name));
    expect(bytes.includes(key) || bytes.includes(Buffer.from(key, 'base64url'))).toBe(false);
    if (process.platform !== 'win32') expect(statSync(fileOf(w, plain.name)).mode & 0o077).toBe(0);

    await save(w, { passphrase });
    expect(await w.call('backups.settings', {})).toMatchObject({ hasPassphrase: true });
    const made = await w.call('backups.make', {});
    expect(made.encrypted).toBe(true);
    expect(readFileSync(fileOf(w, made.name)).includes('SQLite format')).toBe(false);
    const file = { path: fileOf(w, made.name) };
    expect(await w.call('backups.inspect', { file, passphrase })).toMatchObject({ key: 'inside', encrypted: true });
    // the passphrase is stored sealed, and nowhere in clear
    for (const name of [databaseFile(w.core.folder), `${databaseFile(w.core.folder)}-wal`])
      expect(readFileSync(name).includes(passphrase)).toBe(false);
    await save(w, { passphrase: null });
    expect((await w.call('backups.make', {})).encrypted).toBe(false);
  });

  it('becomes three when three are asked for at the same time', async () => {
    const w = await backupWorkspace();
    const made = await Promise.all([1, 2, 3].map(() => w.call('backups.make', {})));
    expect(filesOf(w)).toEqual(made.map((m) => m.name).sort());
    expect(new Set(made.map((m) => m.name)).size).toBe(3);
  });

  it('says what keeps it from being made, and leaves earlier ones as they are', async () => {
    const w = await backupWorkspace();
    const folder = temporaryFolder();
    const chosen = path.join(folder, 'stick');
    mkdirSync(chosen);
    await save(w, { folder: chosen });
    const first = await w.call('backups.make', {});
    const before = readFileSync(path.join(chosen, first.name));
    rmSync(chosen, { recursive: true });
    expect(await codeOf(w.call('backups.make', {}))).toBe('file-unreadable');
    // the folder of a disk that is not there is never made on another one
    expect(() => statSync(chosen)).toThrow(/ENOENT/);
    writeFileSync(chosen, 'a file');
    expect(await codeOf(w.call('backups.make', {}))).toBe('file-unreadable');
    rmSync(chosen);
    mkdirSync(chosen);
    writeFileSync(path.join(chosen, first.name), before);

    // damage in the database itself is found in its copy, which is then discarded
    await w.core.store.write.transaction().execute((db) => db.deleteFrom('session').execute());
    const raw = rawDatabase(databaseFile(w.core.folder));
    raw.pragma('foreign_keys = OFF');
    raw.exec('INSERT INTO membership_team (membership_id, team_id) VALUES (1, 999)');
    raw.close();
    await expect(w.call('backups.make', {})).rejects.toMatchObject({
      code: 'file-damaged',
      data: { detail: expect.stringContaining('membership_team') },
    });
    expect(filesOf(w, chosen)).toEqual([first.name]);
    expect(readFileSync(path.join(chosen, first.name)).equals(before)).toBe(true);
  });
});

describe('the settings of backups', () => {
  it('take only a folder that exists and is writable, and a passphrase that is long enough', async () => {
    const w = await backupWorkspace();
    expect(await w.call('backups.settings', {})).toEqual({
      ...{ automatic: true, folder: null, usualFolder: backupFolder(w), hasPassphrase: false, failure: null },
    });
    expect(await codeOf(save(w, { folder: path.join(w.core.folder, 'nowhere') }))).toBe('file-unreadable');
    expect(await codeOf(save(w, { folder: databaseFile(w.core.folder) }))).toBe('file-unreadable');
    expect(await codeOf(save(w, { passphrase: 'too short' }))).toBe('invalid-input');
    const folder = temporaryFolder();
    await save(w, { folder, passphrase, automatic: false });
    await w.call('backups.saveSettings', { automatic: true, folder });
    expect(await w.call('backups.settings', {})).toMatchObject({ automatic: true, folder, hasPassphrase: true });
    const audited = JSON.stringify(await w.core.store.read.selectFrom('audit').selectAll().execute());
    expect(audited).toContain('"encrypted\\":true');
    expect(audited).not.toContain(passphrase);
  });

  it('are for owners only, as is everything about backups', async () => {
    const w = await backupWorkspace();
    await accept(w, (await invite(w, 'ana@example.org', { roles: ['Admin'] })).token);
    const { name } = await w.call('backups.make', {});
    const file = { name };
    const calls = [
      ['backups.list', {}],
      ['backups.make', {}],
      ['backups.settings', {}],
      ['backups.saveSettings', { automatic: false, folder: null }],
      ['backups.inspect', { file }],
      ['backups.restore', { file }],
    ] as const;
    for (const [operation, input] of calls) {
      expect(await codeOf(w.callAs(asOperator('ana@example.org'), operation, input)), operation).toBe('owner-needed');
      expect(await codeOf(w.callAs(asNobody, operation, input)), operation).toBe('wrong-face');
      const nobody = { face: 'window', credentials: { kind: 'anonymous' } } as const;
      expect(await codeOf(w.callAs(nobody, operation, input)), operation).toBe('not-signed-in');
    }
  });

  it('take from a page only what its dialog chose', async () => {
    const w = await backupWorkspace();
    const { name } = await w.call('backups.make', {});
    const path = fileOf(w, name);
    const page = (chosen?: ReadonlySet<string>) => ({ ...asOperator(owner.email), face: 'window' as const, chosen });
    const inspect = (c?: ReadonlySet<string>) => codeOf(w.callAs(page(c), 'backups.inspect', { file: { path } }));
    expect(await inspect()).toBe('path-not-chosen');
    expect(await inspect(new Set(['/elsewhere']))).toBe('path-not-chosen');
    expect(await inspect(new Set([path]))).toBe('done');
    const folder = temporaryFolder();
    const keep = (c?: ReadonlySet<string>) =>
      codeOf(w.callAs(page(c), 'backups.saveSettings', { automatic: true, folder }));
    expect(await keep()).toBe('path-not-chosen');
    expect(await keep(new Set([folder]))).toBe('done');
    expect(await keep()).toBe('done'); // as it is stored
    for (const odd of ['../gatehouse.sqlite', 'gatehouse.sqlite', name.replace('by-hand', 'daily')])
      expect(await codeOf(w.callAs(page(), 'backups.inspect', { file: { name: odd } })), odd).toBe('not-found');
  });
});

describe('a look into a backup', () => {
  it('shows what it holds beside what is here, and changes nothing', async () => {
    const w = await backupWorkspace();
    await invite(w, 'ana@example.org');
    await w.call('organizations.add', { name: 'Brightwater' });
    const { name } = await w.call('backups.make', {});
    await invite(w, 'bo@example.org');
    w.clock.advance(hour);
    const found = await w.call('backups.inspect', { file: { name } });
    expect(found).toEqual({
      at: w.clock.time - hour,
      encrypted: false,
      key: 'fits',
      version: '0025-list-indexes',
      people: 2,
      organizations: [
        { id: 2, name: 'Brightwater', people: 1, pending: 0, waiting: 0 },
        { id: 1, name: 'Example Logistics', people: 2, pending: 1, waiting: 1 },
      ],
      here: {
        people: 3,
        organizations: [
          { id: 2, name: 'Brightwater', people: 1, pending: 0, waiting: 0 },
          { id: 1, name: 'Example Logistics', people: 3, pending: 2, waiting: 2 },
        ],
      },
    });
    expect(filesOf(w)).toEqual([name]);
  });

  it('does not name organizations that the owner does not belong to', async () => {
    const w = await backupWorkspace();
    await w.call('organizations.add', { name: 'Brightwater' });
    await accept(w, (await invite(w, 'ana@example.org', { roles: ['Owner'] })).token);
    const { name } = await w.call('backups.make', {});
    const found = await w.callAs(asOperator('ana@example.org'), 'backups.inspect', { file: { name } });
    expect(found.organizations.map((o) => o.name)).toEqual([null, 'Example Logistics']);
    expect(found.here.organizations.map((o) => o.name)).toEqual([null, 'Example Logistics']);
  });

  it('says what is wrong with the file', async () => {
    const w = await backupWorkspace();
    await save(w, { passphrase });
    const made = await w.call('backups.make', {});
    const encrypted = path.join(w.core.folder, 'elsewhere.gatehouse-backup');
    copyFileSync(fileOf(w, made.name), encrypted);
    const inspect = (file: string, given?: string) =>
      codeOf(
        w.call('backups.inspect', { file: { path: file }, ...(given === undefined ? {} : { passphrase: given }) }),
      );
    expect(await inspect(encrypted)).toBe('backup-passphrase-needed');
    expect(await inspect(encrypted, 'not this one')).toBe('backup-passphrase-wrong');
    expect(await inspect(encrypted, passphrase)).toBe('done');
    truncateSync(encrypted, statSync(encrypted).size - 1000);
    expect(await inspect(encrypted, passphrase)).toBe('file-damaged');

    await save(w, { passphrase: null });
    const plain = fileOf(w, (await w.call('backups.make', {})).name);
    const newer = path.join(w.core.folder, 'newer.sqlite');
    copyFileSync(plain, newer);
    const raw = rawDatabase(newer);
    raw.exec("INSERT INTO kysely_migration VALUES ('9999-to-come', '')");
    raw.close();
    expect(await inspect(newer)).toBe('file-newer');
    truncateSync(plain, statSync(plain).size - 40_000);
    expect(await inspect(plain)).toBe('file-damaged');
    const text = path.join(w.core.folder, 'notes.txt');
    writeFileSync(text, 'not a backup at all, but long enough to be one');
    expect(await inspect(text)).toBe('file-damaged');
    expect(await inspect(path.join(w.core.folder, 'nowhere'))).toBe('file-unreadable');
    expect(await inspect(w.core.folder)).toBe('file-unreadable');
  });
});
