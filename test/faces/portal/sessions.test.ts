import { describe, expect, it } from 'vitest';
import { messagesIn } from '#contract/messages/index.ts';
import type { Passwords } from '../../../src-main/kernel/passwords.ts';
import { freshWorkspace, hour, owner, quickPasswords, type Workspace } from '../../support/workspace.ts';
import { ask, cookieHeader, openPortal } from './support.ts';

type Portal = Awaited<ReturnType<typeof openPortal>>;
const minute = 60_000;
const words = messagesIn('en');

const signIn = (portal: Portal, sent: Record<string, string> = {}) =>
  ask(portal, '/sign-in', { form: { email: owner.email, password: owner.password }, headers: sent });

const status = async (portal: Portal, sent: Record<string, string>) =>
  (await ask(portal, '/', { headers: sent })).status;

const sessions = (w: Workspace) => w.core.store.read.selectFrom('session').selectAll().execute();

describe('the sign-in of the portal', () => {
  it('says how long to wait after wrong passwords in a row, and keeps the address', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const tryOnce = () => ask(portal, '/sign-in', { form: { email: owner.email, password: 'not this one' } });
    for (let n = 0; n < 5; n += 1) expect((await tryOnce()).body).toContain(words.portal.signIn.wrong);
    const { status: code, body: text } = await tryOnce();
    expect(code).toBe(422);
    expect(text).toContain(words.errors.table['too-many-guesses']({ seconds: 15 }));
    expect(text).toContain(owner.email);
  });
});

describe('a session of the portal', () => {
  it('is kept as a hash, under a cookie that no script reads and no other site posts with', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { cookies, setCookies } = await signIn(portal);
    const token = cookies['portal-session'] ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(setCookies[0]).toBe(`portal-session=${token}; Path=/; HttpOnly; SameSite=Lax`);
    const [row] = await sessions(w);
    expect(row).toMatchObject({ face: 'portal', last_seen_at: w.clock.now(), expires_at: w.clock.now() + 12 * hour });
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it('ends after two hours without a request, and is not brought back by asking again', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const sent = cookieHeader((await signIn(portal)).cookies);
    w.clock.advance(2 * hour - 1);
    expect(await status(portal, sent)).toBe(200);
    w.clock.advance(2 * hour);
    expect([await status(portal, sent), await status(portal, sent)]).toEqual([303, 303]);
  });

  it('lives on while it is used, but never beyond twelve hours', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const sent = cookieHeader((await signIn(portal)).cookies);
    for (let hours = 1; hours < 12; hours++) {
      w.clock.advance(hour);
      expect(await status(portal, sent)).toBe(200);
    }
    w.clock.advance(hour);
    expect(await status(portal, sent)).toBe(303);
  });

  it('has its use written down at most once a minute', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const begun = w.clock.now();
    const sent = cookieHeader((await signIn(portal)).cookies);
    const seen = async () => (await sessions(w))[0]?.last_seen_at;
    w.clock.advance(minute - 1);
    await status(portal, sent);
    expect(await seen()).toBe(begun);
    w.clock.advance(1);
    await status(portal, sent);
    expect(await seen()).toBe(begun + minute);
  });

  it('begins anew with each sign-in: the earlier token opens nothing', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const first = await signIn(portal);
    const second = await signIn(portal, cookieHeader(first.cookies));
    expect(second.cookies['portal-session']).not.toBe(first.cookies['portal-session']);
    expect([
      await status(portal, cookieHeader(first.cookies)),
      await status(portal, cookieHeader(second.cookies)),
    ]).toEqual([303, 200]);
    expect(await sessions(w)).toHaveLength(1);
  });

  it('is never one that somebody else put into the browser before the sign-in', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const planted = cookieHeader({ 'portal-session': Buffer.alloc(32, 7).toString('base64url') });
    const { cookies } = await signIn(portal, planted);
    expect([await status(portal, planted), await status(portal, cookieHeader(cookies))]).toEqual([303, 200]);
  });

  it('is the only kind that ends when idle: one of the window goes on', async () => {
    const w = await freshWorkspace();
    const anonymous = { face: 'window', credentials: { kind: 'anonymous' } } as const;
    const { token } = await w.callAs(anonymous, 'session.signIn', { email: owner.email, password: owner.password });
    w.clock.advance(20 * hour);
    const caller = { face: 'window', credentials: { kind: 'session', token } } as const;
    expect(await w.callAs(caller, 'session.state', {})).toMatchObject({ stage: 'signed-in' });
  });
});

describe('signing in', () => {
  it('answers an unknown address like a wrong password, after the same work', async () => {
    const real = quickPasswords();
    let verified = 0;
    const passwords: Passwords = {
      ...real,
      verify(hashed, password) {
        verified++;
        return real.verify(hashed, password);
      },
    };
    const w = await freshWorkspace({ passwords });
    const portal = await openPortal(w);
    const pages: string[] = [];
    for (const email of [owner.email, 'nobody@example.org', 'no address at all']) {
      const answer = await ask(portal, '/sign-in', { form: { email, password: 'a wrong password' } });
      expect([answer.status, answer.cookies]).toEqual([422, {}]);
      pages.push(answer.body.replaceAll(email, ''));
    }
    expect(new Set(pages).size).toBe(1);
    expect(verified).toBe(3);
  });

  it('verifies against a real hash where there is no account, and lets nobody in', async () => {
    const passwords = quickPasswords();
    expect(await passwords.verify(undefined, 'nobody has this password')).toBe(false);
    expect(await passwords.verify(await passwords.hash('right'), 'right')).toBe(true);
  });
});
