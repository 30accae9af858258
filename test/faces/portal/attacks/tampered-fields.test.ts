import { expect, it } from 'vitest';
import { accept, invite } from '../../../support/invitees.ts';
import { freshWorkspace, owner } from '../../../support/workspace.ts';
import { ask, cookieHeader, openPortal, signUp } from '../support.ts';
import { everything } from './support.ts';

const encode = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString();

it('joins as the person, to the organization and with the roles of the link, whatever the form says', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  const bob = await invite(w, 'bob@example.org');
  const { token } = await invite(w, 'ana@example.org', { roles: ['Member'] });
  const claimed = {
    ...{ email: 'eve@example.net', 'account[email]': 'eve@example.net', personId: '1', membershipId: '1' },
    ...{ token: bob.token, organizationId: '1', kind: 'user', roles: 'Owner', 'roles[]': 'Owner', status: 'active' },
    ...{
      invitationId: String(bob.invitationId),
      __proto__x: '1',
      constructor: 'x',
      isAdmin: 'true',
      guestDays: '9999',
    },
  };
  const body = `${encode({ ...claimed, ...signUp })}&__proto__[admin]=1&__proto__=x`;
  expect((await ask(portal, `/i/${token}`, { body })).status).toBe(303);
  const { rows } = await w.call('users.list', { organizationId: w.organizationId, sort: 'email' });
  expect(rows.map(({ email, status, roles }) => [email, status, roles.map((role) => role.name)])).toEqual([
    ['ana@example.org', 'active', ['Member']],
    ['bob@example.org', 'pending', ['Member']],
    [owner.email, 'active', ['Owner']],
  ]);
  expect(({} as { admin?: unknown }).admin).toBeUndefined();
});

it('treats a field that was sent twice as missing', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  const { token } = await invite(w, 'ana@example.org');
  const before = await everything(w);
  for (const field of ['password', 'firstName', 'passwordAgain']) {
    const answer = await ask(portal, `/i/${token}`, { body: `${encode(signUp)}&${field}=another` });
    expect([field, answer.status]).toEqual([field, 422]);
  }
  expect(await everything(w)).toEqual(before);
});

it('lets nobody claim to be signed in, or that the account is theirs', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  await accept(w, (await invite(w, 'eve@example.net')).token);
  const form = { email: 'eve@example.net', password: signUp.password };
  const eve = cookieHeader((await ask(portal, '/sign-in', { form })).cookies);
  const { token } = await invite(w, 'ana@example.org');
  const before = await everything(w);
  for (const headers of [{}, eve])
    for (const account of ['signed-in', 'existing']) {
      const answer = await ask(portal, `/i/${token}`, { form: { ...signUp, account }, headers });
      expect([account, answer.status]).toEqual([account, 422]);
    }
  expect(await everything(w)).toEqual(before);
});

it('ignores cookies that were written by hand', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  const plain = (await ask(portal, '/sign-in')).body;
  const packed = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const odd = [
    ...['', 'x', '%00', '=', 'e30', packed(null), packed([]), packed({ what: 'pwned' }), packed('a'.repeat(3000))],
    packed({ email: 7 }),
    packed({ what: 'left', organization: 'x'.repeat(500) }),
    packed({ email: 'a@example.org', organization: 'x', leftOut: Array(50).fill('y') }),
  ];
  for (const name of ['portal-session', 'portal-joined', 'portal-told', 'portal-organization', 'portal-language'])
    for (const value of odd) {
      const { status, body } = await ask(portal, '/sign-in', { headers: { cookie: `${name}=${value}` } });
      expect([name, value, status, body === plain]).toEqual([name, value, 200, true]);
    }
});
