import { describe, expect, it } from 'vitest';
import { mailHouse, settingsFor } from '../../support/mail.ts';
import { startScripted } from '../../support/smtp-scripted.ts';
import { freshWorkspace } from '../../support/workspace.ts';

const minute = 60_000;
const withServer = async (script: Parameters<typeof startScripted>[0] = {}) => {
  const server = await startScripted(script);
  const house = mailHouse(await freshWorkspace());
  await house.save(settingsFor(server.port));
  return { server, ...house };
};

describe('the outbox list', () => {
  it('shows the newest first, page by page, and by state', async () => {
    const { call, organizationId, invite, startOutbox } = await withServer({
      RCPT: (line) => (line.includes('p3') ? '550 5.1.1 Nobody' : undefined),
    });
    await invite(...Array.from({ length: 5 }, (_, i) => `p${i}@example.org`));
    await startOutbox().idle();
    const first = await call('outbox.list', { organizationId, limit: 2 });
    expect(first.rows.map((r) => r.toEmail)).toEqual(['p4@example.org', 'p3@example.org']);
    const second = await call('outbox.list', { organizationId, limit: 3, before: first.next ?? 0 });
    expect(second.rows.map((r) => r.toEmail)).toEqual(['p2@example.org', 'p1@example.org', 'p0@example.org']);
    expect(second.next).toBeNull();
    const failed = await call('outbox.list', { organizationId, state: 'failed' });
    expect(failed.rows).toMatchObject([{ toEmail: 'p3@example.org', answer: '550 5.1.1 Nobody', nextAt: null }]);
  });

  it('shows a message before it is sent as it would be sent, with its link hidden', async () => {
    const { call, organizationId, invite, rows } = await withServer();
    await invite('ana@example.org');
    const shown = await call('outbox.show', { organizationId, id: (await rows())[0]?.id ?? 0 });
    expect(shown).toMatchObject({
      state: 'queued',
      subject: 'Olive Owner invites you to Example Logistics',
      messageId: null,
    });
    expect(shown.text).toContain('/i/••••••••');
    expect(shown.html).toContain('/i/••••••••');
    await expect(call('outbox.show', { organizationId, id: 4711 })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('trying again by hand', () => {
  it('sends a refused message again, unchanged', async () => {
    const { server, call, organizationId, invite, row, startOutbox, clock } = await withServer({
      dot: '550 5.7.1 Spam',
    });
    await invite('ana@example.org');
    const outbox = startOutbox();
    await outbox.idle();
    const { id, state } = await row('ana@example.org');
    expect(state).toBe('failed');
    server.script = {};
    clock.advance(minute);
    await call('outbox.retry', { organizationId, id });
    await outbox.idle();
    expect(await row('ana@example.org')).toMatchObject({ state: 'sent', attempts: 2 });
    expect(new Set(server.bodies).size).toBe(1);
    await expect(call('outbox.retry', { organizationId, id })).rejects.toMatchObject({
      code: 'message-not-retryable',
      data: { state: 'sent' },
    });
  });

  it('rewrites a letter whose link has ended, under the same Message-ID', async () => {
    const { server, call, organizationId, invite, row, startOutbox, clock } = await withServer({
      dot: '451 4.7.1 Later',
    });
    await invite('ana@example.org');
    const outbox = startOutbox();
    await outbox.idle();
    clock.advance(73 * 60 * minute);
    await outbox.idle();
    const { id, state, answer } = await row('ana@example.org');
    expect([state, answer]).toEqual([
      'failed',
      'The link had ended before the mail could be sent. The last answer was: 451 4.7.1 Later',
    ]);
    server.script = {};
    await call('outbox.retry', { organizationId, id });
    await outbox.idle();
    expect((await row('ana@example.org')).state).toBe('sent');
    expect(server.bodies.at(-1)).not.toBe(server.bodies[0]);
    const ids = server.bodies.map((b) => /^Message-ID: (.*)$/im.exec(b)?.[1]);
    expect(new Set(ids).size).toBe(1);
  });

  it('is refused when the invitation has ended', async () => {
    const { call, organizationId, invite, row, startOutbox } = await withServer({ RCPT: '550 5.1.1 Nobody' });
    const [ana] = await invite('ana@example.org');
    await startOutbox().idle();
    await call('invitations.revoke', { organizationId, membershipId: ana?.membershipId ?? 0 });
    const { id } = await row('ana@example.org');
    await expect(call('outbox.retry', { organizationId, id })).rejects.toMatchObject({ code: 'not-pending' });
  });

  it('does not resume a queue that has no server', async () => {
    const { call, organizationId } = await freshWorkspace();
    await expect(call('outbox.resume', { organizationId })).rejects.toMatchObject({ code: 'mail-not-set-up' });
  });
});
