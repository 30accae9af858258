import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../src-main/kernel/context.ts';
import { certificateFiles, selfSigned, withPassphrase } from '../../support/certificates.ts';
import { freshWorkspace, owner, temporaryFolder, type Workspace } from '../../support/workspace.ts';

const day = 86_400_000;
const host = 'join.example.com';
const base = { address: '127.0.0.1', port: 8443, baseUrl: `https://${host}` };
const settings = (w: Workspace) => w.call('portal.settings', { organizationId: w.organizationId });
const save = (w: Workspace, change: object) =>
  w.call('portal.save', { organizationId: w.organizationId, ...base, ...change });

/** A workspace whose clock agrees with that of the certificates. */
async function workspace(): Promise<Workspace> {
  const w = await freshWorkspace();
  w.clock.time = Date.now() + 60_000;
  return w;
}

describe('a certificate', () => {
  it('is read, kept as the names of its files, and makes links begin with https', async () => {
    const w = await workspace();
    const pair = selfSigned(host, { also: ['DNS:*.guests.example.com', 'IP:127.0.0.1'] });
    const { files } = certificateFiles(pair);
    await save(w, { baseUrl: null, certificate: files });
    const { linksBeginWith, certificate } = await settings(w);
    expect(linksBeginWith).toBe('https://127.0.0.1:8443');
    expect(certificate).toMatchObject({
      ...files,
      names: [host, '*.guests.example.com', '127.0.0.1'],
      ...{ endsSoon: false, trouble: null },
    });
    for (const baseUrl of [base.baseUrl, 'https://berlin.guests.example.com:9443/welcome']) await save(w, { baseUrl });
    // nothing of the key is in the workspace
    const secret = pair.key.split('\n')[1] ?? '';
    for (const entry of readdirSync(w.core.folder, { recursive: true, encoding: 'utf8' })) {
      const file = path.join(w.core.folder, entry);
      if (statSync(file).isFile()) expect(readFileSync(file).includes(secret), entry).toBe(false);
    }
    await save(w, { certificate: null });
    expect((await settings(w)).certificate).toBeNull();
  });

  it.each([
    ['that is not a certificate', 'not-a-certificate', { cert: 'nothing' }],
    ['that is a key', 'not-a-certificate', (_: string, key: string) => ({ cert: key })],
    ['whose key is not a key', 'not-a-key', { key: 'nothing' }],
    ['whose key is a certificate', 'not-a-key', (cert: string) => ({ key: cert })],
    ['with the key of another', 'mismatch', () => ({ key: selfSigned(host).key })],
    [
      'whose key has a passphrase',
      'key-encrypted',
      (cert: string, key: string) => ({ key: withPassphrase({ cert, key }) }),
    ],
    ['for another name', 'names', () => selfSigned('other.example.com')],
    ['that names its host only as the subject', 'names', () => selfSigned(host, { names: 'DNS:other.example.com' })],
    ['with a short key', 'weak', () => selfSigned(host, { newKey: ['-newkey', 'rsa:1024'] })],
  ])('%s is refused on entry', async (_, problem, change) => {
    const w = await workspace();
    const pair = selfSigned(host);
    const { files, write } = certificateFiles(pair);
    write(typeof change === 'function' ? change(pair.cert, pair.key) : change);
    await expect(save(w, { certificate: files })).rejects.toMatchObject({
      code: 'certificate-refused',
      data: { problem },
    });
    expect((await settings(w)).certificate).toBeNull();
  });

  it('is refused where its file cannot be read, is a folder, or is far too long', async () => {
    const w = await workspace();
    const { files } = certificateFiles(selfSigned(host));
    const long = path.join(temporaryFolder(), 'long.pem');
    writeFileSync(long, 'a'.repeat(300_000));
    const save1 = (certificateFile: string) => save(w, { certificate: { ...files, certificateFile } });
    await expect(save1('/nowhere/fullchain.pem')).rejects.toMatchObject({
      ...{ code: 'file-unreadable', data: { file: '/nowhere/fullchain.pem', detail: 'ENOENT' } },
    });
    for (const odd of [temporaryFolder(), long])
      await expect(save1(odd)).rejects.toMatchObject({ data: { problem: 'not-a-certificate' } });
  });

  it('is refused for links that begin with http, and before or after its time', async () => {
    const w = await workspace();
    const { files } = certificateFiles(selfSigned(host));
    const problem = (change: object) =>
      save(w, { certificate: files, ...change }).then(
        () => undefined,
        ({ data }) => data.problem,
      );
    expect(await problem({ baseUrl: `http://${host}` })).toBe('base-not-https');
    expect(await problem({ baseUrl: null })).toBe('names');
    w.clock.advance(-day);
    expect(await problem({})).toBe('not-begun');
    w.clock.advance(4 * day);
    expect(await problem({})).toBe('ended');
    w.clock.advance(-2 * day - day / 2);
    expect(await problem({})).toBeUndefined();
    // later as well, when only the base URL changes
    const alone = (baseUrl: string) => save(w, { baseUrl }).catch(({ data }) => data.problem);
    expect(await alone('http://join.example.com')).toBe('base-not-https');
    expect(await alone('https://other.example.com')).toBe('names');
  });

  it('is warned about before its end and after it, without keeping anybody from changing the port', async () => {
    const w = await workspace();
    const { files } = certificateFiles(selfSigned(host, { days: 90 }));
    await save(w, { certificate: files });
    const endsAt = (await settings(w)).certificate?.endsAt ?? 0;
    const state = async () => {
      const { certificate, nextChangeAt } = await settings(w);
      return [certificate?.endsSoon, certificate?.trouble?.data, nextChangeAt];
    };
    expect(await state()).toEqual([false, undefined, endsAt - 14 * day]);
    w.clock.time = endsAt - 14 * day;
    expect(await state()).toEqual([true, undefined, endsAt]);
    w.clock.time = endsAt;
    expect(await state()).toEqual([true, { problem: 'ended', file: files.certificateFile }, null]);
    await save(w, { port: 9443 });
    expect((await settings(w)).port).toBe(9443);
  });

  it('that is valid for a few days only is warned about in the last third of its life', async () => {
    const w = await workspace();
    const { files } = certificateFiles(selfSigned(host, { days: 6 }));
    await save(w, { certificate: files });
    const { certificate, nextChangeAt } = await settings(w);
    expect([certificate?.endsSoon, nextChangeAt]).toEqual([false, (certificate?.endsAt ?? 0) - 2 * day]);
  });

  it('shows what is wrong when its files are spoilt or no longer match', async () => {
    const w = await workspace();
    const { files, write } = certificateFiles(selfSigned(host));
    await save(w, { certificate: files });
    write({ key: selfSigned(host).key });
    expect((await settings(w)).certificate?.trouble).toMatchObject({
      data: { problem: 'mismatch', file: files.keyFile },
    });
    write({ cert: 'gone' });
    expect((await settings(w)).certificate).toMatchObject({ names: [], endsAt: null, endsSoon: false });
  });

  it('can be set in the window only with files that its dialog has chosen', async () => {
    const w = await workspace();
    const { files } = certificateFiles(selfSigned(host));
    const { token } = await w.callAs({ face: 'window', credentials: { kind: 'anonymous' } }, 'session.signIn', {
      email: owner.email,
      password: owner.password,
    });
    const chosen = new Set<string>();
    const caller: Caller = { face: 'window', credentials: { kind: 'session', token }, chosen };
    const input = { organizationId: w.organizationId, ...base, certificate: files };
    const saved = () => w.callAs(caller, 'portal.save', input);
    await expect(saved()).rejects.toMatchObject({ code: 'path-not-chosen' });
    chosen.add(files.certificateFile);
    await expect(saved()).rejects.toMatchObject({ code: 'path-not-chosen' });
    chosen.add(files.keyFile);
    await saved();
    chosen.clear(); // what is stored stays, whoever opens the settings later
    await w.callAs(caller, 'portal.save', { ...input, port: 9443 });
  });
});

describe('trusted proxies', () => {
  it('are addresses and networks, and stay when they are left out', async () => {
    const w = await workspace();
    const trustedProxies = ['10.0.0.5', '10.0.1.0/24', '2001:db8::1', '2001:db8:1::/48'];
    await save(w, { trustedProxies });
    await save(w, { port: 8081 });
    expect((await settings(w)).trustedProxies).toEqual(trustedProxies);
    await save(w, { trustedProxies: [] });
    expect((await settings(w)).trustedProxies).toEqual([]);
  });

  it.each(['0.0.0.0/0', '::/0', 'proxy.example.com', '10.0.0.1/33', '10.0.0', ''])('are never %o', async (proxy) => {
    const w = await workspace();
    await expect(save(w, { trustedProxies: ['10.0.0.5', proxy] })).rejects.toMatchObject({
      code: 'invalid-input',
      issues: [{ path: ['trustedProxies', 1], code: 'not-a-proxy' }],
    });
  });
});
