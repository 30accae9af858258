import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { OutboxKind } from '#contract/vocabulary/outbox.ts';
import { createGuestNotices } from '../../../src-main/features/guests/notices/scheduler.ts';
import type { Scheduler } from '../../../src-main/kernel/scheduler.ts';
import type { About } from '../../../src-main/mail/about.ts';
import { cancelGuestMail } from '../../../src-main/mail/queue.ts';
import { endOf, guestOf, userOf } from '../../support/guests.ts';
import { type MailHouse, mailHouse, settingsFor } from '../../support/mail.ts';
import { writeRows } from '../../support/memberships.ts';
import { type Sink, startSink } from '../../support/smtp-sink.ts';
import { freshWorkspace, owner } from '../../support/workspace.ts';

const hour = 3_600_000;
const day = 24 * hour;
const at = (text: string) => Date.parse(text);

let w: MailHouse;
let notices: Scheduler;

/** A scheduler that looks when a test says so. */
const scheduler = (holder?: string): Scheduler => {
  const made = createGuestNotices({ ...w.core, ...(holder ? { holder } : {}) });
  onTestFinished(() => made.close());
  return made;
};
/** The mail in the outbox about ends of access, oldest first. */
async function told(): Promise<{ kind: OutboxKind; to: string; state: string }[]> {
  const rows = await w.core.store.read
    .selectFrom('outbox')
    .select(['kind', 'to_email as to', 'state'])
    .where('about', 'is not', null)
    .orderBy('id')
    .execute();
  return rows;
}
const kindsTo = async (to: string) => (await told()).flatMap((m) => (m.to === to ? [m.kind] : []));
const lookAt = async (text: string) => {
  w.clock.time = at(text);
  return notices.look();
};

beforeEach(async () => {
  w = mailHouse(await freshWorkspace());
  // the example of the rules: accepted on 1 March for 90 days, 30 May is the last day
  w.clock.time = at('2026-03-01T10:00:00+01:00');
  notices = scheduler();
});

describe('the notices of a guest', () => {
  it('come 14 and 3 days before the last day and the day after it, each in the morning, to the guest and the sponsor', async () => {
    const { endsAt } = await guestOf(w, 'gus@partner.test', { days: 90 });
    expect(endsAt).toBe(at('2026-05-31T00:00:00+02:00'));
    for (const [before, due, kinds] of [
      ['2026-05-16T07:59:59.999+02:00', '2026-05-16T08:00:00+02:00', ['guest-ending', 'sponsor-ending']],
      ['2026-05-27T07:59:59.999+02:00', '2026-05-27T08:00:00+02:00', ['guest-ending', 'sponsor-ending']],
      ['2026-05-31T07:59:59.999+02:00', '2026-05-31T08:00:00+02:00', ['guest-ended', 'sponsor-ended']],
    ] as const) {
      const already = (await told()).length;
      expect(new Date(await lookAt(before)).toISOString()).toBe(new Date(due).toISOString());
      expect(await told()).toHaveLength(already);
      await lookAt(due);
      expect((await told()).slice(already).map((m) => m.kind)).toEqual(kinds);
    }
    expect(await kindsTo('gus@partner.test')).toEqual(['guest-ending', 'guest-ending', 'guest-ended']);
    expect(await kindsTo(owner.email)).toEqual(['sponsor-ending', 'sponsor-ending', 'sponsor-ended']);
    expect(await lookAt('2026-06-30T12:00:00+02:00')).toBe(Infinity);
    expect(await told()).toHaveLength(6);
  });

  it('make up only for the latest one that the machine slept through', async () => {
    await guestOf(w, 'gus@partner.test', { days: 90 });
    await lookAt('2026-05-28T21:00:00+02:00');
    expect(await kindsTo('gus@partner.test')).toEqual(['guest-ending']);
    const done = await w.core.store.read.selectFrom('guest_notice').select(['days_before', 'for_digest']).execute();
    expect(done).toEqual([
      { days_before: 3, for_digest: 0 },
      { days_before: 14, for_digest: 0 },
    ]);
    await lookAt('2026-07-01T21:00:00+02:00');
    expect(await kindsTo('gus@partner.test')).toEqual(['guest-ending', 'guest-ended']);
  });

  it('cancel an earlier one that has not gone out yet', async () => {
    await guestOf(w, 'gus@partner.test', { days: 90 });
    await lookAt('2026-05-16T09:00:00+02:00');
    await lookAt('2026-05-27T09:00:00+02:00');
    expect((await told()).map((m) => m.state)).toEqual(['cancelled', 'cancelled', 'queued', 'queued']);
  });

  it.each([
    [2, []],
    [3, []],
    [4, ['guest-ending']],
    [14, ['guest-ending']],
    [15, ['guest-ending', 'guest-ending']],
  ])('for a period of %i days leave out those due at its very beginning', async (days, ending) => {
    const { endsAt } = await guestOf(w, 'gus@partner.test', { days });
    for (let time = w.clock.time; time < endsAt + 2 * day; time += 6 * hour) {
      w.clock.time = time;
      await notices.look();
    }
    expect(await kindsTo('gus@partner.test')).toEqual([...ending, 'guest-ended']);
  });

  it('are never repeated after the clock is set back, by another process or after a restart', async () => {
    await guestOf(w, 'gus@partner.test', { days: 90 });
    await lookAt('2026-05-27T09:00:00+02:00');
    const once = await told();
    for (const time of ['2026-05-16T09:00:00+02:00', '2026-05-20T09:00:00+02:00', '2026-05-27T10:00:00+02:00']) {
      await notices.close();
      notices = scheduler();
      await lookAt(time);
    }
    await Promise.all([scheduler('a').look(), scheduler('b').look()]);
    expect(await told()).toEqual(once);
  });

  it('begin anew with a renewal, which ends the old ones', async () => {
    const { membershipId } = await guestOf(w, 'gus@partner.test', { days: 20 });
    await lookAt('2026-03-19T09:00:00+01:00');
    await w.call('guests.renew', { organizationId: w.organizationId, membershipId });
    expect(await endOf(w, membershipId)).toBe(at('2026-04-09T00:00:00+02:00'));
    await lookAt('2026-03-21T09:00:00+01:00');
    expect(await kindsTo('gus@partner.test')).toEqual(['guest-ending']);
    await lookAt('2026-03-25T09:00:00+01:00');
    expect(await kindsTo('gus@partner.test')).toEqual(['guest-ending', 'guest-ending']);
  });

  it('go to nobody who has been suspended, removed or made a user by then', async () => {
    const { organizationId } = w;
    const [suspended, removed, user] = [
      await guestOf(w, 'sus@partner.test', { days: 20 }),
      await guestOf(w, 'rem@partner.test', { days: 20 }),
      await guestOf(w, 'use@partner.test', { days: 20 }),
    ];
    await w.call('users.suspend', { organizationId, membershipId: suspended.membershipId });
    await w.call('guests.remove', { organizationId, membershipId: removed.membershipId });
    await w.call('guests.makeUser', { organizationId, membershipId: user.membershipId });
    await lookAt('2026-03-19T09:00:00+01:00');
    await lookAt('2026-04-01T09:00:00+02:00');
    expect(await told()).toEqual([]);
  });

  it('follow the days that the organization sets, with one mail at most for those already past', async () => {
    await guestOf(w, 'gus@partner.test', { days: 90 });
    await lookAt('2026-05-10T09:00:00+02:00');
    await w.call('organizations.update', { organizationId: w.organizationId, guestMailDays: [30, 21, 7, 1] });
    await lookAt('2026-05-10T09:01:00+02:00');
    expect(await kindsTo('gus@partner.test')).toEqual(['guest-ending']);
    await lookAt('2026-05-23T09:01:00+02:00');
    await w.call('organizations.update', { organizationId: w.organizationId, guestMailDays: [14, 3] });
    await lookAt('2026-05-23T09:02:00+02:00');
    expect(await kindsTo('gus@partner.test')).toEqual(['guest-ending', 'guest-ending']);
  });

  it('reach a sponsor only while they are a member', async () => {
    const { organizationId } = w;
    const sponsor = await userOf(w, 'sam@example.com', 'Member');
    await guestOf(w, 'gus@partner.test', { days: 20, sponsorMembershipId: sponsor });
    await lookAt('2026-03-07T09:00:00+01:00');
    expect(await kindsTo('sam@example.com')).toEqual(['sponsor-ending']);
    await w.call('users.remove', { organizationId, membershipId: sponsor });
    await lookAt('2026-03-18T09:00:00+01:00');
    expect(await kindsTo('sam@example.com')).toEqual(['sponsor-ending']);
  });
});

describe('the digest of the managers', () => {
  const digests = async () => {
    const rows = await w.core.store.read
      .selectFrom('outbox')
      .select(['to_email', 'about'])
      .where('kind', '=', 'guests-digest')
      .orderBy('id')
      .execute();
    return rows.map(({ to_email, about }) => {
      const { guests } = JSON.parse(about ?? '') as Extract<About, { guests: unknown }>;
      return [to_email, ...guests.map((g) => g.email)];
    });
  };

  it('is one mail a day to each, about all guests except those they sponsor', async () => {
    await userOf(w, 'max@example.com', 'Account manager');
    await userOf(w, 'una@example.com', 'Member');
    const sponsor = await userOf(w, 'sam@example.com', 'Member');
    await guestOf(w, 'own@partner.test', { days: 20 });
    for (const name of ['a', 'b']) await guestOf(w, `${name}@partner.test`, { days: 20, sponsorMembershipId: sponsor });
    await lookAt('2026-03-07T09:00:00+01:00');
    expect(await digests()).toEqual([
      [owner.email, 'a@partner.test', 'b@partner.test'],
      ['max@example.com', 'own@partner.test', 'a@partner.test', 'b@partner.test'],
    ]);
  });

  it('leaves to the next morning what comes at night or after the one of today', async () => {
    await userOf(w, 'max@example.com', 'Account manager');
    await guestOf(w, 'one@partner.test', { days: 20 });
    await guestOf(w, 'two@partner.test', { days: 21 });
    await lookAt('2026-03-07T09:00:00+01:00');
    await w.call('organizations.update', { organizationId: w.organizationId, guestMailDays: [15, 3] });
    expect(new Date(await lookAt('2026-03-07T12:00:00+01:00')).toISOString()).toBe('2026-03-08T07:00:00.000Z');
    expect(await kindsTo('two@partner.test')).toEqual(['guest-ending']);
    expect(await digests()).toEqual([['max@example.com', 'one@partner.test']]);
    await lookAt('2026-03-08T00:30:00+01:00');
    expect(await digests()).toHaveLength(1);
    await lookAt('2026-03-08T08:00:00+01:00');
    expect(await digests()).toEqual([
      ['max@example.com', 'one@partner.test'],
      ['max@example.com', 'two@partner.test'],
    ]);
  });

  it('leaves out guests who have been renewed since they were told', async () => {
    const { organizationId } = w;
    await userOf(w, 'max@example.com', 'Account manager');
    const renewed = await guestOf(w, 'ren@partner.test', { days: 20 });
    await guestOf(w, 'gus@partner.test', { days: 20 });
    await lookAt('2026-03-08T03:00:00+01:00');
    expect(await kindsTo('gus@partner.test')).toEqual(['guest-ending']);
    await w.call('guests.renew', { organizationId, membershipId: renewed.membershipId });
    await lookAt('2026-03-08T08:00:00+01:00');
    expect(await digests()).toEqual([['max@example.com', 'gus@partner.test']]);
  });
});

describe('mail about guests', () => {
  let sink: Sink;
  beforeEach(async () => {
    sink = await startSink();
    await w.save(settingsFor(sink.port, { replyTo: 'help@example.com' }));
    await userOf(w, 'max@example.com', 'Account manager');
    const outbox = w.startOutbox();
    await outbox.idle();
    await outbox.close();
    sink.messages.length = 0;
  });
  const sendAll = async () => {
    const outbox = w.startOutbox();
    await outbox.idle();
    await outbox.close();
    return sink.messages.map((m) => m.to[0]);
  };

  it('a notice is a letter in plain words, and the outbox shows it as it was sent', async () => {
    await guestOf(w, 'gus@partner.test', { days: 90 });
    await lookAt('2026-05-16T08:00:00+02:00');
    expect(await sendAll()).toEqual(expect.arrayContaining(['gus@partner.test', owner.email, 'max@example.com']));
    const { organizationId } = w;
    const show = async (kind: OutboxKind) => {
      const row = (await w.rows()).find((r) => r.kind === kind);
      expect(row?.state).toBe('sent');
      return w.call('outbox.show', { organizationId, id: row?.id ?? 0 });
    };
    const guest = await show('guest-ending');
    expect(guest.subject).toBe('Your access to Example Logistics ends on 30 May');
    const sponsor = await show('sponsor-ending');
    expect(sponsor.subject).toBe('The access of gus Ní Mhurchú to Example Logistics ends on 30 May');
    const digest = await show('guests-digest');
    expect(digest.subject).toBe('Guests of Example Logistics: 1 ending');
    for (const { text, html } of [guest, sponsor, digest])
      for (const part of [text, html]) {
        expect(part).toContain('Saturday, 30 May 2026');
        expect(part).toContain('Questions? help@example.com');
      }
    expect(guest.text).toContain('ask Olive Owner to renew it');
    expect(sponsor.text).toContain('gus Ní Mhurchú (gus@partner.test)');
  });

  it('a message whose guest was renewed, suspended, removed or made a user is cancelled before its first byte', async () => {
    const { organizationId } = w;
    const guests = [];
    for (const name of ['ren', 'sus', 'rem', 'use', 'gus'])
      guests.push((await guestOf(w, `${name}@partner.test`, { days: 20 })).membershipId);
    const [ren = 0, sus = 0, rem = 0, use = 0] = guests;
    await sendAll();
    sink.messages.length = 0;
    await lookAt('2026-03-07T09:00:00+01:00');
    await w.call('guests.renew', { organizationId, membershipId: ren });
    await w.call('users.suspend', { organizationId, membershipId: sus });
    await w.call('guests.remove', { organizationId, membershipId: rem });
    await w.call('guests.makeUser', { organizationId, membershipId: use });
    expect((await sendAll()).sort()).toEqual(['gus@partner.test', 'max@example.com', owner.email].sort());
    const rows = (await w.rows()).filter((r) => r.kind === 'guest-ending' || r.kind === 'sponsor-ending');
    expect(rows.filter((r) => r.state === 'cancelled')).toHaveLength(8);
    const digest = (await w.rows()).find((r) => r.kind === 'guests-digest');
    const { text } = await w.call('outbox.show', { organizationId, id: digest?.id ?? 0 });
    expect(text).toContain('gus@partner.test');
    expect(text).not.toMatch(/(ren|sus|rem|use)@partner/);
  });

  it('a digest does not reach somebody who may no longer renew guests', async () => {
    await guestOf(w, 'gus@partner.test', { days: 20 });
    await sendAll();
    sink.messages.length = 0;
    await lookAt('2026-03-07T09:00:00+01:00');
    const { id } = await w.core.store.read
      .selectFrom('membership')
      .select('id')
      .where('email_key', '=', 'max@example.com')
      .executeTakeFirstOrThrow();
    await w.call('users.suspend', { organizationId: w.organizationId, membershipId: id });
    expect(await sendAll()).not.toContain('max@example.com');
    expect((await w.row('max@example.com')).state).toBe('cancelled');
  });

  it('a notice of an end that a fast clock sent too early waits until it is true', async () => {
    const { endsAt } = await guestOf(w, 'gus@partner.test', { days: 20 });
    await sendAll();
    sink.messages.length = 0;
    await lookAt('2026-03-22T09:00:00+01:00');
    await writeRows(w, async (db) => {
      await db.updateTable('outbox').set({ next_at: 0 }).where('kind', '=', 'guest-ended').execute();
    });
    w.clock.time = endsAt - 1;
    await sendAll();
    expect(await w.row('gus@partner.test')).toMatchObject({ kind: 'guest-ended', state: 'queued', nextAt: endsAt });
    w.clock.time = endsAt;
    expect(await sendAll()).toContain('gus@partner.test');
  });

  it('a notice that failed is tried again by hand only while it is true', async () => {
    const { organizationId } = w;
    const { membershipId } = await guestOf(w, 'gus@partner.test', { days: 20 });
    await lookAt('2026-03-07T09:00:00+01:00');
    const { id } = await w.row('gus@partner.test');
    const fail = () =>
      writeRows(w, async (db) => {
        await db.updateTable('outbox').set({ state: 'failed', next_at: null }).where('id', '=', id).execute();
      });
    await fail();
    await w.call('outbox.retry', { organizationId, id });
    expect((await w.row('gus@partner.test')).state).toBe('queued');
    await fail();
    await w.call('guests.renew', { organizationId, membershipId });
    await expect(w.call('outbox.retry', { organizationId, id })).rejects.toMatchObject({ code: 'message-outdated' });
  });

  it('mail that waits for a guest can be cancelled, and nothing else is', async () => {
    const one = await guestOf(w, 'one@partner.test', { days: 20, accountManager: true });
    await guestOf(w, 'two@partner.test', { days: 20 });
    await lookAt('2026-03-07T09:00:00+01:00');
    await writeRows(w, (db) => cancelGuestMail(db, [one.membershipId], w.clock.now()));
    const states = (await told()).map((m) => [m.kind, m.to, m.state]);
    expect(states).toContainEqual(['guest-ending', 'one@partner.test', 'cancelled']);
    expect(states).toContainEqual(['guest-ending', 'two@partner.test', 'queued']);
    expect(states).toContainEqual(['guests-digest', 'one@partner.test', 'queued']);
    expect(states.filter(([, , state]) => state === 'cancelled')).toHaveLength(2);
  });
});

describe('the scheduler of notices', () => {
  it('looks when a guest or the settings change', async () => {
    notices.start();
    await guestOf(w, 'gus@partner.test', { days: 20 });
    w.clock.time = at('2026-03-10T09:00:00+01:00');
    await w.call('organizations.update', { organizationId: w.organizationId, name: 'Example Freight' });
    await expect.poll(() => kindsTo('gus@partner.test')).toEqual(['guest-ending']);
  });

  it('leaves the work to the process that holds the lease, and takes over once that was killed', async () => {
    await guestOf(w, 'gus@partner.test', { days: 20 });
    const now = at('2026-03-07T09:00:00+01:00');
    await w.core.changes.write([], now, async (db) => {
      await db
        .insertInto('lease')
        .values({ name: 'guest-notices', holder: 'killed', until: now + 30_000 })
        .execute();
    });
    expect(await lookAt('2026-03-07T09:00:00+01:00')).toBeGreaterThan(now);
    expect(await told()).toEqual([]);
    await lookAt('2026-03-07T09:01:00+01:00');
    expect(await kindsTo('gus@partner.test')).toEqual(['guest-ending']);
  });
});
