import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { databaseFile, openCore } from '../../../src-main/core.ts';
import { beginAnew, putBack, secretInBackup, secretOfRecoveryKey } from '../../../src-main/features/key/lost.ts';
import { keyFilesIn } from '../../../src-main/kernel/key/files.ts';
import { textOf } from '../../../src-main/kernel/key/key-file.ts';
import { noKeyring } from '../../../src-main/kernel/key/keyring.ts';
import { recoveryKeyOf } from '../../../src-main/kernel/key/recovery-key.ts';
import { callWithoutWorkspace } from '../../../src-main/without-workspace.ts';
import { cheap, passphrase, save } from '../../support/backups.ts';
import { invite } from '../../support/invitees.ts';
import { testKeyring } from '../../support/keyring.ts';
import { reopen } from '../../support/restore.ts';
import { freshWorkspace, owner, temporaryFolder } from '../../support/workspace.ts';

/** A closed workspace whose key was moved into a keyring that was then reset; with an encrypted backup from before. */
async function locked() {
  const keyring = testKeyring();
  const w = await freshWorkspace({ keyring, backupCost: cheap });
  const ana = await invite(w, 'ana@example.org');
  await save(w, { passphrase });
  const { name } = await w.call('backups.make', {});
  await w.call('key.move', { to: 'keyring', recoveryFile: path.join(temporaryFolder(), 'recovery.txt') });
  const secret = w.core.workspaceKey.secret();
  await w.core.close();
  keyring.reset();
  const { folder } = w.core;
  const database = databaseFile(folder);
  const options = { folder, database, keyring, now: w.clock.time, osUser: 'tester' };
  return { w, ana, keyring, secret, options, backup: path.join(folder, 'backups', name) };
}
const openLink = async (w: Awaited<ReturnType<typeof reopen>>, token: string) =>
  w.callAs({ face: 'portal', credentials: { kind: 'anonymous' } }, 'invitations.open', { token });
const keysIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.startsWith('workspace.key'))
    .sort();

describe('a workspace whose keyring can no longer open the key', () => {
  it('gets it back with the recovery key, into the keyring that is there now', async () => {
    const { w, ana, keyring, secret, options } = await locked();
    const again = secretOfRecoveryKey(recoveryKeyOf(secret).toLowerCase());
    expect(await putBack(options, again)).toBe('keyring');
    expect(keysIn(options.folder)).toEqual(['workspace.key.sealed']);
    const opened = await reopen(w, { keyring });
    expect(await openLink(opened, ana.token)).toMatchObject({ email: 'ana@example.org' });
    expect((await opened.call('audit.verify', { organizationId: 1 })).faults).toEqual([]);
  });

  it('gets it back from an encrypted backup, into a file where there is no keyring, and links stay valid', async () => {
    const { w, ana, options, backup } = await locked();
    await expect(secretInBackup(backup, undefined)).rejects.toMatchObject({ code: 'backup-passphrase-needed' });
    await expect(secretInBackup(backup, 'not this one')).rejects.toMatchObject({ code: 'backup-passphrase-wrong' });
    expect(await putBack({ ...options, keyring: noKeyring }, await secretInBackup(backup, passphrase))).toBe('file');
    const names = keysIn(options.folder);
    expect(names[0]).toBe('workspace.key');
    expect(names[1]).toMatch(/^workspace\.key\.sealed\.lost-/);
    expect(await openLink(await reopen(w), ana.token)).toMatchObject({ email: 'ana@example.org' });
  });

  it('takes no other key, and says what is wrong with what was typed', async () => {
    const { options } = await locked();
    const other = Buffer.alloc(32, 7);
    expect(() => secretOfRecoveryKey(`${recoveryKeyOf(other).slice(0, -1)}?`)).toThrow('recovery-key-wrong');
    await expect(putBack(options, other)).rejects.toMatchObject({ code: 'key-wrong' });
    expect(keysIn(options.folder)).toEqual(['workspace.key.sealed']);
  });

  it('answers only the operations that bring it back, and these only while the key is what is missing', async () => {
    const { options, keyring, secret } = await locked();
    const { folder } = options;
    const ask = (name: string, input: object, refused: unknown) =>
      callWithoutWorkspace({ folder, keyring, chosen: new Set() }, refused, name, input);
    const core = await openCore({ folder, keyring });
    const refused = await Promise.resolve()
      .then(() => core.workspaceKey.secret())
      .catch((error: unknown) => error);
    await core.close();
    expect(refused).toMatchObject({ code: 'key-in-keyring', data: { why: 'refused' } });
    await expect(ask('users.counts', { organizationId: 1 }, refused)).rejects.toBe(refused);
    const elsewhere = path.join(folder, 'backups', 'x.gatehouse-backup');
    await expect(ask('key.recover', { file: { path: elsewhere }, passphrase }, refused)).rejects.toMatchObject({
      code: 'path-not-chosen',
    });
    await expect(ask('key.begin', {}, refused)).rejects.toMatchObject({ code: 'invalid-input' });
    const damaged = Object.assign(new Error('file-damaged'), { code: 'file-damaged' });
    await expect(ask('key.begin', { lost: true }, damaged)).rejects.toBe(damaged);
    expect(await ask('key.recover', { recoveryKey: recoveryKeyOf(secret) }, refused)).toEqual({ place: 'keyring' });
  });
});

describe('a workspace whose key is lost for good', () => {
  it('begins with a new one: links die, secrets are asked for again, and the audit goes on in a new chain that says so', async () => {
    const { w, ana, options } = await locked();
    await beginAnew(options);
    const begun = await reopen(w);
    // before anything else is noted: the file is there, and knows the new chain
    const first = await begun.call('audit.verify', { organizationId: 1 });
    expect(first).toMatchObject({ faults: [], proven: 1 });
    await begun.core.close();
    const names = keysIn(options.folder);
    expect(names).toHaveLength(2);
    expect(names[0]).toBe('workspace.key');
    const opened = await reopen(w);
    const window = { face: 'window', credentials: { kind: 'anonymous' } } as const;
    await opened.callAs(window, 'session.signIn', { email: owner.email, password: owner.password });
    await expect(openLink(opened, ana.token)).rejects.toMatchObject({ code: 'link-unknown' });
    await expect(opened.call('backups.make', {})).rejects.toMatchObject({ code: 'backup-passphrase-lost' });
    const { rows } = await opened.call('audit.list', { organizationId: 1 });
    expect(rows.map(({ operation }) => operation)).toContain('key.begin');
    const verified = await opened.call('audit.verify', { organizationId: 1 });
    expect(verified.faults).toEqual([]);
    expect(verified.unproven).toBeGreaterThan(2);
    expect(verified.proven).toBeGreaterThan(0);
    const membershipId = ana.membershipId;
    await opened.call('invitations.reinvite', { organizationId: 1, membershipId });
    const { link } = await opened.call('invitations.copyLink', { organizationId: 1, membershipId });
    expect(await openLink(opened, link.split('/').at(-1) ?? '')).toMatchObject({ email: 'ana@example.org' });
  });

  it('begins with a new one only while nobody has it open', async () => {
    const { w, options } = await locked();
    const serving = await reopen(w);
    await expect(beginAnew(options)).rejects.toMatchObject({ code: 'workspace-busy' });
    await serving.core.close();
    expect(keysIn(options.folder)).toEqual(['workspace.key.sealed']);
  });
});

it('a key of another workspace is refused before anything is signed or written with it', async () => {
  const w = await freshWorkspace();
  await w.core.close();
  const { file } = keyFilesIn(w.core.folder);
  writeFileSync(file, textOf(Buffer.alloc(32, 7)));
  await expect(openCore({ folder: w.core.folder })).rejects.toMatchObject({ code: 'key-wrong', data: { file } });
  rmSync(file);
  const core = await openCore({ folder: w.core.folder });
  await core.close();
  expect(existsSync(file)).toBe(false);
});
