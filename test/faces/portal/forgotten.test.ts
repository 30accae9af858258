import { describe, expect, it } from 'vitest';
import { accept, invite, newAccount } from '../../support/invitees.ts';
import { mailHouse, settingsFor } from '../../support/mail.ts';
import { lastAudit, setMember } from '../../support/memberships.ts';
import { startScripted } from '../../support/smtp-scripted.ts';
import { freshWorkspace, hour, owner } from '../../support/workspace.ts';
import { ask, cookieHeader, openPortal } from './support.ts';

const ana = 'ana@example.org';
const password = 'another sentence of mine';
const minute = 60_000;

const textOf = (body: string) =>
  body
    .slice(body.indexOf('<main'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

/** Somebody with an account, a portal, and a mail server that keeps what it gets. */
async function house() {
  const server = await startScripted();
  const w = mailHouse(await freshWorkspace());
  await w.save(settingsFor(server.port));
  const portal = await openPortal(w);
  const { token, membershipId } = await invite(w, ana);
  await accept(w, token);
  await w.core.changes.write([], w.core.clock.now(), async (db) => {
    await db.deleteFrom('outbox').execute();
  });
  const outbox = w.startOutbox();
  /** The paths of the links in the mails so far, in their order. */
  const links = async () => {
    await outbox.idle();
    return server.bodies.map((body) => {
      const plain = body.replace(/=\r?\n/g, '').replaceAll('=3D', '=');
      return /http:\/\/[^/\s]+(\/reset\/[\w.-]+)/.exec(plain)?.[1] ?? '';
    });
  };
  const signIn = (secret: string) => ask(portal, '/sign-in', { form: { email: ana, password: secret } });
  return { w, portal, links, signIn, membershipId };
}

type House = Awaited<ReturnType<typeof house>>;

const forgot = (portal: House['portal'], email: string) => ask(portal, '/forgot', { form: { email } });
const form = { password, passwordAgain: password };

describe('a forgotten password', () => {
  it('is replaced with the link from the mail, once, and every session of the person ends', async () => {
    const { w, portal, links, signIn } = await house();
    expect((await ask(portal, '/sign-in')).body).toContain('href="/forgot"');
    const before = cookieHeader((await signIn(newAccount.password)).cookies);
    await forgot(portal, `  ${ana.toUpperCase()} `);
    const [link = ''] = await links();
    expect(link).toMatch(/^\/reset\/1\.[\w-]{43}$/);

    for (const method of ['GET', 'HEAD', 'GET']) expect((await ask(portal, link, { method })).status).toBe(200);
    expect((await ask(portal, link)).body).toContain(`value="${ana}"`);
    const set = await ask(portal, link, { form });
    expect([set.status, set.headers.location, Object.keys(set.cookies)]).toEqual([303, '/sign-in', ['portal-told']]);
    const next = await ask(portal, '/sign-in', { headers: cookieHeader(set.cookies) });
    expect(textOf(next.body)).toContain('Your new password is set.');
    expect((await ask(portal, '/', { headers: before })).status).toBe(303);
    expect([(await signIn(newAccount.password)).status, (await signIn(password)).status]).toEqual([422, 303]);
    expect(await lastAudit(w, 'session.resetPassword')).toMatchObject({ actor: ana, target: ana, outcome: 'done' });

    const again = await ask(portal, link, { form: { password: 'a third one, no', passwordAgain: 'a third one, no' } });
    expect([again.status, (await ask(portal, link)).status]).toEqual([410, 410]);
    expect(textOf(again.body)).toContain('This link no longer works');
    expect((await signIn(password)).status).toBe(303);
  });

  it('keeps nobody waiting, once it is set anew, for what they guessed before', async () => {
    const { portal, links, signIn } = await house();
    for (let n = 0; n < 5; n++) await signIn(`guess ${n}`);
    expect((await signIn(newAccount.password)).status).toBe(422);
    await forgot(portal, ana);
    const [link = ''] = await links();
    await ask(portal, link, { form });
    expect((await signIn(password)).status).toBe(303);
  });

  it('gives everybody the same answer, and sends a mail only to those who have an account', async () => {
    const { portal, links, w, membershipId } = await house();
    await setMember(w, membershipId, { status: 'removed' });
    const { token } = await invite(w, 'pending@example.org');
    expect(token).not.toBe('');
    await links();
    const answers = [];
    for (const email of ['nobody@example.org', 'no address', 'pending@example.org', ana, owner.email])
      answers.push(await forgot(portal, email));
    expect(new Set(answers.map((a) => `${a.status} ${a.body}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    expect((await links()).filter(Boolean)).toHaveLength(1);
    const empty = await forgot(portal, ' ');
    expect([empty.status, textOf(empty.body)]).toEqual([422, expect.stringContaining('Fill in your e-mail address.')]);
  });

  it('has links that end after one hour, or when a newer one is asked for', async () => {
    const { w, portal, links } = await house();
    await forgot(portal, ana);
    await links();
    w.clock.advance(6 * minute);
    await forgot(portal, ana);
    const [first = '', second = ''] = await links();
    expect([(await ask(portal, first)).status, (await ask(portal, second)).status]).toEqual([410, 200]);
    w.clock.advance(hour - 1);
    expect((await ask(portal, second)).status).toBe(200);
    w.clock.advance(1);
    expect((await ask(portal, second, { form })).status).toBe(410);
  });

  it('fills nobody’s mailbox: asking again within five minutes sends no other mail', async () => {
    const { w, portal, links } = await house();
    for (let i = 0; i < 3; i++) await forgot(portal, ana);
    expect(await links()).toHaveLength(1);
    w.clock.advance(5 * minute);
    await forgot(portal, ana);
    expect(await links()).toHaveLength(2);
  });

  it('can be reported only so often from one place, whoever’s it is', async () => {
    const { w } = await house();
    const portal = await openPortal(w, { limits: { posts: 2 } });
    const known = [await forgot(portal, ana), await forgot(portal, ana), await forgot(portal, ana)];
    const other = await openPortal(w, { limits: { posts: 2 } });
    const strange = [];
    for (let i = 0; i < 3; i++) strange.push(await forgot(other, 'nobody@example.org'));
    expect(known.map((a) => a.status)).toEqual([200, 200, 429]);
    expect(strange.map((a) => a.status)).toEqual([200, 200, 429]);
  });

  it('has pages that no cache keeps, and that tell no other site their address', async () => {
    const { portal, links } = await house();
    const asked = [await ask(portal, '/forgot'), await forgot(portal, ana)];
    const [link = ''] = await links();
    asked.push(
      await ask(portal, link),
      await ask(portal, link, { form: { password: 'short', passwordAgain: 'short' } }),
    );
    asked.push(await ask(portal, link, { form }), await ask(portal, link), await ask(portal, `${link}%`));
    expect(asked.map((a) => a.status)).toEqual([200, 200, 200, 422, 303, 410, 410]);
    for (const { headers, body } of asked) {
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
      expect(body).not.toContain(link.slice('/reset/'.length));
    }
  });

  it('accepts no link but its own: not altered, not of an invitation, not of another workspace', async () => {
    const { w, portal, links } = await house();
    await forgot(portal, ana);
    const [link = ''] = await links();
    const invited = await invite(w, 'bob@example.org');
    const other = await house();
    await forgot(other.portal, ana);
    const [strange = ''] = await other.links();
    const last = link.at(-1) === 'A' ? 'B' : 'A';
    for (const path of [
      `${link.slice(0, -1)}${last}`,
      link.replace('/1.', '/2.'),
      `/reset/${invited.token}`,
      `/reset/${invited.token.replace('.1.', '.')}`,
      '/reset/x',
      strange,
    ])
      for (const asked of [ask(portal, path), ask(portal, path, { form })]) expect((await asked).status).toBe(410);
    expect((await ask(portal, link)).status).toBe(200);
  });

  it.each([
    [{ password: 'short', passwordAgain: 'short' }, 'At least 8 characters.'],
    [{ password, passwordAgain: 'differs' }, 'The two passwords differ.'],
    [{ password: 'password1', passwordAgain: 'password1' }, 'among the most used ones'],
  ])('refuses %o beside the field, and the link still works', async (typed, why) => {
    const { portal, links } = await house();
    await forgot(portal, ana);
    const [link = ''] = await links();
    const refused = await ask(portal, link, { form: typed });
    expect([refused.status, textOf(refused.body)]).toEqual([422, expect.stringContaining(why)]);
    const elsewhere = await ask(portal, link, { form, headers: { 'sec-fetch-site': 'cross-site' } });
    expect(elsewhere.status).toBe(403);
    expect((await ask(portal, link, { form })).status).toBe(303);
  });

  it('lets one of many simultaneous forms win', async () => {
    const { portal, links } = await house();
    await forgot(portal, ana);
    const [link = ''] = await links();
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(portal, link, { form })));
    expect(answers.map((a) => a.status).sort()).toEqual([303, 410, 410, 410, 410, 410, 410, 410]);
  });

  it('leaves the link nowhere: not in the outbox, the audit or anything else that is kept', async () => {
    const { w, portal, links } = await house();
    await forgot(portal, ana);
    const [link = ''] = await links();
    await ask(portal, link, { form });
    const secret = link.slice('/reset/1.'.length);
    const { read } = w.core.store;
    const kept = [
      await read.selectFrom('outbox').selectAll().execute(),
      await read.selectFrom('audit').selectAll().execute(),
      await read.selectFrom('password_reset').selectAll().execute(),
      await read.selectFrom('change_log').selectAll().execute(),
    ];
    expect(JSON.stringify(kept)).not.toContain(secret);
    const [row] = await w.rows();
    expect(row).toMatchObject({ kind: 'password-reset', toEmail: ana, state: 'sent' });
    const shown = await w.call('outbox.show', { organizationId: w.organizationId, id: row?.id ?? 0 });
    expect(shown.text).toContain('/reset/••••••••');
    expect(shown.subject).toBe('A new password for Example Logistics');
    expect(JSON.stringify(shown)).not.toContain(secret);
  });

  it('is no longer mailed once its link has expired', async () => {
    const { w, portal, links } = await house();
    await w.core.changes.write([], w.core.clock.now(), (db) =>
      db.updateTable('mail_settings').set({ paused_reason: 'login', paused_answer: '535', paused_at: 0 }).execute(),
    );
    await forgot(portal, ana);
    w.clock.advance(hour);
    await w.call('outbox.resume', { organizationId: w.organizationId });
    expect(await links()).toEqual([]);
    expect(await w.row(ana)).toMatchObject({ state: 'failed' });
  });
});
