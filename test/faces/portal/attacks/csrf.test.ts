import { expect, it } from 'vitest';
import { accept, invite } from '../../../support/invitees.ts';
import { freshWorkspace } from '../../../support/workspace.ts';
import { ask, cookieHeader, openPortal, signUp } from '../support.ts';
import { at, everything, routesOf } from './support.ts';

const baseUrl = 'https://join.example.com';
/** What browsers send with a form on somebody else's page. */
const elsewhere: readonly Readonly<Record<string, string>>[] = [
  { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' },
  { 'sec-fetch-site': 'same-site', origin: 'https://other.example.com' },
  { 'sec-fetch-site': 'cross-site', origin: 'null' },
  // browsers from before Sec-Fetch-Site
  { origin: 'https://evil.test' },
  { origin: 'https://join.example.com.evil.test' },
  { origin: 'http://join.example.com' },
];

it('takes no form from another site at any address, even with all cookies of somebody signed in', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w, { baseUrl, limits: { posts: 1e6, requests: 1e6 } });
  await accept(w, (await invite(w, 'ana@example.org')).token);
  const form = { email: 'ana@example.org', password: signUp.password };
  const ana = cookieHeader((await ask(portal, '/sign-in', { form })).cookies);
  expect((await ask(portal, '/', { headers: ana })).status).toBe(200);
  const { token } = await invite(w, 'bob@example.org');
  const before = await everything(w);
  const routes = routesOf('post');
  expect(routes.length).toBeGreaterThanOrEqual(10);
  for (const route of routes)
    for (const headers of elsewhere) {
      const fields = {
        ...signUp,
        ...form,
        organizationId: String(w.organizationId),
        emails: 'eve@example.net',
        days: '9',
      };
      const answer = await ask(portal, at(route, token), { form: fields, headers: { ...ana, ...headers } });
      expect([route, headers, answer.status, answer.setCookies]).toEqual([route, headers, 403, []]);
    }
  expect(await everything(w)).toEqual(before);
});

it('sets cookies that browsers do not send with forms from other sites in the first place', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w, { baseUrl });
  const { token } = await invite(w, 'ana@example.org');
  const accepted = await ask(portal, `/i/${token}`, { form: signUp });
  const signedIn = await ask(portal, '/sign-in', { form: { email: 'ana@example.org', password: signUp.password } });
  const set = [...accepted.setCookies, ...signedIn.setCookies];
  expect(set.length).toBeGreaterThanOrEqual(2);
  for (const cookie of set) expect(cookie).toMatch(/; SameSite=Lax$/);
});

it('changes nothing on a GET, which a picture on another site can cause', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w, { baseUrl });
  await accept(w, (await invite(w, 'ana@example.org')).token);
  const form = { email: 'ana@example.org', password: signUp.password };
  const ana = cookieHeader((await ask(portal, '/sign-in', { form })).cookies);
  const { token } = await invite(w, 'bob@example.org');
  const before = await everything(w);
  for (const route of [...routesOf('get'), ...routesOf('post')])
    for (const method of ['GET', 'HEAD']) await ask(portal, at(route, token), { method, headers: ana });
  expect(await everything(w)).toEqual(before);
});
