import { describe, expect, it } from 'vitest';
import { answerOf, classify } from '../../src-main/mail/smtp/classify.ts';
import { SmtpFailure } from '../../src-main/mail/smtp/failure.ts';
import { hideSecrets } from '../../src-main/mail/smtp/hide-secrets.ts';

type Facts = SmtpFailure['facts'];
const verdict = (facts: Facts) => {
  const { answer: _, ...rest } = classify(new SmtpFailure('words of the library', facts));
  return Object.values(rest).join(' ');
};
const replied = (stage: Facts['stage'], command: string, replyCode: number, text = 'words'): Facts => ({
  stage,
  command,
  replyCode,
  reply: `${replyCode} ${text}`,
});

const table: readonly (readonly [string, Facts])[] = [
  ['deferred server', { stage: 'connect', code: 'ENOTFOUND' }],
  ['deferred server', { stage: 'connect', code: 'ECONNREFUSED' }],
  ['deferred server', { stage: 'connect', code: 'GREETING_TIMEOUT' }],
  ['deferred server', { stage: 'connect', code: 'UPGRADE_TIMEOUT' }],
  ['deferred server', { stage: 'connect', code: 'ELOST', startTlsOffered: true }],
  ['deferred server', replied('connect', '', 421)],
  ['deferred server', replied('connect', '', 554)],
  ['deferred server', replied('connect', 'STARTTLS', 454)],
  ['paused tls', { ...replied('connect', 'STARTTLS', 454), startTlsOffered: false }],
  ['paused tls', replied('connect', 'STARTTLS', 502)],
  ['paused tls', { stage: 'connect', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }],
  ['paused tls', { stage: 'connect', code: 'CERT_HAS_EXPIRED' }],
  ['paused tls', { stage: 'connect', code: 'ERR_TLS_CERT_ALTNAME_INVALID' }],
  ['paused tls', { stage: 'connect', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }],
  ['paused tls', { stage: 'connect', code: 'ERR_SSL_WRONG_VERSION_NUMBER' }],
  ['paused login', { stage: 'login', code: 'NO-AUTH' }],
  ['paused login', { stage: 'login', code: 'NO-XOAUTH2' }],
  ['paused login', { stage: 'token', code: 'invalid_grant', lasting: true }],
  ['paused login', { stage: 'token', code: 'CERT_HAS_EXPIRED', lasting: true }],
  ['deferred server', { stage: 'token', code: 'ECONNREFUSED', lasting: false }],
  ['paused login', replied('login', 'AUTH PLAIN', 535)],
  ['paused login', replied('login', 'AUTH PLAIN', 534)],
  ['deferred server', replied('login', 'AUTH PLAIN', 454)],
  ['deferred server', replied('login', 'AUTH PLAIN', 421)],
  ['deferred server', { stage: 'login', code: 'ELOST' }],
  ['paused login', replied('envelope', 'MAIL FROM', 530)],
  ['paused tls', replied('envelope', 'MAIL FROM', 530, '5.7.0 Must issue a STARTTLS command first')],
  ['paused login', replied('envelope', 'RCPT TO', 535)],
  ['paused sender', replied('envelope', 'MAIL FROM', 550)],
  ['failed', replied('envelope', 'MAIL FROM', 552)],
  ['deferred message', replied('envelope', 'MAIL FROM', 451)],
  ['deferred message', replied('envelope', 'RCPT TO', 450)],
  ['deferred message', replied('envelope', 'RCPT TO', 421)],
  ['deferred message', replied('envelope', 'RCPT TO', 503)],
  ['failed', replied('envelope', 'RCPT TO', 550)],
  ['failed', replied('envelope', 'DATA', 554)],
  ['deferred message', { stage: 'envelope', code: 'ELOST' }],
  ['failed', { stage: 'envelope', code: 'NO-SMTPUTF8' }],
  ['failed', { stage: 'envelope', code: 'TOO-LARGE' }],
  ['deferred message', { stage: 'body', code: 'ELOST', bodyLeft: false }],
  ['uncertain', { stage: 'body', code: 'ELOST', bodyLeft: true }],
  ['uncertain', { stage: 'body', code: 'SOCKET_TIMEOUT', bodyLeft: true }],
  ['uncertain', { stage: 'body', code: 'ECONNRESET', bodyLeft: true }],
  ['deferred message', { ...replied('body', 'DATA', 451), bodyLeft: true }],
  ['failed', { ...replied('body', 'DATA', 552), bodyLeft: true }],
];

describe('what follows from a failure', () => {
  it.each(table)('%s from %o', (expected, facts) => {
    expect(verdict(facts)).toBe(expected);
  });

  it('is reported in the server’s words, else in ours', () => {
    const words = (facts: Facts) => answerOf(new SmtpFailure('of the library', facts));
    expect(words(replied('envelope', 'RCPT TO', 550, '5.1.1 No\r\nsuch'))).toBe('550 5.1.1 No such');
    expect(words({ stage: 'connect', code: 'ECONNREFUSED' })).toBe('ECONNREFUSED Nothing listens there.');
    expect(words({ stage: 'connect', code: 'ESTRANGE' })).toBe('ESTRANGE of the library');
  });
});

describe('words of a server', () => {
  it('lose every usable link and token', () => {
    const token = `17.3.${'Ab-_'.repeat(10)}abc`;
    for (const words of [`550 see https://x.example/i/${token}.`, `550 ${token}`, `550 https://x.example/i/17=2E3`])
      expect(hideSecrets(words)).not.toMatch(/Ab-_|17=2E3/);
    expect(hideSecrets('250 2.0.0 Ok: queued as 4D1F2.33')).toBe('250 2.0.0 Ok: queued as 4D1F2.33');
  });
  it('are cut to a readable length', () => {
    expect(hideSecrets('x'.repeat(100_000))).toHaveLength(500);
  });
});
