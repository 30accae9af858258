import { expect, it } from 'vitest';
import { accept, invite } from '../../../support/invitees.ts';
import { freshWorkspace } from '../../../support/workspace.ts';
import { ask, cookieHeader, openPortal, signUp } from '../support.ts';
import { at, routesOf } from './support.ts';

it('lets no page be framed, at any address, signed in or not, found or not', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w, { limits: { posts: 1e6, requests: 1e6 } });
  await accept(w, (await invite(w, 'ana@example.org')).token);
  const form = { email: 'ana@example.org', password: signUp.password };
  const ana = cookieHeader((await ask(portal, '/sign-in', { form })).cookies);
  const { token } = await invite(w, 'bob@example.org');
  const addresses = [
    ...routesOf('get'),
    ...routesOf('post'),
    '/nowhere',
    '/%',
    '/style.css',
    '/i/unknown',
    '/reset/1.x',
  ];
  expect(addresses.length).toBeGreaterThan(20);
  for (const address of addresses)
    for (const headers of [{}, ana])
      for (const method of ['GET', 'POST']) {
        const answer = await ask(portal, at(address, token), { method, headers });
        const policy = String(answer.headers['content-security-policy']);
        expect([address, answer.headers['x-frame-options']]).toEqual([address, 'DENY']);
        expect(policy).toContain("frame-ancestors 'none'");
        expect(policy).not.toContain('unsafe');
        expect(answer.headers['cross-origin-opener-policy']).toBe('same-origin');
      }
});
