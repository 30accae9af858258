import { beforeEach, describe, expect, it } from 'vitest';
import { guestOf } from '../../support/guests.ts';
import { type MailHouse, mailHouse, settingsFor } from '../../support/mail.ts';
import { ended } from '../../support/members.ts';
import { writeRows } from '../../support/memberships.ts';
import { type Sink, startSink } from '../../support/smtp-sink.ts';
import { freshWorkspace } from '../../support/workspace.ts';

const at = (text: string) => Date.parse(text);

let w: MailHouse;
let sink: Sink;
beforeEach(async () => {
  w = mailHouse(await freshWorkspace());
  w.clock.time = at('2026-03-01T10:00:00+01:00');
  sink = await startSink();
  await w.save(settingsFor(sink.port));
});
/** @returns the recipients of what was waiting */
const sendAll = async () => {
  sink.messages.length = 0;
  const outbox = w.startOutbox();
  await outbox.idle();
  await outbox.close();
  return sink.messages.map((m) => m.to[0]);
};

describe('the mail about a renewal', () => {
  it('goes to the guest if asked for: to one, and to many by a job', async () => {
    const { organizationId } = w;
    const guests = [];
    for (const name of ['ren', 'amy', 'bob', 'qui'])
      guests.push((await guestOf(w, `${name}@partner.test`, { days: 20 })).membershipId);
    const [ren = 0, amy = 0, bob = 0, qui = 0] = guests;
    await sendAll();
    w.clock.time = at('2026-03-05T09:00:00+01:00');
    await w.call('guests.renew', { organizationId, membershipId: ren, notify: true });
    await w.call('guests.renew', { organizationId, membershipId: qui });
    const choice = { kind: 'chosen' as const, membershipIds: [amy, bob] };
    await ended(w, await w.call('guests.renewMany', { organizationId, choice, notify: true }));
    expect((await sendAll()).sort()).toEqual(['amy@partner.test', 'bob@partner.test', 'ren@partner.test']);
    const row = (await w.rows()).find((r) => r.kind === 'guest-renewed');
    const { subject, text, html } = await w.call('outbox.show', { organizationId, id: row?.id ?? 0 });
    expect(subject).toBe('Your access to Example Logistics has been renewed until 25 March');
    for (const part of [text, html]) expect(part).toContain('until the end of Wednesday, 25 March 2026');
    expect(text).toContain('Hello ren');
  });

  it('is cancelled once it is no longer true: access was renewed again, has ended or was taken away', async () => {
    const { organizationId } = w;
    const guests = [];
    for (const name of ['ren', 'rem', 'end', 'own'])
      guests.push((await guestOf(w, `${name}@partner.test`, { days: 20 })).membershipId);
    const [ren = 0, rem = 0, end = 0, own = 0] = guests;
    await sendAll();
    w.clock.time = at('2026-03-05T09:00:00+01:00');
    for (const membershipId of guests) await w.call('guests.renew', { organizationId, membershipId, notify: true });
    w.clock.time = at('2026-03-06T09:00:00+01:00');
    await w.call('guests.renew', { organizationId, membershipId: ren, notify: true });
    await w.call('guests.remove', { organizationId, membershipId: rem });
    // changed without anybody cancelling the mail: the outbox checks for itself
    await writeRows(w, (db) =>
      db.updateTable('membership').set({ access_ends_at: w.clock.time }).where('id', '=', end).execute(),
    );
    await w.call('guests.renew', { organizationId, membershipId: own });
    expect(await sendAll()).toEqual(['ren@partner.test']);
    const rows = (await w.rows()).filter((r) => r.kind === 'guest-renewed');
    expect(rows.map((r) => r.state)).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled', 'sent']);
    const { text } = await w.call('outbox.show', { organizationId, id: rows[4]?.id ?? 0 });
    expect(text).toContain('26 March 2026');
  });
});
