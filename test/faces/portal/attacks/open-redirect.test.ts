import { expect, it } from 'vitest';
import { accept, invite } from '../../../support/invitees.ts';
import { freshWorkspace } from '../../../support/workspace.ts';
import { type Answer, ask, cookieHeader, openPortal, signUp } from '../support.ts';
import { at, routesOf } from './support.ts';

const evil = 'https://evil.test/';
const names = ['next', 'redirect', 'redirect_uri', 'return', 'returnTo', 'continue', 'url', 'to', 'goto', 'back'];
const wanted = Object.fromEntries(names.map((name) => [name, evil]));
/** Paths that browsers, or a proxy in front of the portal, could take for another host. */
const twisted = [
  ...[
    '//evil.test',
    '/\\evil.test',
    '/\\/evil.test',
    '///evil.test',
    '/%2F%2Fevil.test',
    '/%5Cevil.test',
    '/.//evil.test',
  ],
  ...[
    '/..//evil.test',
    '//evil.test/%2e%2e',
    '/%0d%0alocation:%20https://evil.test/',
    '/%09/evil.test',
    '//user@evil.test',
  ],
];

/** Where a browser goes from there. */
function leadsTo({ headers }: Answer, base: string): string | undefined {
  return headers.location === undefined ? undefined : new URL(String(headers.location), base).host;
}

it('redirects only to itself, whatever addresses and forms ask for', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w, { limits: { posts: 1e6, requests: 1e6 } });
  const base = `http://join.test:${portal.port}/`;
  await accept(w, (await invite(w, 'ana@example.org')).token);
  const signIn = { email: 'ana@example.org', password: signUp.password };
  const ana = cookieHeader((await ask(portal, '/sign-in', { form: signIn })).cookies);
  const query = new URLSearchParams(wanted).toString();
  let redirects = 0;
  const look = (answer: Answer) => {
    const host = leadsTo(answer, base);
    if (host === undefined) return;
    redirects++;
    expect(host).toBe(new URL(base).host);
    expect(answer.headers.location).not.toContain('evil.test');
  };
  for (const headers of [{}, ana]) {
    for (const route of routesOf('get')) look(await ask(portal, `${at(route, 'x')}?${query}`, { headers }));
    for (const route of routesOf('post'))
      look(await ask(portal, `${at(route, 'x')}?${query}`, { headers, form: { ...wanted, ...signIn } }));
  }
  expect(redirects).toBeGreaterThan(10);
});

it('comes back from choosing a language only to its own pages', async () => {
  const portal = await openPortal(await freshWorkspace(), { limits: { posts: 1e6, requests: 1e6 } });
  const base = `http://join.test:${portal.port}/`;
  for (const path of [...twisted, `http://evil.test:${portal.port}/`, 'https://evil.test/']) {
    const answer = await ask(portal, path, { form: { language: 'de' } });
    expect([path, leadsTo(answer, base)]).toEqual([path, new URL(base).host]);
  }
});

it('redirects from http at its proxy only to its own https, whatever the path looks like', async () => {
  const baseUrl = 'https://join.example.com/welcome';
  const portal = await openPortal(await freshWorkspace(), { baseUrl, limits: { requests: 1e6 } });
  const headers = { 'x-forwarded-proto': 'http', host: 'evil.test', 'x-forwarded-host': 'evil.test' };
  let led = 0;
  for (const path of ['/sign-in', '/welcome/sign-in', ...twisted, '@evil.test', 'http://evil.test/', '.evil.test/']) {
    const { status, headers: got } = await ask(portal, path, { headers }).catch(() => ({
      status: 400,
      headers: {} as Answer['headers'],
    }));
    if (status === 400) continue;
    led++;
    expect([path, status, new URL(String(got.location)).origin]).toEqual([path, 303, 'https://join.example.com']);
  }
  // what is no path at all may be refused instead
  expect(led).toBeGreaterThan(twisted.length);
});
