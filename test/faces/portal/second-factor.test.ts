import { describe, expect, it } from 'vitest';
import { accept, invite, newAccount } from '../../support/invitees.ts';
import { setUpFactor, signedInAs } from '../../support/second-factor.ts';
import { freshWorkspace } from '../../support/workspace.ts';
import { ask, cookieHeader, openPortal } from './support.ts';

const email = 'ana@example.org';
const { password } = newAccount;

/** Somebody with a second factor, before a portal. */
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

  it('says at the field what was wrong, and lets a recovery code in', async () => {
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

  it('goes back to the password when the code comes too late, or without one', async () => {
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

  it('is asked of who joins another organization with the account, too', async () => {
    const { w, portal } = await house();
    const { organizationId } = await w.call('organizations.add', { name: 'Brightwater' });
    const { token } = await invite({ ...w, organizationId }, email);
    const joined = await ask(portal, `/i/${token}`, { form: { account: 'existing', password } });
    expect([joined.status, joined.headers.location]).toEqual([303, '/sign-in/code']);
    expect(Object.keys(joined.cookies)).not.toContain('portal-session');
  });
});
