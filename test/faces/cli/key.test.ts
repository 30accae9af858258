import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { keyFile } from '../../../src-main/core.ts';
import { keyFilesIn } from '../../../src-main/kernel/key/files.ts';
import { textOf } from '../../../src-main/kernel/key/key-file.ts';
import { recoveryKeyOf } from '../../../src-main/kernel/key/recovery-key.ts';
import { ended, gatehouse, startGatehouse } from '../../support/cli.ts';
import { testKeyring } from '../../support/keyring.ts';
import { freshWorkspace, temporaryFolder } from '../../support/workspace.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const given = ['GATEHOUSE_KEY_FILE', 'CREDENTIALS_DIRECTORY'];
afterEach(() => {
  for (const name of given) delete process.env[name];
});

/** A closed workspace whose key lies in a keyring, which the command line does not have. */
async function inKeyring() {
  const w = await freshWorkspace({ keyring: testKeyring() });
  const elsewhere = temporaryFolder();
  await w.call('key.move', { to: 'keyring', recoveryFile: path.join(elsewhere, 'recovery.txt') });
  const secret = w.core.workspaceKey.secret();
  await w.core.close();
  const call = (...args: string[]) =>
    gatehouse([
      'call',
      'organizations.update',
      '{"organizationId":1,"name":"Example"}',
      '--workspace',
      w.core.folder,
      ...args,
    ]);
  return { folder: w.core.folder, elsewhere, secret, call };
}

describe('a key that lies in the keyring of a desktop', () => {
  test('F8: is asked for by the command line, and taken from an option, the environment or a credential', async () => {
    const { folder, elsewhere, secret, call } = await inKeyring();
    const refused = await call();
    expect(refused).toMatchObject({ code: 1, stderr: '' });
    expect(refused.json).toEqual({
      code: 'key-in-keyring',
      message: expect.stringMatching(/workspace\.key\.sealed.*--key-file.*GATEHOUSE_KEY_FILE.*gatehouse-key/),
    });
    expect(await call('--key-file', path.join(elsewhere, 'recovery.txt'))).toMatchObject({ code: 0, stderr: '' });
    process.env.GATEHOUSE_KEY_FILE = path.join(elsewhere, 'recovery.txt');
    expect(await call()).toMatchObject({ code: 0, stderr: '' });
    delete process.env.GATEHOUSE_KEY_FILE;
    process.env.CREDENTIALS_DIRECTORY = path.join(elsewhere, 'credentials');
    mkdirSync(process.env.CREDENTIALS_DIRECTORY);
    const credential = path.join(process.env.CREDENTIALS_DIRECTORY, 'gatehouse-key');
    writeFileSync(credential, textOf(secret));
    chmodSync(credential, 0o440); // as systemd’s look, because of their access lists
    expect(await call()).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(folder).filter((name) => name.includes('key'))).toEqual(['workspace.key.sealed']);
  }, 180_000);

  test('is reported missing by serve at its start, which runs once it is given', async () => {
    const { folder, elsewhere, secret } = await inKeyring();
    const refused = await gatehouse(['serve', '--workspace', folder]);
    expect([refused.code, refused.json.code]).toEqual([1, 'key-in-keyring']);
    const file = path.join(elsewhere, 'key');
    writeFileSync(file, `${recoveryKeyOf(secret)}\n`, { mode: 0o600 });
    const serve = async (...args: string[]) => {
      const serving = startGatehouse(['serve', '--workspace', folder, '--port', '0', ...args]);
      serving.stdout?.on('data', (part: Buffer) => part.toString().includes('Portal:') && serving.kill('SIGTERM'));
      expect(await ended(serving)).toMatchObject({ code: 0, stderr: '' });
    };
    await serve('--key-file', file);
    // what systemd makes of each LoadCredential… line of the documents
    const names = ['keys.md', 'command-line.md'].flatMap((doc) =>
      [...readFileSync(path.join(root, 'docs', doc), 'utf8').matchAll(/LoadCredential(?:Encrypted)?=([\w-]+):/g)].map(
        ([, name = '']) => name,
      ),
    );
    expect(names.length).toBeGreaterThan(2);
    expect(new Set(names).size).toBe(1);
    process.env.CREDENTIALS_DIRECTORY = path.join(elsewhere, 'credentials');
    mkdirSync(process.env.CREDENTIALS_DIRECTORY);
    renameSync(file, path.join(process.env.CREDENTIALS_DIRECTORY, names[0] ?? ''));
    await serve();
  }, 180_000);

  test('is asked for by the commands, which take it in the same way', async () => {
    const { folder, elsewhere } = await inKeyring();
    const verify = (...args: string[]) => gatehouse(['audit', 'verify', '--json', '--workspace', folder, ...args]);
    expect(await verify()).toMatchObject({ code: 1, json: { code: 'key-in-keyring' } });
    const recovery = path.join(elsewhere, 'recovery.txt');
    expect(await verify('--key-file', recovery)).toMatchObject({ code: 0, json: { faults: [] }, stderr: '' });
    expect(await verify('--key-file', '')).toMatchObject({ code: 2, json: { code: 'usage' } });
    process.env.GATEHOUSE_KEY_FILE = recovery;
    expect(await verify()).toMatchObject({ code: 0, stderr: '' });
  }, 180_000);

  test('is moved back into a file by the command line', async () => {
    const { folder, elsewhere } = await inKeyring();
    const recovery = path.join(elsewhere, 'recovery.txt');
    const moved = await gatehouse(['call', 'key.move', '{"to":"file"}', '--workspace', folder, '--key-file', recovery]);
    expect(moved).toMatchObject({ code: 0, stderr: '' });
    const { json } = await gatehouse(['call', 'key.state', '--workspace', folder]);
    expect(json).toMatchObject({ place: 'file', keyring: { name: null, lacking: 'no-window' } });
  }, 180_000);
});

test.runIf(process.platform !== 'win32')(
  'a key file that others can read is closed with a warning; one given as an option is refused, and so is a wrong key',
  async () => {
    const w = await freshWorkspace();
    await w.core.close();
    const { folder } = w.core;
    const state = (...args: string[]) => gatehouse(['call', 'key.state', '--workspace', folder, ...args]);
    chmodSync(keyFile(folder), 0o644);
    const warned = await state();
    expect(warned.json).toMatchObject({ mended: true });
    expect(warned.stderr).toContain('workspace.key');
    expect(await state()).toMatchObject({ code: 0, stderr: '' });
    const file = path.join(temporaryFolder(), 'key');
    renameSync(keyFilesIn(folder).file, file);
    chmodSync(file, 0o644);
    const update = (...args: string[]) =>
      gatehouse(['call', 'organizations.update', '{"organizationId":1,"name":"X"}', '--workspace', folder, ...args]);
    expect((await update('--key-file', file)).json.code).toBe('key-exposed');
    chmodSync(file, 0o600);
    expect((await update('--key-file', file)).code).toBe(0);
    writeFileSync(file, textOf(Buffer.alloc(32, 7)));
    expect((await update('--key-file', file)).json.code).toBe('key-wrong');
    expect((await update('--key-file', `${file}.away`)).json.code).toBe('key-unreadable');
    expect((await update('--key-file', '')).json.code).toBe('usage');
  },
  180_000,
);
