import { connect as tcp } from 'node:net';
import { connect, type SecureVersion } from 'node:tls';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { managePortal } from '../../../src-main/faces/portal/manage.ts';
import type { Portal } from '../../../src-main/faces/portal/options.ts';
import { portalHouse } from '../../../src-main/portal-house.ts';
import { certificateFiles, selfSigned } from '../../support/certificates.ts';
import { invite } from '../../support/invitees.ts';
import { freshWorkspace, owner } from '../../support/workspace.ts';
import { ask, cookieHeader, openPortal, resourcesFolder, signUp } from './support.ts';

const host = 'join.example.com';
const soon = { timeout: 10_000, interval: 20 };
const trust = (cert: string) => ({ ca: cert, servername: host });

/** The version agreed on with a client that speaks no other, or null where that fails. */
function speaks(portal: Pick<Portal, 'port'>, version: SecureVersion): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect(
      {
        ...{ port: portal.port, host: '127.0.0.1', servername: host, rejectUnauthorized: false },
        // or the client itself would not try the old ones
        ...{ minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' },
      },
      () => {
        resolve(socket.getProtocol());
        socket.end();
      },
    );
    socket.on('error', () => resolve(null));
  });
}

/** The certificate that a new connection is answered with. */
function servedBy(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', servername: host, rejectUnauthorized: false }, () => {
      resolve(socket.getPeerX509Certificate()?.toString());
      socket.end();
    });
    socket.on('error', () => resolve(undefined));
  });
}

describe('a portal with a certificate', () => {
  it('speaks TLS 1.2 and 1.3 and nothing older', async () => {
    const portal = await openPortal(await freshWorkspace(), { tls: selfSigned(host), baseUrl: `https://${host}` });
    expect(await speaks(portal, 'TLSv1.3')).toBe('TLSv1.3');
    expect(await speaks(portal, 'TLSv1.2')).toBe('TLSv1.2');
    for (const old of ['TLSv1.1', 'TLSv1'] as const) expect(await speaks(portal, old)).toBeNull();
  });

  it('lets people in with cookies that no plain connection carries, and keeps browsers to https', async () => {
    const w = await freshWorkspace();
    const pair = selfSigned(host);
    const portal = await openPortal(w, { tls: pair, baseUrl: `https://${host}` });
    const asking = { trust: trust(pair.cert) };
    const { token } = await invite(w, 'ana@example.org');
    const page = await ask(portal, `/i/${token}`, asking);
    expect([page.status, page.headers['strict-transport-security']]).toEqual([200, 'max-age=31536000']);
    const accepted = await ask(portal, `/i/${token}`, { ...asking, form: signUp });
    const form = { email: 'ana@example.org', password: signUp.password };
    const signedIn = await ask(portal, '/sign-in', { ...asking, form });
    for (const cookie of [...accepted.setCookies, ...signedIn.setCookies])
      expect(cookie).toMatch(
        /^__Host-[\w-]+=[^;]*; (?:Max-Age=\d+; )?Path=\/; (?:Expires=[^;]*; )?HttpOnly; Secure; SameSite=Lax$/,
      );
    const home = await ask(portal, '/', { ...asking, headers: cookieHeader(signedIn.cookies) });
    expect(home.body).toContain('Siobhán Ní Mhurchú');
    // one that a neighbouring host could have set is ignored
    const plain = { 'portal-session': signedIn.cookies['__Host-portal-session'] ?? '' };
    expect((await ask(portal, '/', { ...asking, headers: cookieHeader(plain) })).status).toBe(303);
  });

  it('begins links with https even where no base URL is set', async () => {
    const portal = await openPortal(await freshWorkspace(), { tls: selfSigned(host) });
    expect(portal.url).toBe(`https://127.0.0.1:${portal.port}`);
  });

  it('believes no proxy unless one is named', async () => {
    const w = await freshWorkspace();
    const pair = selfSigned(host);
    const portal = await openPortal(w, { tls: pair, baseUrl: `https://${host}`, limits: { posts: 1 } });
    const from = async (address: string) =>
      (
        await ask(portal, '/sign-in', {
          trust: trust(pair.cert),
          form: { email: owner.email, password: 'a guess' },
          headers: { 'x-forwarded-for': address, 'x-forwarded-proto': 'http' },
        })
      ).status;
    expect([await from('203.0.113.1'), await from('203.0.113.2')]).toEqual([422, 429]);
  });

  it('is not disturbed by a client that does not speak TLS', async () => {
    const pair = selfSigned(host);
    const portal = await openPortal(await freshWorkspace(), { tls: pair, baseUrl: `https://${host}` });
    const said = await new Promise<string>((resolve) => {
      let got = '';
      const socket = tcp(portal.port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n'));
      socket.on('data', (data) => {
        got += data.toString('latin1');
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(got));
    });
    expect(said).not.toContain('HTTP/1.1 200');
    expect((await ask(portal, '/sign-in', { trust: trust(pair.cert) })).status).toBe(200);
  });
});

/** A portal that follows the settings, with a certificate in files. */
async function managed(pair = selfSigned(host)) {
  const w = await freshWorkspace();
  w.clock.time = Date.now() + 60_000;
  const { files, write } = certificateFiles(pair);
  const { organizationId } = w;
  const settings = { organizationId, address: '127.0.0.1', port: 0, baseUrl: `https://${host}` };
  await w.call('portal.save', { ...settings, certificate: files });
  const start = async (everyMilliseconds: number) => {
    const portal = await managePortal(portalHouse(w.core), { resourcesFolder, everyMilliseconds });
    onTestFinished(() => portal.close());
    return portal;
  };
  const port = async () => (await w.call('portal.settings', { organizationId })).port;
  return { w, write, start, port, pair, files, settings };
}
const pem = (cert: string) => cert.trim();
const mismatch = { code: 'certificate-refused', data: { problem: 'mismatch' } };

describe('a renewed certificate', () => {
  it('is served without a restart, and sessions go on', async () => {
    const { w, write, start, port, pair } = await managed();
    await start(50);
    const at = await port();
    expect(pem((await servedBy(at)) ?? '')).toBe(pem(pair.cert));
    const form = { email: owner.email, password: owner.password };
    const { cookies } = await ask({ port: at }, '/sign-in', { form, trust: trust(pair.cert) });
    const told = vi.fn();
    w.core.changes.onCommit((tags) => tags.has('portal') && told());
    const next = selfSigned(host);
    write(next);
    await vi.waitFor(async () => expect(pem((await servedBy(at)) ?? '')).toBe(pem(next.cert)), soon);
    const home = await ask({ port: at }, '/', { headers: cookieHeader(cookies), trust: trust(next.cert) });
    expect(home.status).toBe(200);
    expect(told).toHaveBeenCalled();
  });

  it('is not served until both its files are there; meanwhile the one before is', async () => {
    const { write, start, port, pair } = await managed();
    const portal = await start(60_000);
    const at = await port();
    const next = selfSigned(host);
    write({ cert: next.cert });
    await portal.look();
    expect(portal.state()).toMatchObject({ url: `https://${host}`, error: mismatch });
    expect(pem((await servedBy(at)) ?? '')).toBe(pem(pair.cert));
    write({ key: next.key });
    await portal.look();
    expect(portal.state().error).toBeUndefined();
    expect(pem((await servedBy(at)) ?? '')).toBe(pem(next.cert));
  });

  it('that is broken keeps the portal from starting, with the reason, until it is mended', async () => {
    const { write, start, port, pair } = await managed();
    write({ key: selfSigned(host).key });
    const portal = await start(50);
    expect(portal.state()).toMatchObject({ error: mismatch });
    expect(portal.state().url).toBeUndefined();
    write(pair);
    await vi.waitFor(() => expect(portal.state().url).toBe(`https://${host}`), soon);
    expect(pem((await servedBy(await port())) ?? '')).toBe(pem(pair.cert));
  });

  it('makes way for HTTP when the settings say so', async () => {
    const { w, start, port, settings } = await managed();
    const portal = await start(60_000);
    const at = await port();
    await w.call('portal.save', { ...settings, port: at, certificate: null });
    await vi.waitFor(async () => expect((await ask({ port: at }, '/sign-in')).status).toBe(200), soon);
    expect(portal.state().listensOn).toBe(`127.0.0.1:${at}`);
  });
});
