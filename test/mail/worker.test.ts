import { describe, expect, it, vi } from 'vitest';
import { openCore } from '../../src-main/core.ts';
import { mailHouse, settingsFor } from '../support/mail.ts';
import { startScripted } from '../support/smtp-scripted.ts';
import { freshWorkspace, quickPasswords } from '../support/workspace.ts';

const people = (n: number) => Array.from({ length: n }, (_, i) => `p${i}@example.org`);

async function house(script: Parameters<typeof startScripted>[0] = {}) {
  const server = await startScripted(script);
  const made = mailHouse(await freshWorkspace());
  await made.save(settingsFor(server.port));
  return { server, ...made };
}
/** A row as left by a process that was killed while sending. */
const leaveBehind = (h: Awaited<ReturnType<typeof house>>, bodyBegun: 0 | 1) =>
  h.core.changes.write([], h.clock.now(), async (db) => {
    await db
      .updateTable('outbox')
      .set({ state: 'sending', lease_holder: 'killed', next_at: null, body_begun: bodyBegun })
      .execute();
    await db
      .insertInto('lease')
      .values({ name: 'outbox', holder: 'killed', until: h.clock.now() + 3500 })
      .execute();
  });

describe('the outbox', () => {
  it('keeps mail visible and waiting while no server is set up, and sends it once there is one', async () => {
    const server = await startScripted();
    const h = mailHouse(await freshWorkspace());
    const outbox = h.startOutbox();
    await h.invite('ana@example.org');
    await outbox.idle();
    const state = () => h.call('outbox.state', { organizationId: h.organizationId });
    expect(await state()).toMatchObject({ setUp: false, waiting: 1, counts: { queued: 1 }, loopbackLinks: true });
    await h.save(settingsFor(server.port));
    await outbox.idle();
    expect(await state()).toMatchObject({ setUp: true, waiting: 0, counts: { sent: 1 } });
  });

  it('starts the life of a link when its mail is taken, and the list of users shows it', async () => {
    const h = await house();
    await h.invite('ana@example.org');
    h.clock.advance(3_600_000);
    await h.startOutbox().idle();
    const { rows } = await h.call('users.list', { organizationId: h.organizationId, search: 'ana@' });
    expect(rows[0]).toMatchObject({
      sentAt: h.clock.now(),
      validUntil: h.clock.now() + 72 * 3_600_000,
      delivery: { state: 'sent', answer: '250 2.0.0 Taken as T1' },
    });
  });

  it('resumes within 5 seconds after its process was killed before the body, and mails once', async () => {
    const h = await house();
    await h.invite('ana@example.org');
    await leaveBehind(h, 0);
    const outbox = h.startOutbox();
    await outbox.idle();
    expect(h.server.connections).toBe(0);
    h.clock.advance(4000);
    await expect.poll(() => h.server.accepted.length, { timeout: 3000 }).toBe(1);
    await outbox.idle();
    expect(await h.row('ana@example.org')).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('calls a message uncertain whose body had begun when its process was killed, and repeats the same bytes', async () => {
    const h = await house();
    await h.invite('ana@example.org');
    const first = h.startOutbox();
    await first.idle();
    await first.close();
    await leaveBehind(h, 1);
    h.clock.advance(4000);
    const { organizationId } = h;
    await h.call('outbox.pause', { organizationId });
    const second = h.startOutbox();
    await second.idle();
    expect(await h.row('ana@example.org')).toMatchObject({ state: 'uncertain' });
    await h.call('outbox.resume', { organizationId });
    await expect.poll(() => h.server.bodies.length, { timeout: 3000 }).toBe(2);
    await second.idle();
    expect(new Set(h.server.bodies).size).toBe(1);
    expect(await h.row('ana@example.org')).toMatchObject({ state: 'sent' });
  });

  it('is worked off by one of two processes, and each message is sent once', async () => {
    const h = await house();
    const core = await openCore({ folder: h.core.folder, clock: h.clock, passwords: quickPasswords() });
    const other = mailHouse({ ...h, core });
    const [a, b] = [h.startOutbox(), other.startOutbox()];
    await h.invite(...people(60));
    await expect.poll(() => h.server.accepted.length, { timeout: 10_000 }).toBe(60);
    await Promise.all([a.idle(), b.idle()]);
    await b.close();
    await core.close();
    expect(new Set(h.server.bodies.map((body) => /^To: (.*)$/m.exec(body)?.[1])).size).toBe(60);
    expect(h.server.bodies).toHaveLength(60);
    expect((await h.rows()).every((r) => r.state === 'sent' && r.attempts === 1)).toBe(true);
  });

  it('does not send what was revoked while it waited', async () => {
    const h = await house();
    const [ana] = await h.invite('ana@example.org', 'ben@example.org');
    await h.call('invitations.revoke', { organizationId: h.organizationId, membershipId: ana?.membershipId ?? 0 });
    await h.startOutbox().idle();
    expect((await h.rows()).map((r) => r.state)).toEqual(['cancelled', 'sent']);
    expect(h.server.bodies).toHaveLength(1);
  });

  it('does not send what is revoked at the last moment, when the server already waits for the body', async () => {
    const h = await house();
    const [ana] = await h.invite('ana@example.org');
    const revoke = { organizationId: h.organizationId, membershipId: ana?.membershipId ?? 0 };
    let asked: Promise<unknown> | undefined;
    h.server.script = {
      RCPT: () => {
        asked = h.call('invitations.revoke', revoke);
        return undefined;
      },
    };
    const outbox = h.startOutbox();
    await outbox.idle();
    await asked;
    await outbox.idle();
    expect((await h.row('ana@example.org')).state).toBe('cancelled');
    expect(h.server.bodies).toHaveLength(0);
  });

  it('sends only the new link after a reinvitation, and says that it replaces the earlier one', async () => {
    const h = await house();
    const [ana] = await h.invite('ana@example.org');
    await h.call('invitations.reinvite', { organizationId: h.organizationId, membershipId: ana?.membershipId ?? 0 });
    await h.startOutbox().idle();
    expect((await h.rows()).map((r) => r.state)).toEqual(['cancelled', 'sent']);
    expect(h.server.bodies[0]).toContain('This mail replaces an earlier invitation');
    expect(h.server.bodies[0]?.replaceAll('=\r\n', '')).toMatch(/\/i\/\d+\.2\.[\w-]{43}/);
  });

  it('gives back its messages and its lease when it is closed, even if the server is silent', async () => {
    const h = await house({ RCPT: '' });
    await h.invite(...people(10));
    const outbox = h.startOutbox({ timings: { grace: 100 } });
    await expect.poll(() => h.server.verbs.includes('RCPT')).toBe(true);
    await outbox.close();
    expect((await h.rows()).map((r) => r.state).filter((s) => s === 'queued' || s === 'deferred')).toHaveLength(10);
    expect(await h.core.store.read.selectFrom('lease').selectAll().where('name', '=', 'outbox').execute()).toEqual([]);
  });

  it('writes no usable link into its rows, its answers or the audit', async () => {
    const h = await house();
    await h.invite('ana@example.org');
    await h.startOutbox().idle();
    const [row] = await h.rows();
    const shown = await h.call('outbox.show', { organizationId: h.organizationId, id: row?.id ?? 0 });
    const stored = await h.core.store.read.selectFrom('outbox').selectAll().execute();
    const audit = await h.core.store.read.selectFrom('audit').selectAll().execute();
    expect(JSON.stringify({ shown, stored, audit })).not.toMatch(/\.1\.[\w-]{43}/);
    expect(shown.text).toContain('/i/••••••••');
    expect(shown.messageId).toMatch(/^<.+@example\.com>$/);
  });

  it('opens its other connections while the first body leaves, and sends no second message before that one is taken', async () => {
    // a body that is never answered
    const h = await house({ dot: () => '' });
    await h.invite(...people(30));
    const outbox = h.startOutbox({ timings: { connections: 3, grace: 1 } });
    const heard = (verb: string) => h.server.verbs.filter((one) => one === verb).length;
    await vi.waitFor(() => expect([heard('EHLO'), heard('dot')]).toEqual([3, 1]), { timeout: 10_000 });
    await outbox.close();
    expect(heard('MAIL')).toBe(1);
  });

  it('makes do with one connection where the server takes only one', async () => {
    const h = await house();
    let open = 0;
    h.server.script = {
      connect: () => (++open > 1 ? '421 4.7.0 Too many connections' : undefined),
    };
    await h.invite(...people(30));
    await h.startOutbox().idle();
    expect((await h.rows()).every((r) => r.state === 'sent' && r.attempts === 1)).toBe(true);
    expect(h.server.bodies).toHaveLength(30);
  });
});
