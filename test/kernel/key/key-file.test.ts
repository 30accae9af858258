import { chmodSync, chownSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyFile } from '../../../src-main/core.ts';
import { givenKey } from '../../../src-main/kernel/key/given-key.ts';
import { readGivenKey, readKeyFile, textOf, writePrivate } from '../../../src-main/kernel/key/key-file.ts';
import { recoveryKeyOf } from '../../../src-main/kernel/key/recovery-key.ts';
import { openKey } from '../../../src-main/kernel/key/workspace-key.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const secret = Buffer.from('a key of thirty-two bytes, yes!!');
const posix = process.platform !== 'win32';

describe('a key file', () => {
  it.runIf(posix)('that others may read is closed to them, which is reported', async () => {
    for (const mode of [0o644, 0o640, 0o604, 0o666]) {
      const folder = temporaryFolder();
      writeFileSync(keyFile(folder), textOf(secret));
      chmodSync(keyFile(folder), mode);
      expect(await openKey({ folder, make: false })).toMatchObject({ mended: true });
      expect(statSync(keyFile(folder)).mode & 0o777).toBe(0o600 & mode);
      const again = await openKey({ folder, make: false });
      expect(again).toMatchObject({ mended: false });
      expect(again.secret()).toEqual(secret);
    }
  });

  it.runIf(posix && process.getuid?.() === 0)(
    'of another account is refused, unless the whole folder is that account’s',
    () => {
      const folder = temporaryFolder();
      writeFileSync(keyFile(folder), textOf(secret), { mode: 0o600 });
      chownSync(keyFile(folder), 65_534, 65_534);
      expect(() => readKeyFile(keyFile(folder))).toThrow('key-exposed');
      // the whole folder is theirs, and root is reading it
      chownSync(folder, 65_534, 65_534);
      expect(readKeyFile(keyFile(folder))?.secret).toEqual(secret);
    },
  );

  it('is written whole or not at all, and replaces nothing unless told to', () => {
    const file = path.join(temporaryFolder(), 'key');
    expect(writePrivate(file, textOf(secret), { replace: false })).toBe(true);
    expect(writePrivate(file, 'another', { replace: false })).toBe(false);
    expect(readKeyFile(file)?.secret).toEqual(secret);
    if (posix) expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(() => writePrivate(path.join(file, 'below'), 'x', { replace: true })).toThrow('file-unreadable');
    expect(readdirSync(path.dirname(file))).toEqual(['key']);
  });
});

describe('a key that is given at the start', () => {
  it('comes from the option, else from the environment, else from the service manager’s credential', () => {
    const env = { GATEHOUSE_KEY_FILE: '/etc/key', CREDENTIALS_DIRECTORY: '/run/credentials/gatehouse.service' };
    const there = () => true;
    expect(givenKey('/mnt/key', env, there)).toEqual({ file: path.resolve('/mnt/key'), isCredential: false });
    expect(givenKey(undefined, env, there)).toEqual({ file: path.resolve('/etc/key'), isCredential: false });
    const { CREDENTIALS_DIRECTORY } = env;
    const credential = { file: path.join(CREDENTIALS_DIRECTORY, 'gatehouse-key'), isCredential: true };
    expect(givenKey(undefined, { CREDENTIALS_DIRECTORY }, there)).toEqual(credential);
    expect(givenKey(undefined, { CREDENTIALS_DIRECTORY }, () => false)).toBeUndefined();
    expect(givenKey(undefined, {}, there)).toBeUndefined();
  });

  it('may be a recovery key among other lines, and is refused when it is missing or no key', () => {
    const file = path.join(temporaryFolder(), 'recovery.txt');
    expect(() => readGivenKey(file, { strict: true })).toThrow('key-unreadable');
    writeFileSync(file, `Gatehouse recovery key\r\n\r\n${recoveryKeyOf(secret)}\r\n\r\nKeep it.\r\n`, { mode: 0o600 });
    expect(readGivenKey(file, { strict: true })).toEqual(secret);
    for (const wrong of ['', 'no key', 'x'.repeat(100_000)]) {
      writeFileSync(file, wrong);
      expect(() => readGivenKey(file, { strict: true })).toThrow('key-unreadable');
    }
    mkdirSync(`${file}.d`);
    expect(() => readGivenKey(`${file}.d`, { strict: false })).toThrow('key-unreadable');
  });

  it.runIf(posix)('is refused when others may read it, and left as it is; a credential may look open', () => {
    const file = path.join(temporaryFolder(), 'key');
    writeFileSync(file, textOf(secret));
    chmodSync(file, 0o440);
    expect(() => readGivenKey(file, { strict: true })).toThrow('key-exposed');
    expect(readGivenKey(file, { strict: false })).toEqual(secret);
    expect(statSync(file).mode & 0o777).toBe(0o440);
  });

  it('is used instead of a key file in the folder, which is then not made', async () => {
    const file = path.join(temporaryFolder(), 'key');
    writeFileSync(file, textOf(secret), { mode: 0o600 });
    const folder = temporaryFolder();
    const key = await openKey({ folder, make: true, given: { file, isCredential: false } });
    expect([key.place(), key.file(), key.secret()]).toEqual(['given', file, secret]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
