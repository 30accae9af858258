import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyFilesIn } from '../../../src-main/kernel/key/files.ts';
import { readRecoveryKey } from '../../../src-main/kernel/key/recovery-key.ts';
import { cheap } from '../../support/backups.ts';
import { testKeyring } from '../../support/keyring.ts';
import { reopen, swap } from '../../support/restore.ts';
import { asNobody, freshWorkspace, temporaryFolder } from '../../support/workspace.ts';

const withKeyring = async () => {
  const keyring = testKeyring();
  return { keyring, w: await freshWorkspace({ keyring, backupCost: cheap }) };
};
const recoveryIn = (file: string) => readFileSync(file, 'utf8').split('\n').map(readRecoveryKey).find(Boolean);

describe('the key of a workspace', () => {
  it('moves into the keyring once its recovery key is saved, and the audit records that without the key', async () => {
    const { w, keyring } = await withKeyring();
    const secret = w.core.workspaceKey.secret();
    expect(await w.call('key.state', {})).toEqual({
      place: 'file',
      file: keyFilesIn(w.core.folder).file,
      keyring: { name: 'gnome_libsecret', lacking: null },
      mended: false,
    });
    const recoveryFile = path.join(temporaryFolder(), 'recovery.txt');
    await w.call('key.move', { to: 'keyring', recoveryFile, language: 'de' });
    expect(recoveryIn(recoveryFile)).toEqual(secret);
    expect(readFileSync(recoveryFile, 'utf8')).toContain('Wiederherstellungsschlüssel');
    if (process.platform !== 'win32') expect(statSync(recoveryFile).mode & 0o777).toBe(0o600);
    expect(await w.call('key.state', {})).toMatchObject({ place: 'keyring', file: keyFilesIn(w.core.folder).sealed });
    expect(existsSync(keyFilesIn(w.core.folder).file)).toBe(false);
    expect(keyring.asked).toHaveLength(1);
    const audit = await w.core.store.read.selectFrom('audit').selectAll().where('operation', 'like', 'key.%').execute();
    expect(audit.map(({ operation, outcome }) => [operation, outcome])).toEqual([['key.move', 'done']]);
    expect(JSON.stringify(audit)).not.toContain(secret.toString('base64url'));
    await w.call('key.move', { to: 'file' });
    expect(await w.call('key.state', {})).toMatchObject({ place: 'file' });
  });

  it('moves nowhere when the recovery key cannot be saved, or would be kept beside the workspace', async () => {
    const { w } = await withKeyring();
    for (const [recoveryFile, code] of [
      [path.join(w.core.folder, 'recovery.txt'), 'recovery-beside'],
      [path.join(w.core.folder, 'backups', '..', 'recovery.txt'), 'recovery-beside'],
      [path.join(temporaryFolder(), 'away', 'recovery.txt'), 'file-unreadable'],
    ] as const)
      await expect(w.call('key.move', { to: 'keyring', recoveryFile })).rejects.toMatchObject({ code });
    expect(readdirSync(w.core.folder).filter((name) => name.includes('key') || name.includes('recovery'))).toEqual([
      'workspace.key',
    ]);
  });

  it('is out of reach of strangers, goes only into a file that a dialog chose, and counts as lost only when it is', async () => {
    const { w } = await withKeyring();
    const recoveryFile = path.join(temporaryFolder(), 'recovery.txt');
    for (const [name, input] of [
      ['key.state', {}],
      ['key.move', { to: 'file' }],
      ['key.saveRecovery', { recoveryFile }],
    ] as const) {
      await expect(w.callAs(asNobody, name, input)).rejects.toMatchObject({ code: 'wrong-face' });
      const anonymous = { face: 'window', credentials: { kind: 'anonymous' } } as const;
      await expect(w.callAs(anonymous, name, input)).rejects.toMatchObject({ code: 'not-signed-in' });
    }
    const page = { face: 'window', credentials: { kind: 'core' } } as const;
    await expect(w.callAs(page, 'key.saveRecovery', { recoveryFile })).rejects.toMatchObject({
      code: 'path-not-chosen',
    });
    const chosen = new Set([recoveryFile]);
    await w.callAs({ ...page, chosen }, 'key.saveRecovery', { recoveryFile });
    expect(recoveryIn(recoveryFile)).toEqual(w.core.workspaceKey.secret());
    await expect(w.callAs(page, 'key.recover', { recoveryKey: '' })).rejects.toMatchObject({ code: 'key-not-lost' });
    await expect(w.callAs(page, 'key.begin', { lost: true })).rejects.toMatchObject({ code: 'key-not-lost' });
  });

  it('stays in the keyring when a backup is restored', async () => {
    const { w, keyring } = await withKeyring();
    const secret = w.core.workspaceKey.secret();
    const { name } = await w.call('backups.make', {});
    await w.call('key.move', { to: 'keyring', recoveryFile: path.join(temporaryFolder(), 'recovery.txt') });
    await w.call('backups.restore', { file: { name } });
    const { kept } = await swap(w);
    expect(readdirSync(w.core.folder).filter((file) => file.includes('.key'))).toEqual(['workspace.key.sealed']);
    expect(readdirSync(kept)).toContain('workspace.key.sealed');
    const restored = await reopen(w, { keyring });
    expect(await restored.call('key.state', {})).toMatchObject({ place: 'keyring' });
    expect(restored.core.workspaceKey.secret()).toEqual(secret);
  });
});
