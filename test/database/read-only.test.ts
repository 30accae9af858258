import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { databaseFile, openCore } from '../../src-main/core.ts';
import { sqliteTrouble } from '../../src-main/database/trouble.ts';
import { ended, startGatehouse } from '../support/cli.ts';
import { failingDisk, noMounting, smallDisk } from '../support/disk.ts';
import { dump, invite } from '../support/invitees.ts';
import { typed } from '../support/verb.ts';
import { asOperator, freshWorkspace, owner } from '../support/workspace.ts';

const advice =
  'it cannot be written, or its folder cannot. Make both writable for your account, or choose another place.';

describe('a folder that cannot be written', () => {
  it('is reported on opening with what to do, by the command line and the service too, and stays unchanged', async ({
    skip,
  }) => {
    skip(noMounting !== undefined, noMounting);
    const disk = smallDisk(24);
    const w = await freshWorkspace({ folder: path.join(disk.folder, 'workspace') });
    const { folder } = w.core;
    await w.core.close();
    const files = readdirSync(disk.folder, { recursive: true }).sort();
    const before = readFileSync(databaseFile(folder));
    disk.lock();
    for (const at of [folder, path.join(disk.folder, 'another')])
      await expect(openCore({ folder: at })).rejects.toMatchObject({
        code: 'file-unreadable',
        data: { detail: expect.stringMatching(/^(SQLITE_CANTOPEN|EROFS)$/) },
      });
    const list = await typed(['users', 'list', '--workspace', folder]);
    expect(list).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(advice) });
    const service = await ended(startGatehouse(['serve', '--workspace', folder, '--port', '0']));
    expect(service).toMatchObject({ code: 1, json: { code: 'file-unreadable' }, stderr: '' });
    expect(service.json.message).toContain(advice);
    expect(readdirSync(disk.folder, { recursive: true }).sort()).toEqual(files);
    expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true);
    // one that became read-only while it was open, where the system says so
    const failed = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_WRITE' });
    expect(sqliteTrouble(failed, databaseFile(folder))?.data).toMatchObject({ detail: 'EROFS' });

    disk.unlock();
    const core = await openCore({ folder });
    onTestFinished(() => core.close());
    const { organizationId } = w;
    await core.dispatch(asOperator(owner.email), 'teams.create', { organizationId, name: 'Freight' });
  }, 30_000);

  it('because its disk failed refuses every write, leaves nothing half done, and can still be read', async ({
    skip,
  }) => {
    skip(noMounting !== undefined, noMounting);
    const disk = failingDisk(32);
    const w = await freshWorkspace({ folder: path.join(disk.folder, 'workspace') });
    const { organizationId } = w;
    await invite(w, 'ana@example.org');
    const before = await dump(w);
    disk.fail();
    const refused = { code: 'file-unreadable', data: { detail: expect.stringMatching(/^(SQLITE_IOERR|EROFS)$/) } };
    for (let n = 0; n < 2; n++)
      await expect(w.call('teams.create', { organizationId, name: 'Freight' })).rejects.toMatchObject(refused);
    await expect(w.call('backups.make', {})).rejects.toMatchObject({ code: 'file-unreadable' });
    expect(await dump(w)).toEqual(before);
    expect((await w.call('users.list', { organizationId })).rows).toHaveLength(2);
    expect((await w.call('teams.list', { organizationId })).rows).toEqual([]);
  });
});
