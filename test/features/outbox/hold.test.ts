import { describe, expect, it } from 'vitest';
import { mailHouse, settingsFor } from '../../support/mail.ts';
import { startSink } from '../../support/smtp-sink.ts';
import { freshWorkspace } from '../../support/workspace.ts';

const day = 86_400_000;

describe('a held message', () => {
  it('stays while all others go out, does not age, and goes out when it is released', async () => {
    const house = mailHouse(await freshWorkspace());
    const { organizationId, call, clock } = house;
    await house.invite('ana@example.org', 'bob@example.org');
    const { id } = await house.row('ana@example.org');
    await call('outbox.hold', { organizationId, id });
    const sink = await startSink();
    await house.save(settingsFor(sink.port));
    const outbox = house.startOutbox();
    await outbox.idle();
    expect(sink.messages.map((m) => m.to[0])).toEqual(['bob@example.org']);
    expect(await house.row('ana@example.org')).toMatchObject({ state: 'held', nextAt: null });

    clock.advance(30 * day);
    expect((await call('users.list', { organizationId, search: 'ana@' })).rows[0]).toMatchObject({
      status: 'pending',
      validUntil: null,
    });
    await call('outbox.release', { organizationId, id });
    await outbox.idle();
    expect(sink.messages.map((m) => m.to[0])).toEqual(['bob@example.org', 'ana@example.org']);
  });

  it('must have been waiting, and only a held one is released', async () => {
    const house = mailHouse(await freshWorkspace());
    const { organizationId, call } = house;
    await house.invite('ana@example.org');
    const { id } = await house.row('ana@example.org');
    await expect(call('outbox.release', { organizationId, id })).rejects.toMatchObject({
      code: 'message-not-waiting',
      data: { state: 'queued' },
    });
    await call('outbox.hold', { organizationId, id });
    await expect(call('outbox.hold', { organizationId, id })).rejects.toMatchObject({ code: 'message-not-waiting' });
    await expect(call('outbox.hold', { organizationId, id: 999 })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is cancelled with its invitation', async () => {
    const house = mailHouse(await freshWorkspace());
    const { organizationId, call } = house;
    const [invited] = await house.invite('ana@example.org');
    await call('outbox.hold', { organizationId, id: (await house.row('ana@example.org')).id });
    await call('invitations.revoke', { organizationId, membershipId: invited?.membershipId ?? 0 });
    expect((await house.row('ana@example.org')).state).toBe('cancelled');
  });
});
