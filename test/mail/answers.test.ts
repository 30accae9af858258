import { describe, expect, it } from 'vitest';
import { selfSigned } from '../support/certificates.ts';
import { mailHouse, settingsFor } from '../support/mail.ts';
import { type Scripted, startScripted } from '../support/smtp-scripted.ts';
import { freshWorkspace } from '../support/workspace.ts';

const minute = 60_000;
const hour = 60 * minute;
const to = 'ana@example.org';

async function sendTo(server: { readonly port: number }, settings: Parameters<typeof settingsFor>[1] = {}) {
  const house = mailHouse(await freshWorkspace());
  await house.save(settingsFor(server.port, settings));
  await house.invite(to);
  const outbox = house.startOutbox();
  await outbox.idle();
  return { house, outbox, row: await house.row(to), queue: await state(house) };
}
const state = (house: { organizationId: number; call: Awaited<ReturnType<typeof mailHouse>>['call'] }) =>
  house.call('outbox.state', { organizationId: house.organizationId });

const table: readonly (readonly [string, Scripted['script'], string])[] = [
  ['421 to the greeting', { connect: '421 4.3.2 Closing' }, 'deferred'],
  ['554 to the greeting', { connect: '554 5.3.2 Not for you' }, 'deferred'],
  ['421 to EHLO', { EHLO: '421 4.3.2 Closing' }, 'deferred'],
  ['451 to MAIL', { MAIL: '451 4.3.0 Try later' }, 'deferred'],
  ['452 to MAIL', { MAIL: '452 4.3.1 No room' }, 'deferred'],
  ['552 to MAIL', { MAIL: '552 5.3.4 Too big' }, 'failed'],
  ['421 to RCPT', { RCPT: '421 4.7.0 Too much' }, 'deferred'],
  ['450 to RCPT', { RCPT: '450 4.2.1 Greylisted' }, 'deferred'],
  ['550 to RCPT', { RCPT: '550 5.1.1 No such person' }, 'failed'],
  ['551 to RCPT', { RCPT: '551 5.1.6 Moved' }, 'failed'],
  ['503 to RCPT', { RCPT: '503 5.5.1 Out of order' }, 'deferred'],
  ['451 to DATA', { DATA: '451 4.3.0 Later' }, 'deferred'],
  ['554 to DATA', { DATA: '554 5.5.1 Nobody to send to' }, 'failed'],
  ['421 behind the body', { dot: '421 4.3.0 Sorry' }, 'deferred'],
  ['451 behind the body', { dot: '451 4.7.1 Try later' }, 'deferred'],
  ['552 behind the body', { dot: '552 5.2.2 Full' }, 'failed'],
  ['550 behind the body', { dot: '550 5.7.1 Spam' }, 'failed'],
];

describe('the answer of a server', () => {
  it.each(table)('%s', async (name, script, expected) => {
    const server = await startScripted(script);
    const { row, queue, house, outbox } = await sendTo(server);
    expect(row.state).toBe(expected);
    const words = Object.values(script)[0];
    expect(row.answer).toBe(words);
    expect(queue.pause).toBeNull();
    server.script = {};
    house.clock.advance(2 * minute);
    await outbox.idle();
    expect(await house.row(to)).toMatchObject({ state: expected === 'failed' ? 'failed' : 'sent' });
    expect(server.accepted).toHaveLength(expected === 'failed' ? 0 : 1);
    // refused after its body, a message is repeated unchanged
    if (name.includes('behind')) expect(new Set(server.bodies).size).toBe(1);
  });

  it('is the same with commands sent in one packet (PIPELINING)', async () => {
    const server = await startScripted({ RCPT: '550 5.1.1 No such person', DATA: '554 5.5.1 Nobody' });
    server.extensions = ['PIPELINING', '8BITMIME', 'SIZE 1000000'];
    const { row, house, outbox } = await sendTo(server);
    expect(row).toMatchObject({ state: 'failed', answer: '550 5.1.1 No such person' });
    server.script = {};
    await house.invite('next@example.org');
    await outbox.idle();
    expect(await house.row('next@example.org')).toMatchObject({ state: 'sent' });
    expect(server.accepted).toHaveLength(1);
  });

  it('does not keep a link that the server quotes', async () => {
    const seen: string[] = [];
    const server = await startScripted({
      dot: () => {
        const link = /http:\S+\/i\/\S+/.exec(server.bodies[0]?.replaceAll('=\r\n', '') ?? '')?.[0] ?? '';
        seen.push(link);
        return `550 5.7.1 Spam because of ${link} and ${link.split('/i/')[1]}`;
      },
    });
    const { row } = await sendTo(server);
    expect(seen[0]).toMatch(/\/i\/\d+\.1\.[\w-]{43}$/);
    expect(row.answer).toContain('550 5.7.1 Spam because of http://127.0.0.1');
    expect(row.answer).not.toContain(seen[0]?.split('.').at(-1));
  });
});

const pauses: readonly (readonly [string, Scripted['script'], 'login' | 'tls' | 'sender', RegExp])[] = [
  ['535 to AUTH', { AUTH: '535 5.7.8 Wrong' }, 'login', /^535 5.7.8 Wrong/],
  ['534 to AUTH', { AUTH: '534 5.7.9 Too weak' }, 'login', /^534/],
  ['530 to MAIL', { MAIL: '530 5.7.0 Authentication required' }, 'login', /^530/],
  ['530 that wants STARTTLS', { MAIL: '530 5.7.0 Must issue a STARTTLS command first' }, 'tls', /^530/],
  ['550 to MAIL', { MAIL: '550 5.7.1 Sender not allowed' }, 'sender', /^550/],
  ['553 to MAIL', { MAIL: '553 5.1.8 Sender rejected' }, 'sender', /^553/],
];

describe('trouble with the settings', () => {
  it.each(pauses)('%s pauses the queue after one try for all, and loses nothing', async (_, script, reason, words) => {
    const server = await startScripted(script, { login: true });
    const house = mailHouse(await freshWorkspace());
    await house.save(settingsFor(server.port, { login: 'gate', password: 'sesame' }));
    const people = Array.from({ length: 20 }, (__, i) => `p${i}@example.org`);
    await house.invite(...people);
    const outbox = house.startOutbox();
    await outbox.idle();
    const queue = await state(house);
    expect(queue.pause).toMatchObject({ reason, at: house.clock.now() });
    expect(queue.pause?.answer).toMatch(words);
    expect(queue.counts.queued).toBe(20);
    expect(server.verbs.filter((v) => v === Object.keys(script)[0]).length).toBeLessThanOrEqual(1);
    house.clock.advance(8 * hour);
    await outbox.idle();
    expect(server.connections).toBe(1);
    server.script = {};
    await house.call('outbox.resume', { organizationId: house.organizationId });
    await outbox.idle();
    expect((await state(house)).counts).toMatchObject({ queued: 0, sent: 20 });
    expect(server.accepted).toHaveLength(20);
  });

  it('454 to AUTH only defers the mail', async () => {
    const server = await startScripted({ AUTH: '454 4.7.0 Cannot check now' }, { login: true });
    const { row, queue } = await sendTo(server, { login: 'gate', password: 'sesame' });
    expect(row).toMatchObject({ state: 'deferred', answer: '454 4.7.0 Cannot check now' });
    expect(queue.pause).toBeNull();
  });

  it('a server without STARTTLS gets neither login nor mail in clear', async () => {
    const server = await startScripted({}, { login: true });
    const { row, queue } = await sendTo(server, { security: 'starttls', login: 'gate', password: 'sesame' });
    expect(row.state).toBe('queued');
    expect(queue.pause).toMatchObject({ reason: 'tls', answer: 'The server does not offer STARTTLS.' });
    expect(server.verbs).not.toContain('AUTH');
    expect(server.verbs).not.toContain('MAIL');
  });

  it('454 to a STARTTLS that is offered only defers the mail', async () => {
    const server = await startScripted({ STARTTLS: '454 4.7.0 TLS not now' }, { certificate: selfSigned() });
    const { row } = await sendTo(server, { security: 'starttls' });
    expect(row).toMatchObject({ state: 'deferred', answer: '454 4.7.0 TLS not now' });
  });

  it.each([
    ['signed by nobody', () => selfSigned('localhost'), 'localhost', /SELF_SIGNED/],
    ['for another name', () => selfSigned('other.example'), 'localhost', /SELF_SIGNED|ALTNAME/],
  ] as const)('a certificate %s pauses the queue before any login', async (_, certificate, host, words) => {
    const server = await startScripted({}, { certificate: certificate(), login: true });
    const { queue } = await sendTo(server, { host, security: 'starttls', login: 'gate', password: 'sesame' });
    expect(queue.pause).toMatchObject({ reason: 'tls' });
    expect(queue.pause?.answer).toMatch(words);
    expect(server.verbs).not.toContain('AUTH');
  });

  it('TLS from the first byte to a server that speaks in clear pauses the queue', async () => {
    const server = await startScripted();
    const { queue } = await sendTo(server, { security: 'tls' });
    expect(queue.pause?.reason).toBe('tls');
  });

  it('a login that the server does not offer pauses the queue', async () => {
    const server = await startScripted();
    const { queue } = await sendTo(server, { login: 'gate', password: 'sesame' });
    expect(queue.pause).toMatchObject({ reason: 'login', answer: 'NO-AUTH The server offers no login.' });
  });
});

describe('a server that is away', () => {
  it('is asked once for all messages, then after 1, 2, 4 minutes up to 4 hours, and given up after 4 days', async () => {
    const server = await startScripted({ connect: 'drop' });
    const house = mailHouse(await freshWorkspace());
    await house.call('organizations.update', { organizationId: house.organizationId, linkLifeHours: 24 * 30 });
    await house.save(settingsFor(server.port));
    await house.invite(...Array.from({ length: 120 }, (_, i) => `p${i}@example.org`));
    const outbox = house.startOutbox();
    await outbox.idle();
    expect((await state(house)).counts.deferred).toBe(120);
    expect(server.connections).toBe(1);
    const waits: number[] = [];
    for (;;) {
      const { nextAt } = await house.row('p7@example.org');
      if (nextAt === null) break;
      waits.push((nextAt - house.clock.now()) / minute);
      house.clock.time = nextAt;
      await outbox.idle();
    }
    expect(waits.slice(0, 9)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 240]);
    expect(waits.at(-1)).toBe(240);
    expect(waits.reduce((a, b) => a + b)).toBeGreaterThan(3.8 * 24 * 60);
    expect(waits.reduce((a, b) => a + b)).toBeLessThan(4.01 * 24 * 60);
    expect((await state(house)).counts.failed).toBe(120);
  });

  it('is no longer asked for a message whose link has ended first', async () => {
    const server = await startScripted({ RCPT: '450 4.2.1 Greylisted' });
    const { house, outbox } = await sendTo(server);
    const [member] = (await house.call('users.list', { organizationId: house.organizationId, search: to })).rows;
    await house.call('invitations.copyLink', {
      organizationId: house.organizationId,
      membershipId: member?.membershipId ?? 0,
    });
    house.clock.advance(73 * hour);
    await outbox.idle();
    const row = await house.row(to);
    expect(row).toMatchObject({ state: 'failed', nextAt: null });
    expect(row.answer).toBe(
      'The link had ended before the mail could be sent. The last answer was: 450 4.2.1 Greylisted',
    );
  });
});
