import { describe, expect, it } from 'vitest';
import { accept, invite, newAccount } from '../../support/invitees.ts';
import { lastAudit } from '../../support/memberships.ts';
import { freshWorkspace, owner, type Workspace } from '../../support/workspace.ts';
import { ask, cookieHeader, openPortal } from './support.ts';

type Portal = Awaited<ReturnType<typeof openPortal>>;

const textOf = (body: string) =>
  body
    .slice(body.indexOf('<main'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

async function signIn(portal: Portal, password: string = newAccount.password) {
  const { status, cookies } = await ask(portal, '/sign-in', { form: { email: 'ana@example.org', password } });
  return { status, cookies, sent: cookieHeader(cookies) };
}

async function withAna() {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  const { token } = await invite(w, 'ana@example.org');
  await accept(w, token, { ...newAccount, phone: '01 555 0136', country: 'IE' });
  return { w, portal, ...(await signIn(portal)) };
}

const personOf = (w: Workspace) =>
  w.core.store.read
    .selectFrom('person')
    .select(['name', 'phone'])
    .where('email', '=', 'ana@example.org')
    .executeTakeFirstOrThrow();

const isSignedIn = async (portal: Portal, sent: { cookie: string }) =>
  (await ask(portal, '/', { headers: sent })).status === 200;

describe('the profile', () => {
  it('shows what is known, saves what is typed, and says so once', async () => {
    const { w, portal, cookies, sent } = await withAna();
    const { body } = await ask(portal, '/profile', { headers: sent });
    for (const [name, value] of [
      ['firstName', 'Siobhán'],
      ['lastName', 'Ní Mhurchú'],
      ['phone', '+353 1 555 0136'],
    ])
      expect(body).toMatch(new RegExp(`name="${name}"[^>]* value="${value?.replace('+', '\\+')}"`));
    expect(body).toContain('<option value="IE" selected>');
    const form = { firstName: 'Zoë', lastName: 'Ångström', phone: '020 7946 0000', country: 'GB' };
    const saved = await ask(portal, '/profile', { form, headers: sent });
    expect([saved.status, saved.headers.location]).toEqual([303, '/profile']);
    expect(await personOf(w)).toEqual({ name: 'Zoë Ångström', phone: '+442079460000' });
    const after = await ask(portal, '/profile', { headers: cookieHeader({ ...cookies, ...saved.cookies }) });
    expect(textOf(after.body)).toContain('Your profile is saved.');
    expect(after.setCookies[0]).toMatch(/^portal-told=;/);
  });

  it('says beside the field what is wrong and keeps what was typed', async () => {
    const { w, portal, sent } = await withAna();
    const before = await personOf(w);
    const form = { firstName: '', lastName: '<i>', phone: 'call me', country: 'GB' };
    const { status, body } = await ask(portal, '/profile', { form, headers: sent });
    const phone = await ask(portal, '/profile', { form: { ...form, firstName: 'Zoë' }, headers: sent });
    expect([status, phone.status]).toEqual([422, 422]);
    expect(body).toContain('<title>Error: Profile – Example Logistics</title>');
    expect(textOf(body)).toContain('Fill in your first name.');
    expect(textOf(phone.body)).toContain('This cannot be read as a phone number.');
    expect(body).toContain('value="&lt;i&gt;"');
    expect(body).toContain('value="call me"');
    expect(await personOf(w)).toEqual(before);
  });

  it('splits a name that was given whole, so that its parts can be corrected', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { cookies } = await ask(portal, '/sign-in', { form: { email: owner.email, password: owner.password } });
    const { body } = await ask(portal, '/profile', { headers: cookieHeader(cookies) });
    expect(body).toMatch(/name="firstName"[^>]* value="Olive"/);
    expect(body).toMatch(/name="lastName"[^>]* value="Owner"/);
  });
});

describe('the password', () => {
  const next = 'another sentence of mine';

  it('is changed with the current one as proof; other sessions end, this one goes on', async () => {
    const { portal, sent } = await withAna();
    const elsewhere = await signIn(portal);
    const form = { current: newAccount.password, next, nextAgain: next };
    const changed = await ask(portal, '/profile/password', { form, headers: sent });
    expect([changed.status, changed.headers.location]).toEqual([303, '/profile']);
    expect([await isSignedIn(portal, sent), await isSignedIn(portal, elsewhere.sent)]).toEqual([true, false]);
    expect([(await signIn(portal)).status, (await signIn(portal, next)).status]).toEqual([422, 303]);
  });

  it.each([
    [{ current: '', next, nextAgain: next }, 'Fill in your current password.'],
    [{ current: 'a wrong one', next, nextAgain: next }, 'This is not your current password.'],
    [{ current: newAccount.password, next, nextAgain: 'another' }, 'The two passwords differ.'],
    [{ current: newAccount.password, next: 'short', nextAgain: 'short' }, 'At least 8 characters.'],
    [{ current: newAccount.password, next: 'password1', nextAgain: 'password1' }, 'among the most used ones'],
  ])('stays as it is with %o', async (form, why) => {
    const { portal, sent } = await withAna();
    const { status, body } = await ask(portal, '/profile/password', { form, headers: sent });
    expect([status, textOf(body)]).toEqual([422, expect.stringContaining(why)]);
    for (const secret of Object.values(form).filter((s) => s.length > 0)) expect(body).not.toContain(`"${secret}"`);
    expect((await signIn(portal)).status).toBe(303);
  });

  it('cannot be guessed by somebody at an unattended browser: tries are limited', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w, { limits: { posts: 2 } });
    const { token } = await invite(w, 'ana@example.org');
    await accept(w, token);
    const { sent } = await signIn(portal);
    const form = { current: 'a guess', next, nextAgain: next };
    const statuses: number[] = [];
    for (let i = 0; i < 3; i++) statuses.push((await ask(portal, '/profile/password', { form, headers: sent })).status);
    expect(statuses).toEqual([422, 422, 429]);
  });
});

it('signs out everywhere: every session of the person, and of nobody else', async () => {
  const { w, portal, sent } = await withAna();
  const elsewhere = await signIn(portal);
  const { cookies } = await ask(portal, '/sign-in', { form: { email: owner.email, password: owner.password } });
  const answer = await ask(portal, '/profile/sign-out-everywhere', { method: 'POST', headers: sent });
  expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in']);
  expect([
    await isSignedIn(portal, sent),
    await isSignedIn(portal, elsewhere.sent),
    await isSignedIn(portal, cookieHeader(cookies) as { cookie: string }),
  ]).toEqual([false, false, true]);
  expect(await lastAudit(w, 'profile.signOutEverywhere')).toMatchObject({
    actor: 'ana@example.org',
    target: 'ana@example.org',
    face: 'portal',
  });
  const { body } = await ask(portal, '/sign-in', { headers: cookieHeader(answer.cookies) });
  expect(textOf(body)).toContain('You are signed out everywhere.');
});
