import { describe, expect, it } from 'vitest';
import { toldNetwork } from '../../src-main/kernel/network.ts';
import { isAway } from '../../src-main/mail/smtp/away.ts';
import { SmtpFailure } from '../../src-main/mail/smtp/failure.ts';
import { mailHouse, settingsFor } from '../support/mail.ts';
import { startScripted } from '../support/smtp-scripted.ts';
import { freshWorkspace } from '../support/workspace.ts';

type Facts = SmtpFailure['facts'];
const away = (facts: Partial<Facts>, online = true) =>
  isAway(new SmtpFailure('', { stage: 'connect', ...facts }), online);

describe('the network is away', () => {
  it.each([
    ['no way out', { code: 'ENETUNREACH' }],
    ['the interface is down', { code: 'ENETDOWN' }],
    ['no name server answers', { code: 'EAI_AGAIN', lookUp: true }],
    ['no name server is there', { code: 'ECONNREFUSED', lookUp: true }],
    ['looking the name up took too long', { code: 'ETIMEOUT', lookUp: true }],
  ])('when %s, whatever the system says', (_, facts) => {
    expect(away(facts)).toBe(true);
  });

  it.each([
    ['the name is not known', { code: 'ENOTFOUND', lookUp: true }],
    ['nothing listens', { code: 'ECONNREFUSED' }],
    ['there is no answer', { code: 'ETIMEDOUT' }],
    ['the host cannot be reached', { code: 'EHOSTUNREACH' }],
  ])('when %s only if the system is offline: else it is the server', (_, facts) => {
    expect(away(facts)).toBe(false);
    expect(away(facts, false)).toBe(true);
  });

  it.each([
    ['the server has spoken', { replyCode: 421, code: 'EPROTOCOL' }],
    ['the extensions were heard', { code: 'ECONNRESET', startTlsOffered: true }],
    ['the connection was lost later', { stage: 'envelope', code: 'ENETUNREACH' } as const],
  ])('never when %s', (_, facts) => {
    expect(away(facts, false)).toBe(false);
  });
});

async function offlineHouse() {
  const server = await startScripted();
  const network = toldNetwork();
  const house = mailHouse(await freshWorkspace());
  await house.save(settingsFor(server.port));
  network.tell(false);
  await server.leave();
  const outbox = house.startOutbox({ network });
  const state = () => house.call('outbox.state', { organizationId: house.organizationId });
  return { ...house, server, network, outbox, state };
}
const people = ['ana@example.org', 'ben@example.org', 'cem@example.org', 'dia@example.org'];

describe('mail while the network is away', () => {
  it('stays queued, counts no attempt, and goes out by itself when the server is back', async () => {
    const { invite, outbox, state, rows, clock, server } = await offlineHouse();
    const since = clock.now();
    await invite(...people);
    await outbox.idle();
    for (let day = 0; day < 6; day += 1) {
      clock.advance(86_400_000);
      await outbox.idle();
    }
    expect(await state()).toMatchObject({ offlineSince: since, waiting: 4, counts: { queued: 4 }, pause: null });
    expect(new Set((await rows()).map((r) => `${r.state} ${r.attempts} ${r.answer}`))).toEqual(
      new Set(['queued 0 null']),
    );
    await server.comeBack();
    clock.advance(15_000);
    await outbox.idle();
    expect(await state()).toMatchObject({ offlineSince: null, waiting: 0, counts: { sent: 4 } });
    expect(server.accepted).toHaveLength(4);
  });

  it('goes out at once when the system says that the network is back', async () => {
    const { invite, outbox, state, server, network } = await offlineHouse();
    await invite(...people);
    await outbox.idle();
    expect((await state()).offlineSince).not.toBeNull();
    await server.comeBack();
    // not a moment has passed on the clock
    network.tell(true);
    await expect.poll(() => server.accepted.length).toBe(4);
    await outbox.idle();
    expect(await state()).toMatchObject({ offlineSince: null, counts: { sent: 4 } });
  });

  it('is deferred as the server’s trouble when the system has a network', async () => {
    const { invite, outbox, state, rows, network, clock } = await offlineHouse();
    await invite(...people);
    await outbox.idle();
    network.tell(true);
    await expect.poll(async () => (await rows()).every((r) => r.state === 'deferred')).toBe(true);
    await outbox.idle();
    expect(await state()).toMatchObject({ offlineSince: null, counts: { deferred: 4 } });
    expect((await rows())[0]).toMatchObject({ attempts: 1, nextAt: clock.now() + 60_000 });
  });

  it('is no longer reported to wait for the network once it is cancelled', async () => {
    const { invite, outbox, state, call, organizationId } = await offlineHouse();
    await invite('ana@example.org');
    await outbox.idle();
    expect((await state()).offlineSince).not.toBeNull();
    await call('outbox.cancelMany', { organizationId, choice: { kind: 'matching', filter: {} } });
    expect((await state()).offlineSince).toBeNull();
  });
});
