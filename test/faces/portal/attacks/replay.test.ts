import { expect, it } from 'vitest';
import { accept, invite } from '../../../support/invitees.ts';
import { freshWorkspace } from '../../../support/workspace.ts';
import { ask, cookieHeader, openPortal, signUp } from '../support.ts';
import { everything } from './support.ts';

const email = 'ana@example.org';

it('takes an acceptance once: posted again, as it was or with another password, it changes nothing', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  const { token } = await invite(w, email);
  expect((await ask(portal, `/i/${token}`, { form: signUp })).status).toBe(303);
  const before = await everything(w);
  const other = { password: 'a sentence of Eve', passwordAgain: 'a sentence of Eve' };
  for (const form of [signUp, { ...signUp, ...other }, { ...signUp, account: 'existing' }, { account: 'signed-in' }])
    expect((await ask(portal, `/i/${token}`, { form })).status).toBe(410);
  expect(await everything(w)).toEqual(before);
  expect((await ask(portal, '/sign-in', { form: { email, password: other.password } })).status).toBe(422);
});

it('opens nothing with a session that was signed out, nor with any after signing out everywhere', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  await accept(w, (await invite(w, email)).token);
  const signIn = async () =>
    cookieHeader((await ask(portal, '/sign-in', { form: { email, password: signUp.password } })).cookies);
  const opens = async (headers: Record<string, string>) => (await ask(portal, '/', { headers })).status === 200;
  const [first, second, third] = [await signIn(), await signIn(), await signIn()];
  await ask(portal, '/sign-out', { method: 'POST', headers: first });
  expect([await opens(first), await opens(second), await opens(third)]).toEqual([false, true, true]);
  await ask(portal, '/profile/sign-out-everywhere', { method: 'POST', headers: second });
  expect([await opens(second), await opens(third)]).toEqual([false, false]);
});

it('ends the old link by reinviting, and no longer takes its posts', async () => {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  const { token, membershipId } = await invite(w, email);
  await w.call('invitations.reinvite', { organizationId: w.organizationId, membershipId });
  const before = await everything(w);
  expect((await ask(portal, `/i/${token}`, { form: signUp })).status).toBe(410);
  expect(await everything(w)).toEqual(before);
});
