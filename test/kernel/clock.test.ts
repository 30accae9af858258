import { describe, expect, it, onTestFinished } from 'vitest';
import { createBackupDuty } from '../../src-main/features/backups/scheduler.ts';
import { createDraftSender } from '../../src-main/features/drafts/scheduler.ts';
import { createGuestNotices } from '../../src-main/features/guests/notices/scheduler.ts';
import { createReminders } from '../../src-main/features/reminders/scheduler.ts';
import { createClockKeeper } from '../../src-main/kernel/clock-keeper.ts';
import type { Scheduler } from '../../src-main/kernel/scheduler.ts';
import { backupWorkspace } from '../support/backups.ts';
import { guestOf, portalOf } from '../support/guests.ts';
import { accept, type Invitee, invite, member } from '../support/invitees.ts';
import { mailHouse, settingsFor } from '../support/mail.ts';
import { startSink } from '../support/smtp-sink.ts';
import { asNobody, freshWorkspace, hour, owner, type Workspace } from '../support/workspace.ts';

const minute = 60_000;
const year = 365 * 24 * hour;

function keeper({ core }: Workspace): Scheduler {
  const made = createClockKeeper(core);
  onTestFinished(() => made.close());
  return made;
}
const open = (w: Workspace, { token }: Invitee) => w.callAs(asNobody, 'invitations.open', { token });
/** An invitation whose link is out. */
async function sent(w: Workspace, email: string): Promise<Invitee> {
  const one = await invite(w, email);
  await w.call('invitations.copyLink', member(w, one.membershipId));
  return one;
}

describe('a link that has ended', () => {
  it('stays ended when the clock is set back by a year, and a fresh one works', async () => {
    const w = await freshWorkspace();
    const ana = await sent(w, 'ana@example.org');
    w.clock.advance(72 * hour);
    await expect(open(w, ana)).rejects.toMatchObject({ code: 'link-expired' });
    expect(await keeper(w).look()).toBe(Infinity);
    w.clock.advance(-year);
    await expect(accept(w, ana.token)).rejects.toMatchObject({ code: 'link-expired' });
    await keeper(w).look();
    await expect(open(w, ana)).rejects.toMatchObject({ code: 'link-expired' });
    await w.call('invitations.reinvite', member(w, ana.membershipId));
    const row = await w.core.store.read
      .selectFrom('invitation')
      .select(['id', 'generation'])
      .where('state', '=', 'pending')
      .executeTakeFirstOrThrow();
    const again = await w.call('invitations.copyLink', member(w, ana.membershipId));
    expect(row.generation).toBe(2);
    await accept(w, again.link.split('/').at(-1) ?? '');
  });

  it('is recorded as ended although nobody writes anything, so that a small step back does not revive it', async () => {
    const w = await freshWorkspace();
    const ana = await sent(w, 'ana@example.org');
    const watching = keeper(w);
    expect(await watching.look()).toBe(w.clock.time + 72 * hour);
    w.clock.advance(72 * hour);
    expect(await watching.look()).toBe(Infinity);
    w.clock.advance(-2 * minute);
    await watching.look();
    w.clock.advance(minute);
    await expect(open(w, ana)).rejects.toMatchObject({ code: 'link-expired' });
  });

  it('stays ended through a year forward and back, while links sent meanwhile or afterwards keep their own time', async () => {
    const w = await freshWorkspace();
    const watching = keeper(w);
    const before = await sent(w, 'before@example.org');
    w.clock.advance(year);
    await watching.look();
    const meanwhile = await sent(w, 'meanwhile@example.org');
    w.clock.advance(-year);
    await watching.look();
    const afterwards = await sent(w, 'afterwards@example.org');
    await watching.look(); // a second process, or a second look, ends no more than the first
    await keeper(w).look();
    await expect(open(w, before)).rejects.toMatchObject({ code: 'link-expired' });
    expect((await open(w, afterwards)).email).toBe('afterwards@example.org');
    await accept(w, meanwhile.token);
    w.clock.advance(73 * hour);
    await expect(open(w, afterwards)).rejects.toMatchObject({ code: 'link-expired' });
  });

  it('is recorded once in the audit of each organization that had one, in the transaction that ended it', async () => {
    const w = await freshWorkspace();
    const terms = { timeZone: 'Europe/Amsterdam', linkLifeHours: 72 };
    const { organizationId } = await w.call('organizations.add', { name: 'Example Air', ...terms });
    for (const email of ['ana@example.org', 'bo@example.org']) await sent(w, email);
    const setBack = async (of: number) => {
      const { rows } = await w.call('audit.list', { organizationId: of });
      return rows.filter((row) => row.operation === 'clock.setBack');
    };
    w.clock.advance(year);
    await keeper(w).look();
    const later = w.clock.time;
    w.clock.advance(-year);
    // by whoever writes first, and nobody after that; a deed that fails ends and records nothing
    const failing = w.core.changes.write([], w.clock.now(), () => Promise.reject(new Error('taken back')));
    await expect(failing).rejects.toThrow('taken back');
    expect(await setBack(w.organizationId)).toEqual([]);
    const told: string[] = [];
    w.core.changes.onCommit((tags) => told.push(...tags));
    await keeper(w).look();
    await keeper(w).look();
    expect(told.sort()).toEqual(['audit', 'invitations', 'users']);
    expect(await setBack(w.organizationId)).toMatchObject([
      { actor: 'core', at: w.clock.time, detail: { invitations: 2, from: new Date(later).toISOString() } },
    ]);
    expect(await setBack(organizationId)).toEqual([]);
    expect((await w.call('audit.verify', { organizationId: w.organizationId })).faults).toEqual([]);
  });

  it('for a forgotten password stays ended as well', async () => {
    const w = mailHouse(await freshWorkspace());
    await w.save(settingsFor(1));
    await w.callAs(asNobody, 'session.forgotPassword', { email: owner.email });
    const ended = () => w.core.store.read.selectFrom('password_reset').select(['ended_at', 'expires_at']).execute();
    const [link] = await ended();
    w.clock.time = link?.expires_at ?? 0;
    await keeper(w).look();
    w.clock.advance(-year);
    await keeper(w).look();
    expect(await ended()).toMatchObject([{ ended_at: w.clock.time }]);
  });

  it('is not one with time left: a time that lags a little, as after waiting for the lock, ends nothing', async () => {
    const w = await freshWorkspace();
    const ana = await sent(w, 'ana@example.org');
    w.clock.advance(71 * hour);
    await keeper(w).look();
    w.clock.advance(-30_000);
    await keeper(w).look();
    expect((await open(w, ana)).validUntil).toBe(w.clock.time + 30_000 + hour);
  });
});

describe('a session that has ended', () => {
  it('stays ended when the clock is set back, and one in use times out from then on', async () => {
    const w = await freshWorkspace();
    const first = await invite(w, 'ana@example.org');
    await accept(w, first.token);
    const ana = await portalOf(w, 'ana@example.org');
    w.clock.advance(year);
    await keeper(w).look();
    await expect(w.callAs(ana, 'profile.get', {})).rejects.toMatchObject({ code: 'not-signed-in' });
    const later = await portalOf(w, 'ana@example.org');
    w.clock.advance(-year);
    await keeper(w).look();
    await expect(w.callAs(ana, 'profile.get', {})).rejects.toMatchObject({ code: 'not-signed-in' });
    await w.callAs(later, 'profile.get', {});
    w.clock.advance(24 * hour);
    await expect(w.callAs(later, 'profile.get', {})).rejects.toMatchObject({ code: 'not-signed-in' });
  });
});

describe('a clock that is set a year forward and back', () => {
  it('sends each notice and draft once, mails nothing twice, and makes at most one backup for each of the three jumps', async () => {
    const w = mailHouse(await backupWorkspace());
    const sink = await startSink();
    await w.save(settingsFor(sink.port));
    await guestOf(w, 'guest@example.org', { days: 30 });
    const { organizationId } = w;
    const { id } = await w.call('drafts.save', {
      ...{ organizationId, name: 'Spring', terms: { kind: 'user', defaults: { roles: ['Member'] } } },
      entries: [{ email: 'drafted@example.org' }],
    });
    await w.call('drafts.schedule', { organizationId, id, sendAt: w.clock.time + 30 * 24 * hour });
    await sent(w, 'ana@example.org');
    const duties = [createGuestNotices, createReminders, createDraftSender, createClockKeeper, createBackupDuty].map(
      (create) => {
        const duty = create(w.core);
        onTestFinished(() => duty.close());
        return duty;
      },
    );
    const rest = async () => {
      for (const duty of duties) await duty.look();
      const outbox = w.startOutbox();
      await outbox.idle();
      await outbox.close();
    };
    const told = async () => (await w.rows()).map((row) => `${row.kind} ${row.toEmail}`).sort();
    await rest();
    const atFirst = await told();
    for (let n = 0; n < 3; n++) {
      w.clock.advance(year);
      await rest();
      await rest();
      w.clock.advance(-year);
      await rest();
      await rest();
    }
    const news = (await told()).filter((one) => !atFirst.includes(one));
    // whoever invited the guest is the sponsor, and is told as well
    expect(news).toEqual([
      'guest-ended guest@example.org',
      'invitation drafted@example.org',
      `sponsor-ended ${owner.email}`,
    ]);
    expect(new Set(await told()).size).toBe((await told()).length);
    const gone = (await w.rows()).filter((row) => row.state === 'sent');
    expect(sink.messages.map(({ to }) => to[0]).sort()).toEqual(gone.map((row) => row.toEmail).sort());
    expect((await w.call('backups.list', {})).rows.length).toBeLessThanOrEqual(4);
    // by the right clock the access has ended by now as well, and nobody is told again
    w.clock.advance(31 * 24 * hour);
    await rest();
    expect((await told()).filter((one) => one === 'guest-ended guest@example.org')).toHaveLength(1);
  });

  it('makes mail that failed while it was wrong wait no longer than usual', async () => {
    const w = mailHouse(await freshWorkspace());
    await w.save(settingsFor(1)); // nobody listens there
    w.clock.advance(year);
    await w.invite('ana@example.org');
    const outbox = w.startOutbox();
    await outbox.idle();
    await outbox.close();
    const waiting = async () => (await w.row('ana@example.org')).nextAt ?? 0;
    const patience = (await waiting()) - w.clock.time;
    expect(patience).toBeGreaterThan(0);
    w.clock.advance(-year);
    await keeper(w).look();
    expect((await waiting()) - w.clock.time).toBe(patience);
  });
});
