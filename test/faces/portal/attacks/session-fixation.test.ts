import { expect, it } from 'vitest';
import { accept, invite } from '../../../support/invitees.ts';
import { freshWorkspace } from '../../../support/workspace.ts';
import { ask, cookieHeader, openPortal, signUp } from '../support.ts';

const email = 'ana@example.org';
const form = { email, password: signUp.password };
const planted = Buffer.alloc(32, 7).toString('base64url');

it('begins every session under a new token, whatever the browser came with', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  await accept(w, (await invite(w, email)).token);
  const eve = cookieHeader({ 'portal-session': planted });
  const mine = await ask(portal, '/sign-in', { form, headers: eve });
  expect(mine.cookies['portal-session']).not.toBe(planted);
  expect((await ask(portal, '/', { headers: eve })).status).toBe(303);
  // a real session that was in the browser before: it ends, and is not taken over
  const again = await ask(portal, '/sign-in', { form, headers: cookieHeader(mine.cookies) });
  expect(again.cookies['portal-session']).not.toBe(mine.cookies['portal-session']);
  expect((await ask(portal, '/', { headers: cookieHeader(mine.cookies) })).status).toBe(303);
});

it('takes no token from an address or a form', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  await accept(w, (await invite(w, email)).token);
  const token = (await ask(portal, '/sign-in', { form })).cookies['portal-session'] ?? '';
  expect((await ask(portal, '/', { headers: { cookie: `portal-session=${token}` } })).status).toBe(200);
  for (const name of ['portal-session', '__Host-portal-session', 'session', 'token']) {
    const got = await ask(portal, `/?${name}=${token}`);
    expect([got.status, got.headers.location, got.setCookies]).toEqual([303, '/sign-in', []]);
    const posted = await ask(portal, '/inbox/read', { form: { [name]: token } });
    expect([posted.headers.location, posted.setCookies]).toEqual(['/sign-in', []]);
  }
});

it('gives no session for opening pages or accepting a link', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  const { token } = await invite(w, email);
  const answers = [
    await ask(portal, '/sign-in'),
    await ask(portal, `/i/${token}`),
    await ask(portal, `/i/${token}`, { form: signUp, headers: cookieHeader({ 'portal-session': planted }) }),
  ];
  for (const { setCookies } of answers) expect(setCookies.join()).not.toContain('portal-session');
  expect(await w.core.store.read.selectFrom('session').selectAll().execute()).toEqual([]);
});

it('under https looks only at cookies that no neighbouring host can set', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w, { baseUrl: 'https://join.example.com' });
  await accept(w, (await invite(w, email)).token);
  const { cookies } = await ask(portal, '/sign-in', { form });
  expect(Object.keys(cookies)).toContain('__Host-portal-session');
  const token = cookies['__Host-portal-session'] ?? '';
  const opens = async (name: string) => (await ask(portal, '/', { headers: { cookie: `${name}=${token}` } })).status;
  expect([await opens('portal-session'), await opens('__Host-portal-session')]).toEqual([303, 200]);
});
