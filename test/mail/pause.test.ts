import { describe, expect, it } from 'vitest';
import { openCore } from '../../src-main/core.ts';
import { mailHouse, settingsFor } from '../support/mail.ts';
import { startScripted } from '../support/smtp-scripted.ts';
import { freshWorkspace, quickPasswords } from '../support/workspace.ts';

const people = (n: number) => Array.from({ length: n }, (_, i) => `p${i}@example.org`);

describe('a queue that the operator pauses', () => {
  it('stays paused through a restart and new settings, says by whom and since when, and goes on when it is resumed', async () => {
    const h = mailHouse(await freshWorkspace());
    const { call, organizationId, clock } = h;
    await expect(call('outbox.pause', { organizationId })).rejects.toMatchObject({ code: 'mail-not-set-up' });
    const server = await startScripted();
    await h.save(settingsFor(server.port));
    const pausedAt = clock.now();
    await call('outbox.pause', { organizationId });
    clock.advance(60_000);
    await call('outbox.pause', { organizationId });
    await h.invite('ana@example.org');
    const first = h.startOutbox();
    await first.idle();
    await first.close();

    const core = await openCore({ folder: h.core.folder, clock, passwords: quickPasswords() });
    const again = mailHouse({ ...h, core });
    const outbox = again.startOutbox();
    await h.save(settingsFor(server.port, { senderName: 'Gate' }));
    await outbox.idle();
    const state = () => call('outbox.state', { organizationId });
    expect(await state()).toMatchObject({ stop: { by: 'Olive Owner', at: pausedAt }, pause: null, waiting: 1 });
    expect(server.connections).toBe(0);

    await call('outbox.resume', { organizationId });
    await expect.poll(() => server.accepted.length).toBe(1);
    await outbox.idle();
    expect(await state()).toMatchObject({ stop: null, waiting: 0, counts: { sent: 1 } });
    await outbox.close();
    await core.close();
  });

  it('lets no body leave from that moment on, and counts no attempt', async () => {
    const h = mailHouse(await freshWorkspace());
    const { call, organizationId } = h;
    let asked: Promise<unknown> | undefined;
    const server = await startScripted();
    server.script = {
      RCPT: () => {
        asked ??= call('outbox.pause', { organizationId });
        return undefined;
      },
    };
    await h.save(settingsFor(server.port));
    await h.invite(...people(20));
    const outbox = h.startOutbox();
    await outbox.idle();
    await asked;
    await outbox.idle();
    expect(server.bodies).toEqual([]);
    const rows = await h.rows();
    expect(new Set(rows.map((r) => `${r.state} ${r.attempts}`))).toEqual(new Set(['queued 0']));
    server.script = {};
    await call('outbox.resume', { organizationId });
    await outbox.idle();
    expect(server.accepted).toHaveLength(20);
  });
});
