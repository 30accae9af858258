import { describe, expect, it } from 'vitest';
import { codeOf, stepAt } from '../../../src-main/features/twofactor/totp.ts';
import { accept, invite, newAccount } from '../../support/invitees.ts';
import { setUpFactor, signedInAs } from '../../support/second-factor.ts';
import { freshWorkspace } from '../../support/workspace.ts';
import { ask, cookieHeader, openPortal } from './support.ts';

const email = 'ana@example.org';
const { password } = newAccount;

/** Somebody with a second factor, and a portal. */
async function house() {
  const w = await freshWorkspace();
  const { token } = await invite(w, email);
  await accept(w, token);
  const factor = await setUpFactor(w, await signedInAs(w, email, password, 'portal'), password);
  const portal = await openPortal(w);
  const signIn = () => ask(portal, '/sign-in', { form: { email, password } });
  const give = async (code: string, from?: Awaited<ReturnType<typeof signIn>>) =>
    ask(portal, '/sign-in/code', { form: { code }, headers: cookieHeader((from ?? (await signIn())).cookies) });
  return { w, portal, factor, signIn, give };
}

describe('signing in to the portal with a second factor', () => {
  it('asks for the code on a page of its own, and only then gives a session', async () => {
    const { portal, factor, signIn, give } = await house();
    const first = await signIn();
    expect([first.status, first.headers.location, Object.keys(first.cookies)]).toEqual([
      303,
      '/sign-in/code',
      ['portal-attempt', 'portal-joined'],
    ]);
    expect(first.setCookies[0]).toMatch(/HttpOnly; SameSite=Lax/);
    const headers = cookieHeader(first.cookies);
    expect((await ask(portal, '/', { headers })).headers.location).toBe('/sign-in');
    const page = await ask(portal, '/sign-in/code', { headers });
    expect([page.status, page.body]).toEqual([200, expect.stringContaining('autocomplete="one-time-code"')]);
    const second = await give(factor.code(), first);
    expect([second.status, second.headers.location]).toEqual([303, '/']);
    expect((await ask(portal, '/', { headers: cookieHeader(second.cookies) })).status).toBe(200);
  });

  it('says at the field what was wrong, and accepts a recovery code', async () => {
    const { factor, signIn, give } = await house();
    const first = await signIn();
    for (const [code, words] of [
      ['', 'Fill this in.'],
      ['000000', 'The code is not right'],
      ['9'.repeat(100), 'The code is not right'],
    ] as const) {
      const refused = await give(code, first);
      expect([refused.status, refused.body]).toEqual([422, expect.stringContaining(words)]);
    }
    expect((await give(factor.recoveryCodes[0] ?? '', first)).status).toBe(303);
  });

  it('goes back to the password when the code comes too late, or without a password before it', async () => {
    const { w, portal, factor, signIn, give } = await house();
    const first = await signIn();
    w.clock.advance(5 * 60_000);
    const late = await give(factor.code(), first);
    expect([late.status, late.body]).toEqual([422, expect.stringContaining('Too much time has passed')]);
    expect((await ask(portal, '/sign-in/code')).headers.location).toBe('/sign-in');
    expect((await ask(portal, '/sign-in/code', { form: { code: factor.code() } })).status).toBe(422);
  });

  it('says how long to wait after wrong codes in a row', async () => {
    const { factor, give } = await house();
    for (let n = 0; n < 5; n++) await give(`00000${n}`);
    const waiting = await give(factor.code());
    expect([waiting.status, waiting.body]).toEqual([422, expect.stringContaining('Try again in 15 seconds.')]);
  });

  it('asks for the code as well when somebody joins another organization with their account', async () => {
    const { w, portal } = await house();
    const { organizationId } = await w.call('organizations.add', { name: 'Brightwater' });
    const { token } = await invite({ ...w, organizationId }, email);
    const joined = await ask(portal, `/i/${token}`, { form: { account: 'existing', password } });
    expect([joined.status, joined.headers.location]).toEqual([303, '/sign-in/code']);
    expect(Object.keys(joined.cookies)).not.toContain('portal-session');
  });
});

describe('an organization that demands it', () => {
  const textOf = (body: string) =>
    body
      .slice(body.indexOf('<main'))
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');

  it('leads whoever has none to setting it up, and back to their pages', async () => {
    const w = await freshWorkspace();
    const { token } = await invite(w, email);
    await accept(w, token);
    await w.callAs({ face: 'core', credentials: { kind: 'core' } }, 'organizations.update', {
      organizationId: w.organizationId,
      twoFactorRequired: true,
    });
    const portal = await openPortal(w);
    const headers = cookieHeader((await ask(portal, '/sign-in', { form: { email, password } })).cookies);
    for (const path of ['/', '/inbox', '/guests/invite'])
      expect((await ask(portal, path, { headers })).headers.location).toBe('/two-factor');
    expect((await ask(portal, '/profile', { headers })).status).toBe(200);
    const first = await ask(portal, '/two-factor', { headers });
    expect(textOf(first.body)).toContain('Example Logistics requires two-factor sign-in.');
    const refused = await ask(portal, '/two-factor/begin', { headers, form: { password: 'not mine' } });
    expect([refused.status, textOf(refused.body)]).toEqual([422, expect.stringContaining('not your current password')]);
    const scan = await ask(portal, '/two-factor/begin', { headers, form: { password } });
    expect(scan.body).toContain('role="img" aria-label="QR code for the authenticator app"');
    const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(scan.body)?.[1] ?? '').replaceAll(' ', '');
    const wrong = await ask(portal, '/two-factor/confirm', { headers, form: { code: '000000' } });
    expect([wrong.status, wrong.body.includes(secret)]).toEqual([422, false]);
    const code = codeOf(secret, stepAt(w.clock.now()));
    const on = await ask(portal, '/two-factor/confirm', { headers, form: { code } });
    expect(on.body.match(/<li><code>[0-9A-Z-]{19}<\/code>/g)).toHaveLength(10);
    expect(on.headers['cache-control']).toBe('no-store');
    expect((await ask(portal, '/', { headers })).status).toBe(200);

    const form = { password, code: /<li><code>([^<]+)/.exec(on.body)?.[1] ?? '' };
    const renewed = await ask(portal, '/two-factor/codes', { headers, form });
    expect(renewed.body.match(/<li><code>/g)).toHaveLength(10);
    const again = await ask(portal, '/two-factor/off', { headers, form });
    expect([again.status, textOf(again.body)]).toEqual([422, expect.stringContaining('The code is not right')]);
    const next = { password, code: /<li><code>([^<]+)/.exec(renewed.body)?.[1] ?? '' };
    expect((await ask(portal, '/two-factor/off', { headers, form: next })).status).toBe(303);
    expect((await ask(portal, '/', { headers })).headers.location).toBe('/two-factor');
  });
});
