import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keyFilesIn } from '../../../src-main/kernel/key/files.ts';
import { textOf } from '../../../src-main/kernel/key/key-file.ts';
import { noKeyring } from '../../../src-main/kernel/key/keyring.ts';
import { openKey } from '../../../src-main/kernel/key/workspace-key.ts';
import { testKeyring } from '../../support/keyring.ts';
import { temporaryFolder } from '../../support/workspace.ts';

async function moved() {
  const folder = temporaryFolder();
  const keyring = testKeyring();
  const key = await openKey({ folder, make: true, keyring });
  await key.move('keyring');
  return { folder, keyring, key, open: (other = keyring) => openKey({ folder, make: false, keyring: other }) };
}

describe('a key that moves into the keyring', () => {
  it('leaves no file behind, stays the same, and can come back', async () => {
    const { folder, key, open } = await moved();
    const secret = key.secret();
    expect(readdirSync(folder)).toEqual(['workspace.key.sealed']);
    const sealed = readFileSync(keyFilesIn(folder).sealed);
    for (const form of ['base64url', 'base64', 'hex'] as const)
      expect(sealed.includes(secret.toString(form)), form).toBe(false);
    const again = await open();
    expect([again.place(), again.secret()]).toEqual(['keyring', secret]);
    await again.move('file');
    expect(readdirSync(folder)).toEqual(['workspace.key']);
    const back = await open();
    expect([back.place(), back.secret()]).toEqual(['file', secret]);
  });

  it('stays in its file where there is no keyring, or one that cannot read what it sealed', async () => {
    const liar = { ...testKeyring(), unseal: async () => ({ text: 'another', again: false }) };
    for (const keyring of [noKeyring, liar]) {
      const folder = temporaryFolder();
      const key = await openKey({ folder, make: true, keyring });
      const secret = key.secret();
      await expect(key.move('keyring')).rejects.toThrow('keyring-missing');
      expect(readdirSync(folder)).toEqual(['workspace.key']);
      expect([key.place(), key.secret()]).toEqual(['file', secret]);
    }
  });

  it('is not replaced when the keyring was reset or is missing: the reason is given', async () => {
    const { folder, keyring, open } = await moved();
    const { sealed } = keyFilesIn(folder);
    const why = async (other: Parameters<typeof open>[0]) => {
      const key = await open(other);
      expect(key.place()).toBe('keyring');
      try {
        key.secret();
      } catch (error) {
        return error;
      }
    };
    expect(await why({ ...keyring, ...noKeyring })).toMatchObject({
      code: 'key-in-keyring',
      data: { file: sealed, why: 'no-window' },
    });
    keyring.reset();
    expect(await why(keyring)).toMatchObject({ data: { why: 'refused' } });
    keyring.takeAway();
    expect(await why(keyring)).toMatchObject({ data: { why: 'basic-text' } });
    writeFileSync(sealed, '{}');
    expect(await why(testKeyring())).toMatchObject({ data: { why: 'refused' } });
    expect(readdirSync(folder)).toEqual(['workspace.key.sealed']);
  });

  it('is sealed anew when the keyring asks for it', async () => {
    const { folder, keyring, key, open } = await moved();
    const before = readFileSync(keyFilesIn(folder).sealed, 'utf8');
    const rotated = { ...keyring, unseal: async (s: string) => ({ ...(await keyring.unseal(s)), again: true }) };
    expect((await open(rotated)).secret()).toEqual(key.secret());
    expect(readFileSync(keyFilesIn(folder).sealed, 'utf8')).not.toBe(before);
    expect((await open()).secret()).toEqual(key.secret());
  });

  it('counts as a file again once somebody has put the file back', async () => {
    const { folder, key, open } = await moved();
    writeFileSync(keyFilesIn(folder).file, textOf(key.secret()), { mode: 0o600 });
    expect((await open()).place()).toBe('file');
  });

  it('is kept for a restored workspace in the same way, or in a file where the keyring refuses', async () => {
    const { key, keyring } = await moved();
    const other = temporaryFolder();
    await key.keepIn(other, key.secret());
    expect(readdirSync(other)).toEqual(['workspace.key.sealed']);
    keyring.takeAway();
    const third = temporaryFolder();
    await key.keepIn(third, key.secret());
    expect(existsSync(keyFilesIn(third).file)).toBe(true);
  });
});
