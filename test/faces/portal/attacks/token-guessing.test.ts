import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { invite } from '../../../support/invitees.ts';
import { freshWorkspace } from '../../../support/workspace.ts';
import { ask, openPortal, signUp } from '../support.ts';
import { countedPasswords, everything } from './support.ts';

const unlimited = { limits: { posts: 1e6, requests: 1e6 } };

it('hits nothing with a thousand random tokens for existing links, by opening or by posting, and hashes nothing', async () => {
  const { passwords, count } = countedPasswords();
  const w = await freshWorkspace({ passwords });
  const portal = await openPortal(w, unlimited);
  for (const name of ['ana', 'bob', 'cleo']) await invite(w, `${name}@example.org`);
  const [before, hashed] = [await everything(w), { ...count }];
  const pages = new Set<string>();
  for (let n = 0; n < 1000; n++) {
    const token = `${1 + (n % 3)}.1.${randomBytes(32).toString('base64url')}`;
    const answer = await ask(portal, `/i/${token}`, n % 2 ? { form: signUp } : {});
    expect(answer.status).toBe(404);
    pages.add(answer.body);
  }
  expect(pages.size).toBe(1);
  expect([await everything(w), count]).toEqual([before, hashed]);
}, 120_000);

it('refuses a right token with one character changed', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w, unlimited);
  const { token } = await invite(w, 'ana@example.org');
  const unknown = (await ask(portal, '/i/unknown')).body;
  const altered = [...token].map((c, i) => `${token.slice(0, i)}${c === 'A' ? 'B' : 'A'}${token.slice(i + 1)}`);
  // the last character carries four bits of the signature and two that mean nothing: they are looked at as well
  const last = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].map(
    (c) => token.slice(0, -1) + c,
  );
  const odd = [
    `${token}=`,
    `${token}A`,
    `0${token}`,
    token.replace('.1.', '.01.'),
    token.replace('.1.', '.2.'),
    ` ${token}`,
  ];
  for (const other of [...altered, ...last, ...odd, token.toUpperCase()]) {
    if (other === token) continue;
    const answer = await ask(portal, `/i/${encodeURIComponent(other)}`);
    expect([other === token, answer.status, answer.body === unknown]).toEqual([false, 404, true]);
  }
  expect((await ask(portal, `/i/${token}`)).status).toBe(200);
}, 60_000);

it('refuses the token of another workspace', async () => {
  const [here, there] = [await freshWorkspace(), await freshWorkspace()];
  const portal = await openPortal(here, unlimited);
  await invite(here, 'ana@example.org');
  const { token } = await invite(there, 'ana@example.org');
  expect((await ask(portal, `/i/${token}`, { form: signUp })).status).toBe(404);
});

it('hits nothing with a thousand random session cookies', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w, unlimited);
  for (let n = 0; n < 1000; n++) {
    const cookie = `portal-session=${randomBytes(32).toString('base64url')}`;
    expect((await ask(portal, '/', { headers: { cookie } })).headers.location).toBe('/sign-in');
  }
}, 60_000);
