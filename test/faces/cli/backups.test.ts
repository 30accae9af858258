import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openService } from '../../../src-main/service.ts';
import { gatehouse } from '../../support/cli.ts';
import { now } from '../../support/command-line.ts';
import { invite } from '../../support/invitees.ts';
import { quickPasswords, temporaryFolder } from '../../support/workspace.ts';

const passphrase = 'a passphrase for backups';
const resources = path.resolve(import.meta.dirname, '../../../resources');
const call = (folder: string, name: string, input: object) =>
  gatehouse(['call', name, '-', '--workspace', folder], JSON.stringify(input));

describe('backups on the command line', () => {
  it('F8: are made, listed, inspected and restored into a closed workspace, whose old files are kept', async () => {
    const w = await now();
    const { membershipId } = await invite(w, 'ana@example.org');
    const { folder } = w.core;
    await w.core.close();
    await call(folder, 'backups.saveSettings', { automatic: true, folder: null, passphrase });
    const made = (await call(folder, 'backups.make', {})).json;
    expect(made).toMatchObject({ kind: 'by-hand', encrypted: true, people: 2 });
    expect((await call(folder, 'backups.list', {})).json.rows).toMatchObject([{ name: made.name }]);
    const file = { name: made.name };
    const held = (await call(folder, 'backups.inspect', { file })).json;
    expect(held).toMatchObject({ key: 'inside', organizations: [{ name: 'Example Logistics', pending: 1 }] });
    await call(folder, 'organizations.update', { organizationId: w.organizationId, name: 'Renamed' });
    const restored = await call(folder, 'backups.restore', { file });
    expect(restored.code, restored.stderr).toBe(0);
    expect(existsSync(path.join(restored.json.replaced, 'gatehouse.sqlite'))).toBe(true);
    expect((await call(folder, 'organizations.list', {})).json.organizations).toMatchObject([
      { name: 'Example Logistics' },
    ]);

    // a second computer
    const file2 = { path: path.join(temporaryFolder(), 'brought') };
    renameSync(path.join(folder, 'backups', made.name), file2.path);
    const other = path.join(temporaryFolder(), 'workspace');
    expect((await call(other, 'backups.restore', { file: file2 })).json.code).toBe('backup-passphrase-needed');
    const there = await call(other, 'backups.restore', { file: file2, passphrase });
    expect(there.json).toMatchObject({ organizations: 1, people: 2 });
    const link = { organizationId: w.organizationId, membershipId };
    const [here, elsewhere] = [
      await call(folder, 'invitations.copyLink', link),
      await call(other, 'invitations.copyLink', link),
    ];
    expect(elsewhere.json.link).toBe(here.json.link);
    expect((await call(other, 'organizations.list', {})).json.organizations).toMatchObject([
      { name: 'Example Logistics' },
    ]);
  }, 120_000);

  it('F8: replace no workspace that a service has open, and leave it as it is', async () => {
    const w = await now();
    const { folder } = w.core;
    const made = await w.call('backups.make', {});
    await w.core.close();
    const service = await openService({ folder, resources, passwords: quickPasswords() });
    try {
      const { code, json } = await call(folder, 'backups.restore', { file: { name: made.name } });
      expect([code, json.code]).toEqual([1, 'workspace-busy']);
      expect(readdirSync(folder).filter((name) => /^re(?:store|placed)/.test(name))).toEqual([]);
    } finally {
      await service.close();
    }
  }, 60_000);

  it('F8: say what is wrong with a file or a folder', async () => {
    const w = await now();
    const { folder } = w.core;
    mkdirSync(path.join(folder, 'odd'));
    const odd = { file: { path: path.join(folder, 'odd') } };
    expect((await call(folder, 'backups.inspect', odd)).json).toMatchObject({
      code: 'file-unreadable',
      message: expect.stringContaining('a folder stands where a file should be'),
    });
    expect((await call(folder, 'backups.saveSettings', { automatic: true, folder: '/nowhere/at/all' })).json).toEqual({
      code: 'file-unreadable',
      message: '/nowhere/at/all cannot be used: it is not there.',
    });
  }, 60_000);
});
