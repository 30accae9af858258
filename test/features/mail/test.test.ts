import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { selfSigned } from '../../support/certificates.ts';
import { settingsFor } from '../../support/mail.ts';
import { type Scripted, startScripted } from '../../support/smtp-scripted.ts';
import { startSink } from '../../support/smtp-sink.ts';
import { freshWorkspace } from '../../support/workspace.ts';

const login = { login: 'gate', password: 'sesame' };

async function tested(
  server: { readonly port: number },
  more: Parameters<typeof settingsFor>[1] & { to?: string } = {},
) {
  const { call, organizationId } = await freshWorkspace();
  return call('mail.test', { organizationId, ...settingsFor(server.port, more), to: 'ana@example.org', ...more });
}

const steps: readonly (readonly [string, string, Scripted['script'], string])[] = [
  ['greeting', 'ELOST', { connect: 'drop' }, 'The connection was lost.'],
  ['greeting', '554', { connect: '554 5.3.2 Not for you' }, '554 5.3.2 Not for you'],
  ['greeting', 'ELOST', { EHLO: 'drop' }, 'The connection was lost.'],
  ['tls', '454', { STARTTLS: '454 4.7.0 Not now' }, '454 4.7.0 Not now'],
  ['tls', 'ETLS', { STARTTLS: 'drop' }, ''],
  ['login', '535', { AUTH: '535 5.7.8 Wrong' }, '535 5.7.8 Wrong'],
  ['login', 'ELOST', { AUTH: 'drop' }, 'The connection was lost.'],
  ['login', '530', { MAIL: '530 5.7.0 Log in first' }, '530 5.7.0 Log in first'],
  ['sender', '550', { MAIL: '550 5.7.1 Not you' }, '550 5.7.1 Not you'],
  ['recipient', '550', { RCPT: '550 5.1.1 Nobody' }, '550 5.1.1 Nobody'],
  ['message', '554', { DATA: '554 5.5.1 No' }, '554 5.5.1 No'],
  ['message', '550', { dot: '550 5.7.1 Spam' }, '550 5.7.1 Spam'],
  ['message', 'ELOST', { dot: 'drop' }, 'The connection was lost.'],
];

describe('a test of mail settings', () => {
  it.each(steps)('stops at %s with code %s for %o', async (step, code, script, words) => {
    const server = await startScripted(script, { certificate: selfSigned(), login: true });
    const answer = await tested(server, { ...login, security: 'starttls', acceptAnyCertificate: true });
    expect(answer).toMatchObject({ ok: false, step });
    if (step !== 'tls' || code !== 'ETLS') expect(answer.code).toBe(code);
    expect(answer.answer).toContain(words);
  });

  it('recognizes an unknown host, and a port where nobody listens', async () => {
    expect(await tested({ port: 25 }, { host: 'no-such-host.invalid' })).toMatchObject({ ok: false, step: 'look-up' });
    expect(await tested({ port: await freePort() })).toMatchObject({
      ok: false,
      step: 'connect',
      code: 'ECONNREFUSED',
    });
  });

  it('distinguishes a missing STARTTLS, a bad certificate, the wrong kind of security and a login that is not possible', async () => {
    const plain = await startScripted({}, { login: true });
    expect(await tested(plain, { ...login, security: 'starttls' })).toEqual({
      ok: false,
      step: 'tls',
      code: 'NO-STARTTLS',
      answer: 'The server does not offer STARTTLS.',
    });
    const selfMade = await startScripted({}, { certificate: selfSigned() });
    expect(await tested(selfMade, { security: 'starttls', host: 'localhost' })).toMatchObject({
      step: 'tls',
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      answer: 'DEPTH_ZERO_SELF_SIGNED_CERT The certificate is signed by the server itself.',
    });
    expect(await tested(await startScripted(), { security: 'tls' })).toMatchObject({ ok: false, step: 'tls' });
    expect(await tested(plain, { ...login, password: '' })).toMatchObject({ step: 'login', code: 'NO-PASSWORD' });
    expect(await tested(await startScripted(), login)).toMatchObject({ step: 'login', code: 'NO-AUTH' });
  });

  it('sends one test message, or ends after the login when it has no address', async () => {
    const sink = await startSink({ ...selfSigned() });
    const settings = { security: 'starttls', acceptAnyCertificate: true } as const;
    const sent = await tested(sink, { ...settings, replyTo: 'help@example.com' });
    expect(sent).toMatchObject({ ok: true, step: 'message', code: '250' });
    const [mail] = await sink.parsed();
    expect(mail).toMatchObject({ subject: 'Test mail of Example Logistics', to: [{ address: 'ana@example.org' }] });
    const { call, organizationId } = await freshWorkspace();
    expect(await call('mail.test', { organizationId, ...settingsFor(sink.port, settings) })).toMatchObject({
      ok: true,
      step: 'login',
    });
    expect(sink.messages).toHaveLength(1);
  });
});

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
