import { describe, expect, it } from 'vitest';
import { selfSigned } from '../support/certificates.ts';
import { mailHouse, settingsFor } from '../support/mail.ts';
import { startScripted, type Verb } from '../support/smtp-scripted.ts';
import { freshWorkspace } from '../support/workspace.ts';

const minute = 60_000;
const to = 'ana@example.org';
const messageIdOf = (body: string) => /^Message-ID: (.*)$/im.exec(body)?.[1];

const drops: readonly (readonly [Verb, 'deferred' | 'uncertain' | 'sent'])[] = [
  ['connect', 'deferred'],
  ['EHLO', 'deferred'],
  ['STARTTLS', 'deferred'],
  ['AUTH', 'deferred'],
  ['MAIL', 'deferred'],
  ['RCPT', 'deferred'],
  ['DATA', 'deferred'],
  // the whole message fits into one packet: what the server read of it before it hung up cannot be known here
  ['body', 'uncertain'],
  ['dot', 'uncertain'],
  ['QUIT', 'sent'],
];

describe('a server that hangs up', () => {
  it.each(drops)('at %s leaves the message %s, and it arrives once the server behaves', async (verb, state) => {
    const server = await startScripted({ [verb]: 'drop' }, { certificate: selfSigned(), login: true });
    const house = mailHouse(await freshWorkspace());
    await house.save(
      settingsFor(server.port, { security: 'starttls', acceptAnyCertificate: true, login: 'gate', password: 'sesame' }),
    );
    await house.invite(to);
    const outbox = house.startOutbox();
    await outbox.idle();
    const first = await house.row(to);
    expect(first.state).toBe(state);
    if (state !== 'sent') {
      expect(first).toMatchObject({ attempts: 1, nextAt: house.clock.now() + minute });
      expect(first.answer).toMatch(/^ELOST |^ECONNRESET |^ETLS /);
    }
    server.script = {};
    house.clock.advance(2 * minute);
    await outbox.idle();
    expect(await house.row(to)).toMatchObject({ state: 'sent', answer: '250 2.0.0 Taken as T1', nextAt: null });
    expect(server.accepted).toHaveLength(1);
    // a message whose final dot was read twice had the same bytes both times
    expect(server.bodies).toHaveLength(verb === 'dot' ? 2 : 1);
    expect(new Set(server.bodies).size).toBe(1);
    expect(messageIdOf(server.bodies[0] ?? '')).toMatch(/^<[\w-]+@example\.com>$/);
  });

  it('between two messages loses neither of them', async () => {
    const server = await startScripted();
    const house = mailHouse(await freshWorkspace());
    await house.save(settingsFor(server.port));
    const outbox = house.startOutbox({ timings: { idle: 60_000 } });
    await house.invite('one@example.org');
    await outbox.idle();
    let dropped = false;
    server.script = {
      MAIL: () => {
        if (dropped) return undefined;
        dropped = true;
        return 'drop';
      },
    };
    await house.invite('two@example.org');
    await outbox.idle();
    expect((await house.rows()).map((r) => r.state)).toEqual(['sent', 'sent']);
    expect(server.connections).toBe(2);
    expect(server.bodies).toHaveLength(2);
  });

  it('after the body starts the life of the link, because the mail may have arrived', async () => {
    const server = await startScripted({ dot: 'drop' });
    const house = mailHouse(await freshWorkspace());
    await house.save(settingsFor(server.port));
    await house.invite(to);
    await house.startOutbox().idle();
    const invitation = await house.core.store.read.selectFrom('invitation').selectAll().executeTakeFirstOrThrow();
    expect(invitation).toMatchObject({
      starts_at: house.clock.now(),
      expires_at: house.clock.now() + 72 * 60 * minute,
    });
  });
});
