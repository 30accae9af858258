import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configuration } from '../../scripts/package/config.mjs';
import { feedFrom, notesOf } from '../../scripts/package/updates.mjs';
import { inRoot, projectNode } from '../../scripts/prepare/paths.mjs';
import { feedAddress, feedOf } from '../../src-main/faces/window/updates/feed-address.ts';
import { isSigned } from '../../src-main/faces/window/updates/signature.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const own = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const linux = { release: true, platform: 'linux' } as const;
const feed = { address: 'https://updates.example.com/gatehouse/', publicKey: own };
const set = { GATEHOUSE_UPDATE_FEED: 'https://updates.example.com/gatehouse', GATEHOUSE_UPDATE_KEY: own };

describe('the update feed of a package', () => {
  it('is missing unless one is named, and is then in the archive with its key', () => {
    expect(feedFrom({}, linux)).toBeUndefined();
    expect(feedFrom(set, linux)).toEqual(feed);
    const made = (given?: typeof feed) =>
      configuration({ version: '1.2.3', standIn: false, output: '/release', feed: given, notes: 'Faster.' });
    expect(made()).toMatchObject({ publish: null });
    expect(made()).not.toHaveProperty('releaseInfo');
    expect(feedOf(made().extraMetadata)).toBeUndefined();
    expect(made(feed)).toMatchObject({
      publish: { provider: 'generic', url: feed.address },
      releaseInfo: { releaseNotes: 'Faster.' },
    });
    expect(feedOf(made(feed).extraMetadata)).toEqual(feed);
  });

  it.each([
    ['a feed without a key', { GATEHOUSE_UPDATE_KEY: '' }],
    ['a key without a feed', { GATEHOUSE_UPDATE_FEED: '' }],
    ['an address that is not secure', { GATEHOUSE_UPDATE_FEED: 'http://updates.example.com/' }],
    ['a release that looks on its own computer', { GATEHOUSE_UPDATE_FEED: 'http://127.0.0.1:8080/' }],
    ['a key of another kind', { GATEHOUSE_UPDATE_KEY: otherKey() }],
    ['a private key', { GATEHOUSE_UPDATE_KEY: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64') }],
    ['what is no key', { GATEHOUSE_UPDATE_KEY: 'AAAA' }],
  ])('is refused with %s', (_what, more) => {
    expect(() => feedFrom({ ...set, ...more }, linux)).toThrow(/GATEHOUSE_UPDATE|https address/);
  });

  it('needs the certificate by which Windows checks updates', () => {
    const windows = { release: true, platform: 'win32' } as const;
    expect(() => feedFrom(set, windows)).toThrow('WIN_CSC_LINK');
    expect(feedFrom({ ...set, WIN_CSC_LINK: 'x' }, windows)).toEqual(feed);
  });

  it.each([
    'ftp://updates.example.com/',
    'https://eve:secret@updates.example.com/',
    'https://updates.example.com/?a=b',
    'https://updates.example.com/#a',
    'http://localhost.example.com/',
    'file:///updates/',
    'updates',
  ])('cannot be at %s', (address) => {
    expect(feedAddress(address)).toBeUndefined();
  });

  it('says about a version what the changelog says, as plain text', () => {
    const changelog =
      '# Log\n\n## [1.1.0] - 2026\n\n### Added\n\n- *One*, of\n  two `lines`; [docs](docs/x.md).\n\n## [1.0.0]\n\n- Old\n';
    expect(notesOf('1.1.0', changelog)).toBe('Added\n\n- One, of two lines; docs.');
    expect(notesOf('9.9.9', changelog)).toBe('');
  });
});

describe('signing feeds', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-feeds-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const run = (env: NodeJS.ProcessEnv) =>
    spawnSync(projectNode, [inRoot('scripts/package/sign-feeds.mjs'), folder], { env, encoding: 'utf8' });

  it('signs the very bytes of each feed, and nothing else', () => {
    const names = ['latest.yml', 'latest-mac.yml', 'latest-linux-arm64.yml'];
    for (const name of names) writeFileSync(path.join(folder, name), `version: 1.0.0 # ${name}\r\n`);
    writeFileSync(path.join(folder, 'builder-debug.yml'), 'x');
    expect(run({ UPDATE_SIGNING_KEY: pem, GATEHOUSE_UPDATE_KEY: own }).status).toBe(0);
    expect(readdirSync(folder).filter((name) => name.endsWith('.sig'))).toHaveLength(3);
    for (const name of names) {
      const bytes = readFileSync(path.join(folder, name));
      const signature = readFileSync(path.join(folder, `${name}.sig`), 'latin1');
      expect(isSigned(bytes, signature, own)).toBe(true);
      expect(isSigned(Buffer.concat([bytes, Buffer.from(' ')]), signature, own)).toBe(false);
      expect(isSigned(bytes, signature, otherKey())).toBe(false);
    }
  });

  it.each([
    ['the key is missing', {}],
    ['the key is not the one in the packages', { UPDATE_SIGNING_KEY: pem, GATEHOUSE_UPDATE_KEY: otherKey('ed25519') }],
    ['the key is damaged', { UPDATE_SIGNING_KEY: pem.replace(/[\w+/]{8}\n/, '\n'), GATEHOUSE_UPDATE_KEY: own }],
  ])('is refused if %s, and reveals nothing of the key', (_what, env) => {
    writeFileSync(path.join(folder, 'latest.yml'), 'version: 1.0.0\n');
    const { status, stderr } = run(env);
    expect([status, readdirSync(folder)]).toEqual([1, ['latest.yml']]);
    expect(stderr).toContain('UPDATE_SIGNING_KEY');
    for (const line of pem.split('\n').slice(1, -2)) expect(stderr).not.toContain(line.slice(0, 16));
  });

  it('has nothing to do if packages were made without a feed', () => {
    expect(run({}).status).toBe(0);
  });
});

function otherKey(kind: 'ed25519' | 'x25519' = 'x25519'): string {
  const pair = kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519');
  return pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
}
