import { describe, expect, it } from 'vitest';
import type { PortalOptions } from '../../../../src-main/faces/portal/options.ts';
import { whoIsProxy } from '../../../../src-main/faces/portal/proxies.ts';
import { invite } from '../../../support/invitees.ts';
import { freshWorkspace, owner } from '../../../support/workspace.ts';
import { ask, openPortal, signUp } from '../support.ts';

const evil = 'evil.test';
const forged = {
  ...{ host: evil, 'x-forwarded-host': evil, 'x-forwarded-server': evil, 'x-host': evil, 'x-original-host': evil },
  ...{ forwarded: `host=${evil};proto=https`, 'x-forwarded-prefix': '/evil.test', 'x-original-url': '/evil.test' },
};
const guess = { email: owner.email, password: 'a guess' };

async function portalOf(options: Partial<PortalOptions>) {
  return openPortal(await freshWorkspace(), options);
}

describe('Host and X-Forwarded-Host', () => {
  it.each([
    ['nobody', {}],
    ['a proxy on this computer', { baseUrl: 'http://join.example.com' }],
    ['a named proxy', { trustedProxies: ['127.0.0.1'] }],
  ] as [string, Partial<PortalOptions>][])('change no page and no redirect, sent by %s', async (_, options) => {
    const w = await freshWorkspace();
    const portal = await openPortal(w, options);
    const { token } = await invite(w, 'ana@example.org');
    for (const path of [`/i/${token}`, '/sign-in', '/nowhere', '/i/unknown']) {
      const [plain, answer] = [await ask(portal, path), await ask(portal, path, { headers: forged })];
      expect([answer.status, answer.body]).toEqual([plain.status, plain.body]);
    }
    const led = [
      await ask(portal, '/', { headers: forged }),
      await ask(portal, `/i/${token}`, { headers: forged, form: signUp }),
      await ask(portal, '/sign-in', { headers: forged, form: { language: 'de' } }),
    ];
    expect(led.map(({ headers }) => headers.location)).toEqual(['/sign-in', '/sign-in', '/sign-in']);
    expect(JSON.stringify(led)).not.toContain(evil);
  });

  it('are in no mail: links begin with the base URL', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const portal = await openPortal(w);
    await w.call('portal.save', {
      organizationId,
      address: '127.0.0.1',
      port: 8080,
      baseUrl: 'https://join.example.com',
    });
    await ask(portal, '/forgot', { headers: forged, form: { email: owner.email } });
    const { membershipId } = await invite(w, 'ana@example.org');
    const { link } = await w.call('invitations.copyLink', { organizationId, membershipId });
    expect(link).toMatch(/^https:\/\/join\.example\.com\/i\//);
    const outbox = await w.core.store.read.selectFrom('outbox').selectAll().execute();
    expect(outbox.length).toBeGreaterThan(0);
    expect(JSON.stringify(outbox)).not.toContain(evil);
  });
});

describe('X-Forwarded-For', () => {
  /** The answers to one guess in the name of each of these. */
  async function guessesFrom(options: Partial<PortalOptions>, addresses: readonly string[]) {
    const portal = await portalOf({ ...options, limits: { posts: 1 } });
    const statuses: number[] = [];
    for (const address of addresses) {
      const headers = { 'x-forwarded-for': address };
      statuses.push((await ask(portal, '/sign-in', { form: guess, headers })).status);
    }
    return statuses;
  }

  it('tells clients apart that come through a trusted proxy', async () => {
    const both = ['203.0.113.1', '203.0.113.1', '203.0.113.2'];
    for (const options of [{ baseUrl: 'https://join.example.com' }, { trustedProxies: ['127.0.0.0/8'] }])
      expect(await guessesFrom(options, both)).toEqual([422, 429, 422]);
  });

  it('is believed from nobody else', async () => {
    const both = ['203.0.113.1', '203.0.113.2'];
    for (const options of [
      {},
      { trustedProxies: ['192.0.2.1'] },
      { baseUrl: 'https://x.test', trustedProxies: ['10.0.0.0/8'] },
    ])
      expect(await guessesFrom(options, both)).toEqual([422, 429]);
  });

  it('counts the client that the proxy saw, not the one that this client claims to pass on', async () => {
    const claims = ['198.51.100.1, 203.0.113.1', '198.51.100.2, 203.0.113.1', '127.0.0.1, 203.0.113.1'];
    expect(await guessesFrom({ trustedProxies: ['127.0.0.1'] }, claims)).toEqual([422, 429, 429]);
  });

  it('counts an IPv6 network as one client', async () => {
    const near = ['2001:db8:1:2::1', '2001:db8:1:2:3::9', '2001:db8:1:3::1'];
    expect(await guessesFrom({ trustedProxies: ['127.0.0.1'] }, near)).toEqual([422, 429, 422]);
  });
});

describe('X-Forwarded-Proto', () => {
  const signIn = { email: owner.email, password: owner.password };
  const secureWith = async (options: Partial<PortalOptions>, proto: string) => {
    const portal = await portalOf(options);
    const { setCookies, headers } = await ask(portal, '/sign-in', {
      form: signIn,
      headers: { 'x-forwarded-proto': proto },
    });
    const session = setCookies.find((cookie) => cookie.includes('portal-session')) ?? '';
    return [
      /^__Host-/.test(session),
      session.includes('; Secure;'),
      headers['strict-transport-security'] !== undefined,
    ];
  };

  it('makes cookies secure where a trusted proxy says https', async () => {
    expect(await secureWith({ trustedProxies: ['127.0.0.1'] }, 'https')).toEqual([true, true, true]);
    expect(await secureWith({ trustedProxies: ['127.0.0.1'] }, 'http')).toEqual([false, false, false]);
  });

  it('is believed from nobody else, and weakens nothing where links begin with https', async () => {
    expect(await secureWith({}, 'https')).toEqual([false, false, false]);
    expect(await secureWith({ trustedProxies: ['10.0.0.1'] }, 'https')).toEqual([false, false, false]);
    const https = { baseUrl: 'https://join.example.com', trustedProxies: ['10.0.0.1'] };
    expect(await secureWith(https, 'http')).toEqual([true, true, true]);
  });

  it('redirects what reached the proxy by http to https, even forms, which are not taken', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w, { baseUrl: 'https://join.example.com/welcome' });
    const { token } = await invite(w, 'ana@example.org');
    const headers = { 'x-forwarded-proto': 'http' };
    for (const asking of [{ headers }, { headers, form: signUp }]) {
      const answer = await ask(portal, `/welcome/i/${token}`, asking);
      expect([answer.status, answer.headers.location]).toEqual([303, `https://join.example.com/welcome/i/${token}`]);
    }
    expect((await ask(portal, `/i/${token}`, { headers: { 'x-forwarded-proto': 'https' } })).status).toBe(200);
    expect((await w.call('users.counts', { organizationId: w.organizationId })).active).toBe(1);
  });
});

it('knows proxies by address and network, in IPv4, IPv6 and IPv4 written as IPv6', () => {
  const named = whoIsProxy(['10.0.0.5', '10.0.1.0/24', '2001:db8::5', '2001:db8:1::/48'], false);
  for (const yes of ['10.0.0.5', '::ffff:10.0.0.5', '10.0.1.77', '::FFFF:10.0.1.1', '2001:db8::5', '2001:db8:1:9::1'])
    expect([yes, named(yes)]).toEqual([yes, true]);
  for (const no of ['10.0.0.6', '10.0.2.1', '2001:db8::6', '2001:db8:2::1', '127.0.0.1', '::1', '', 'x', undefined])
    expect([no, named(no)]).toEqual([no, false]);
  const usual = whoIsProxy([], true);
  expect(['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.0.0.1'].map(usual)).toEqual([true, true, true, false]);
  expect(whoIsProxy([], false)('127.0.0.1')).toBe(false);
});
