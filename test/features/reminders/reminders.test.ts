import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createReminders } from '../../../src-main/features/reminders/scheduler.ts';
import type { Scheduler } from '../../../src-main/kernel/scheduler.ts';
import { accept, member, tokenOf } from '../../support/invitees.ts';
import { type MailHouse, mailHouse, settingsFor } from '../../support/mail.ts';
import { type Sink, startSink } from '../../support/smtp-sink.ts';
import { freshWorkspace, hour, owner } from '../../support/workspace.ts';

let w: MailHouse;
let sink: Sink;
let reminders: Scheduler;

const scheduler = (holder?: string): Scheduler => {
  const made = createReminders({ ...w.core, ...(holder ? { holder } : {}) });
  onTestFinished(() => made.close());
  return made;
};
const setTo = (changes: { linkLifeHours?: number; remindHours?: number | null }) =>
  w.call('organizations.update', { organizationId: w.organizationId, ...changes });

/** Everything that waits goes out to a real server. */
async function deliver(): Promise<void> {
  const outbox = w.startOutbox();
  await outbox.idle();
  await outbox.close();
}
/** @returns the membership of somebody whose invitation the server has taken; the life of the link begins now */
async function mailTo(email: string): Promise<{ membershipId: number; invitationId: number }> {
  const [one] = await w.invite(email);
  await deliver();
  if (!one) throw new Error(`${email} was not invited`);
  return one;
}
const reminded = async () =>
  (await w.rows()).filter((row) => row.kind === 'reminder').map((row) => `${row.toEmail} ${row.state}`);

beforeEach(async () => {
  w = mailHouse(await freshWorkspace()); // links live for 72 hours
  sink = await startSink();
  await w.save(settingsFor(sink.port));
  reminders = scheduler();
});

describe('a reminder', () => {
  it('goes out once, a day before the link ends, with the link and the end of the invitation', async () => {
    const sent = w.clock.time;
    const { membershipId } = await mailTo('ana@example.org');
    const { link, validUntil } = await w.call('invitations.copyLink', member(w, membershipId));
    expect(await reminders.look()).toBe(sent + 48 * hour);
    w.clock.time = sent + 48 * hour - 1;
    await reminders.look();
    expect(await reminded()).toEqual([]);

    w.clock.time = sent + 48 * hour;
    expect(await reminders.look()).toBe(Infinity);
    expect(await reminded()).toEqual(['ana@example.org queued']);
    await deliver();
    const mail = await PostalMime.parse(sink.messages.at(-1)?.raw ?? '');
    expect(mail.subject).toBe('Reminder: your invitation to Example Logistics is waiting');
    for (const part of [mail.text ?? '', mail.html ?? '']) {
      expect(part).toContain('has not been accepted yet');
      expect(part).toContain(link);
      expect(part).toContain(`${owner.name} invites you to join Example Logistics.`);
    }
    expect((await w.call('invitations.copyLink', member(w, membershipId))).validUntil).toBe(validUntil);

    await reminders.look();
    w.clock.time = sent; // the clock is set back, and the process restarts
    await scheduler('another').look();
    w.clock.time = sent + 60 * hour;
    await reminders.look();
    expect(await reminded()).toEqual(['ana@example.org sent']);
  });

  it('comes late after a long sleep while the link lasts for more than an hour, and not at all otherwise', async () => {
    const sent = w.clock.time;
    await mailTo('ana@example.org');
    w.clock.time = sent + 70 * hour;
    await reminders.look();
    expect(await reminded()).toEqual(['ana@example.org queued']);
    await mailTo('bela@example.org');
    w.clock.time += 71.5 * hour;
    await reminders.look();
    expect((await reminded()).filter((one) => one.startsWith('bela'))).toEqual([]);
  });

  it('waits for the second half of a link’s life, and is not sent for a life under two days', async () => {
    await setTo({ remindHours: 240 });
    const sent = w.clock.time;
    await mailTo('ana@example.org');
    expect(await reminders.look()).toBe(sent + 36 * hour);
    await setTo({ linkLifeHours: 47 });
    await mailTo('bela@example.org');
    w.clock.time = sent + 46 * hour;
    await reminders.look();
    expect(await reminded()).toEqual(['ana@example.org queued']);
  });

  it('is not sent where an organization wants none, and is as soon as it does', async () => {
    await setTo({ remindHours: null });
    const sent = w.clock.time;
    await mailTo('ana@example.org');
    w.clock.time = sent + 60 * hour;
    expect(await reminders.look()).toBe(Infinity);
    expect(await reminded()).toEqual([]);
    await setTo({ remindHours: 24 });
    await reminders.look();
    expect(await reminded()).toEqual(['ana@example.org queued']);
  });

  it.each([
    ['accepting', async (one: { invitationId: number }) => accept(w, await tokenOf(w, one.invitationId))],
    ['revoking', (one: { membershipId: number }) => w.call('invitations.revoke', member(w, one.membershipId))],
    ['reinviting', (one: { membershipId: number }) => w.call('invitations.reinvite', member(w, one.membershipId))],
  ] as const)('that waits is cancelled by %s', async (_deed, act) => {
    const sent = w.clock.time;
    const one = await mailTo('ana@example.org');
    w.clock.time = sent + 50 * hour;
    await reminders.look();
    await act(one);
    await deliver();
    expect(await reminded()).toEqual(['ana@example.org cancelled']);
    w.clock.time = sent + 60 * hour;
    await reminders.look();
    expect(await reminded()).toHaveLength(1);
  });

  it('is due again for the next generation, and never for people whose mail has not gone out', async () => {
    const sent = w.clock.time;
    const { membershipId } = await mailTo('ana@example.org');
    const [held] = await w.invite('bela@example.org');
    await w.call('outbox.hold', { organizationId: w.organizationId, id: (await w.row('bela@example.org')).id });
    await w.call('invitations.copyLink', member(w, held?.membershipId ?? 0));
    w.clock.time = sent + 50 * hour;
    await reminders.look();
    await deliver();
    expect(await reminded()).toEqual(['ana@example.org sent']);
    await w.call('invitations.reinvite', member(w, membershipId));
    await deliver();
    w.clock.time += 50 * hour;
    await reminders.look();
    expect(await reminded()).toEqual(['ana@example.org sent', 'ana@example.org queued']);
  });

  it('is not sent to somebody whose mail bounced, until a new one goes out', async () => {
    const sent = w.clock.time;
    const { membershipId } = await mailTo('ana@example.org');
    await w.call('bounces.import', { organizationId: w.organizationId, text: 'ana@example.org' });
    w.clock.time = sent + 50 * hour;
    await reminders.look();
    expect(await reminded()).toEqual([]);
    await w.call('invitations.sendAgain', member(w, membershipId));
    await deliver();
    await reminders.look();
    expect(await reminded()).toEqual(['ana@example.org queued']);
  });

  it('is due again after the link was extended', async () => {
    const sent = w.clock.time;
    const { membershipId } = await mailTo('ana@example.org');
    w.clock.time = sent + 50 * hour;
    await reminders.look();
    await deliver();
    await w.call('invitations.extend', member(w, membershipId));
    expect(await reminders.look()).toBe(sent + 98 * hour);
    w.clock.time = sent + 98 * hour;
    await reminders.look();
    expect(await reminded()).toEqual(['ana@example.org sent', 'ana@example.org queued']);
  });

  it('is queued by one process of several that look at once', async () => {
    const sent = w.clock.time;
    await mailTo('ana@example.org');
    w.clock.time = sent + 50 * hour;
    await Promise.all([reminders, scheduler('second'), scheduler('third')].map((one) => one.look()));
    expect(await reminded()).toEqual(['ana@example.org queued']);
  });
});
