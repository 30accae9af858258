import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keyFile, openCore } from '../../src-main/core.ts';
import { openKey } from '../../src-main/kernel/key/workspace-key.ts';
import { workspaceKeys } from '../../src-main/kernel/keys.ts';
import { freshWorkspace, quickPasswords, temporaryFolder } from '../support/workspace.ts';

describe('the key of a workspace', () => {
  it('is made once, readable by its owner only, and stays the same', async () => {
    const folder = temporaryFolder();
    const first = (await openKey({ folder, make: true })).secret();
    expect(first).toHaveLength(32);
    if (process.platform !== 'win32') expect(statSync(keyFile(folder)).mode & 0o777).toBe(0o600);
    expect((await openKey({ folder, make: true })).secret()).toEqual(first);
    expect((await openKey({ folder, make: false })).secret()).toEqual(first);
  });

  it('is not made anew for a workspace that has lost it, which is reported when it is needed', async () => {
    const w = await freshWorkspace();
    const { invited } = await w.call('invitations.send', {
      organizationId: w.organizationId,
      entries: [{ email: 'ana@example.org', roles: ['Member'] }],
    });
    rmSync(keyFile(w.core.folder));
    const again = await openCore({ folder: w.core.folder, clock: w.clock, passwords: quickPasswords() });
    try {
      const input = { organizationId: w.organizationId, membershipId: invited[0]?.membershipId ?? 0 };
      const owner = { face: 'cli', credentials: { kind: 'operator' } } as const;
      expect((await again.dispatch(owner, 'users.counts', { organizationId: w.organizationId })).pending).toBe(1);
      await expect(again.dispatch(owner, 'invitations.copyLink', input)).rejects.toMatchObject({
        code: 'key-unreadable',
        data: { file: keyFile(w.core.folder) },
      });
    } finally {
      await again.close();
    }
  });

  it('that is damaged is refused, neither used nor replaced', async () => {
    const folder = temporaryFolder();
    writeFileSync(keyFile(folder), 'too short');
    const damaged = await openKey({ folder, make: false });
    expect(() => damaged.secret()).toThrow('key-unreadable');
    await expect(openKey({ folder, make: true })).rejects.toThrow('key-unreadable');
    expect(readFileSync(keyFile(folder), 'utf8')).toBe('too short');
  });
});

describe('what is sealed or signed with it', () => {
  const keys = async () => workspaceKeys(await openKey({ folder: temporaryFolder(), make: true }));

  it('is read back by the same key only, differs each time, and is refused when it was altered', async () => {
    const own = await keys();
    const other = await keys();
    const sealed = own.seal('mail server password');
    expect(own.unseal(sealed)).toBe('mail server password');
    expect(own.seal('mail server password')).not.toBe(sealed);
    expect(sealed).not.toContain('password');
    expect(() => other.unseal(sealed)).toThrow();
    const altered = sealed.replace(/.$/, (c) => (c === 'A' ? 'Q' : 'A'));
    expect(() => own.unseal(altered.replace(/^v1\.(.{30})./, (_, head) => `v1.${head}_`))).toThrow();
  });

  it('is valid for its own purpose and text only', async () => {
    const own = await keys();
    const signature = own.sign('a', 'text');
    expect(own.verify('a', 'text', signature)).toBe(true);
    expect(own.verify('b', 'text', signature)).toBe(false);
    expect(own.verify('a', 'text!', signature)).toBe(false);
  });
});
