import { describe, expect, it } from 'vitest';
import { mailHouse, settingsFor } from '../../support/mail.ts';
import { startScripted } from '../../support/smtp-scripted.ts';
import { freshWorkspace } from '../../support/workspace.ts';

const people = (n: number) => Array.from({ length: n }, (_, i) => `p${i}@example.org`);
const house = async () => mailHouse(await freshWorkspace());

describe('cancelling', () => {
  it('stops a waiting message for good; the invitation stays open and its link can be copied', async () => {
    const { call, organizationId, invite, row, save, startOutbox, clock } = await house();
    const [ana] = await invite('ana@example.org', 'ben@example.org');
    const { id } = await row('ana@example.org');
    await call('outbox.cancel', { organizationId, id });
    const server = await startScripted();
    await save(settingsFor(server.port));
    const outbox = startOutbox();
    await outbox.idle();
    clock.advance(86_400_000);
    await outbox.idle();
    expect(server.bodies).toHaveLength(1);
    expect(await row('ana@example.org')).toMatchObject({ state: 'cancelled', nextAt: null });
    const { rows } = await call('users.list', { organizationId, search: 'ana@' });
    expect(rows[0]).toMatchObject({ status: 'pending', delivery: { state: 'cancelled' } });
    const { link } = await call('invitations.copyLink', { organizationId, membershipId: ana?.membershipId ?? 0 });
    expect(link).toContain('/i/');
    await expect(call('outbox.cancel', { organizationId, id })).rejects.toMatchObject({
      code: 'message-not-waiting',
      data: { state: 'cancelled' },
    });
  });

  it('never touches a message that is being sent', async () => {
    const { call, organizationId, invite, row, rows, save, startOutbox } = await house();
    let answered: Promise<unknown> = Promise.resolve();
    const server = await startScripted();
    server.script = {
      dot: () => {
        answered = (async () => {
          const { id } = await row('p0@example.org');
          const one = await call('outbox.cancel', { organizationId, id }).catch((error: unknown) => error);
          const choice = { kind: 'matching', filter: { search: '@example.org' } } as const;
          return [one, await call('outbox.cancelMany', { organizationId, choice })];
        })();
        return undefined;
      },
    };
    await invite('p0@example.org');
    await save(settingsFor(server.port));
    await startOutbox().idle();
    expect(await answered).toMatchObject([
      { code: 'message-not-waiting', data: { state: 'sending' } },
      { done: 0, left: [{ why: 'sending', n: 1 }] },
    ]);
    expect((await rows()).map((r) => r.state)).toEqual(['sent']);
  });
});

describe('many messages', () => {
  it('are held, released and cancelled by ids or by filter, with an audit entry for each', async () => {
    const { call, organizationId, invite, rows, core } = await house();
    await invite(...people(5));
    const ids = (await rows()).map((r) => r.id);
    const [a = 0, b = 0, c = 0] = ids;
    const choice = { kind: 'chosen' as const, ids: [a, b, 999] };
    expect(await call('outbox.holdMany', { organizationId, choice })).toEqual({ done: 2, left: [] });
    const all = { kind: 'matching' as const, filter: {}, except: [c] };
    expect(await call('outbox.releaseMany', { organizationId, choice: all })).toEqual({
      done: 2,
      left: [{ why: 'state', n: 2 }],
    });
    expect(await call('outbox.cancelMany', { organizationId, choice: all })).toEqual({ done: 4, left: [] });
    expect((await rows()).map((r) => r.state)).toEqual(['cancelled', 'cancelled', 'queued', 'cancelled', 'cancelled']);
    const audit = await core.store.read.selectFrom('audit').select(['operation', 'target']).orderBy('id').execute();
    expect(audit.filter((r) => r.operation === 'outbox.cancelMany').map((r) => r.target)).toEqual([
      'p0@example.org',
      'p1@example.org',
      'p3@example.org',
      'p4@example.org',
    ]);
  });

  it('are tried again where possible, and the others are counted with the reason', async () => {
    const { call, organizationId, invite, rows, save, startOutbox } = await house();
    const server = await startScripted({
      RCPT: (line) => (/p[012]@/.test(line) ? '550 5.1.1 Nobody' : undefined),
    });
    await save(settingsFor(server.port));
    const [first] = await invite(...people(4));
    const outbox = startOutbox();
    await outbox.idle();
    await call('invitations.revoke', { organizationId, membershipId: first?.membershipId ?? 0 });
    server.script = {};
    const choice = { kind: 'matching', filter: { search: 'example.org' } } as const;
    const answer = await call('outbox.retryMany', { organizationId, choice });
    expect(answer.done).toBe(2);
    expect(new Map(answer.left.map(({ why, n }) => [why, n]))).toEqual(
      new Map([
        ['ended', 1],
        ['state', 1],
      ]),
    );
    await outbox.idle();
    expect((await rows()).map((r) => r.state)).toEqual(['failed', 'sent', 'sent', 'sent']);
  });
});

describe('an uncertain message', () => {
  it('is sent again by hand as the same bytes, with the same Message-ID and link', async () => {
    const { call, organizationId, invite, row, save, startOutbox, clock } = await house();
    const server = await startScripted({ dot: 'drop' });
    await save(settingsFor(server.port));
    await invite('ana@example.org');
    const outbox = startOutbox();
    await outbox.idle();
    const { id, state } = await row('ana@example.org');
    expect(state).toBe('uncertain');
    server.script = {};
    clock.advance(1000);
    await call('outbox.retry', { organizationId, id });
    await outbox.idle();
    expect(server.bodies).toHaveLength(2);
    expect(server.bodies[1]).toBe(server.bodies[0]);
    expect(server.bodies[1]).toMatch(/^Message-ID: <[\w-]+@example\.com>$/im);
    expect(server.bodies[1]?.replaceAll('=\r\n', '')).toMatch(/\/i\/\d+\.1\.[\w-]{43}/);
    expect((await row('ana@example.org')).state).toBe('sent');
  });
});
