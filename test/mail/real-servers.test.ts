import PostalMime from 'postal-mime';
import type { SMTPServerOptions } from 'smtp-server';
import { describe, expect, it } from 'vitest';
import { selfSigned } from '../support/certificates.ts';
import { mailHouse, settingsFor } from '../support/mail.ts';
import { hasAiosmtpd, startAiosmtpd } from '../support/smtp-aiosmtpd.ts';
import { startSink } from '../support/smtp-sink.ts';
import { freshWorkspace } from '../support/workspace.ts';

const login = { login: 'gate', password: 'sesame', security: 'starttls', acceptAnyCertificate: true } as const;
const people = (n: number) => Array.from({ length: n }, (_, i) => `person${i}@example.org`);

describe('smtp-server with STARTTLS and login', () => {
  const strict = (): SMTPServerOptions => ({
    ...selfSigned(),
    authOptional: false,
    onAuth({ username, password }, _, done) {
      if (username === 'gate' && password === 'sesame') done(null, { user: 'gate' });
      else done(Object.assign(new Error('Wrong login'), { responseCode: 535 }));
    },
  });

  it('gets forty invitations, each once, over a few secured connections', async () => {
    const sink = await startSink(strict());
    const house = mailHouse(await freshWorkspace());
    await house.save(settingsFor(sink.port, login));
    await house.invite(...people(40));
    await house.startOutbox().idle();
    expect((await house.rows()).every((r) => r.state === 'sent')).toBe(true);
    expect(sink.messages.map((m) => m.to[0]).sort()).toEqual(people(40).sort());
    expect(sink.messages.every((m) => m.secure && m.to.length === 1)).toBe(true);
    expect(new Set((await sink.parsed()).map((m) => m.messageId)).size).toBe(40);
  });

  it('refuses a wrong password: the queue pauses, and goes on once the password is corrected', async () => {
    const sink = await startSink(strict());
    const house = mailHouse(await freshWorkspace());
    await house.save(settingsFor(sink.port, { ...login, password: 'wrong' }));
    await house.invite(...people(3));
    const outbox = house.startOutbox();
    await outbox.idle();
    const { pause } = await house.call('mail.settings', { organizationId: house.organizationId });
    expect(pause).toMatchObject({ reason: 'login', answer: '535 Wrong login' });
    await house.save(settingsFor(sink.port, login));
    await outbox.idle();
    expect(sink.messages).toHaveLength(3);
  });

  it('is trusted with a certificate of its own making only when the admin says so', async () => {
    const sink = await startSink(strict());
    const house = mailHouse(await freshWorkspace());
    await house.save(settingsFor(sink.port, { ...login, acceptAnyCertificate: false }));
    await house.invite(...people(1));
    await house.startOutbox().idle();
    const { pause } = await house.call('mail.settings', { organizationId: house.organizationId });
    expect(pause?.reason).toBe('tls');
    expect(sink.messages).toHaveLength(0);
  });

  it('is reached over TLS from the first byte as well', async () => {
    const sink = await startSink({ ...strict(), secure: true });
    const house = mailHouse(await freshWorkspace());
    await house.save(settingsFor(sink.port, { ...login, security: 'tls' }));
    await house.invite(...people(2));
    await house.startOutbox().idle();
    expect(sink.messages).toHaveLength(2);
  });
});

describe.skipIf(!hasAiosmtpd())('aiosmtpd, an independent server', () => {
  it('takes the invitations with STARTTLS and login, as MIME that can be read', async () => {
    const server = await startAiosmtpd();
    const house = mailHouse(await freshWorkspace());
    await house.save(settingsFor(server.port, login));
    await house.invite('ana@example.org', 'grüße@bücher.example');
    await house.startOutbox().idle();
    expect((await house.rows()).map((r) => r.state)).toEqual(['sent', 'sent']);
    await expect.poll(() => server.messages.length).toBe(2);
    expect(server.messages.every((m) => m.tls && m.authenticated)).toBe(true);
    const mails = await Promise.all(server.messages.map((m) => PostalMime.parse(Buffer.from(m.raw, 'base64'))));
    expect(mails.map((m) => m.subject)).toEqual(Array(2).fill('Olive Owner invites you to Example Logistics'));
    expect(mails.every((m) => /\/i\/\d+\.1\.[\w-]{43}/.test(m.text ?? ''))).toBe(true);
    expect(server.messages.flatMap((m) => m.to).sort()).toEqual(['ana@example.org', 'grüße@xn--bcher-kva.example']);
  });
});
