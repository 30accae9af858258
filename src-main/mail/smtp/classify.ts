import { messagesIn } from '#contract/messages/index.ts';
import type { SmtpFailure } from './failure.ts';
import { hideSecrets } from './hide-secrets.ts';

/** What follows from a failed attempt. */
export type Verdict =
  /** Tried again later. `server`: not this message's fault, so all others wait too. */
  | { readonly kind: 'deferred'; readonly scope: 'message' | 'server'; readonly answer: string }
  /** The connection ended after the body: it may have arrived. */
  | { readonly kind: 'uncertain'; readonly answer: string }
  /** The server will not take this message, ever. */
  | { readonly kind: 'failed'; readonly answer: string }
  /** Nothing will go out until somebody changes the settings. */
  | { readonly kind: 'paused'; readonly reason: 'login' | 'tls' | 'sender'; readonly answer: string };

/** Certificates and protocol versions, as Node and OpenSSL name them: retrying does not help. */
const tlsTrouble = /CERT|SELF_SIGNED|UNABLE_TO_|^ERR_(SSL|TLS)_|^EPROTO$|HOSTNAME_MISMATCH/;
/** RFC 4954: the login itself was refused, or is missing. 454 is temporary and not among them. */
const loginCodes: ReadonlySet<number> = new Set([530, 534, 535, 538]);
/** RFC 5321 4.2.3: about this message's size, not about its sender. */
const tooLarge = 552;
/** Bad sequence: the session went wrong, not the message. */
const badSequence = 503;

/** Decides what a failure means; see the table in the test. Pure. */
export function classify(failure: SmtpFailure): Verdict {
  const { stage, command, code, replyCode, bodyLeft, startTlsOffered, lasting } = failure.facts;
  const answer = answerOf(failure);
  if (stage === 'token')
    return lasting ? { kind: 'paused', reason: 'login', answer } : { kind: 'deferred', scope: 'server', answer };
  if (startTlsOffered === false && command === 'STARTTLS') return { kind: 'paused', reason: 'tls', answer };
  if (code && tlsTrouble.test(code)) return { kind: 'paused', reason: 'tls', answer };
  if (code === 'NO-AUTH' || code === 'NO-PASSWORD' || code === 'NO-XOAUTH2')
    return { kind: 'paused', reason: 'login', answer };
  if (code === 'NO-SMTPUTF8' || code === 'TOO-LARGE') return { kind: 'failed', answer };
  if (replyCode === undefined)
    return bodyLeft
      ? { kind: 'uncertain', answer }
      : { kind: 'deferred', scope: stage === 'connect' || stage === 'login' ? 'server' : 'message', answer };
  const permanent = replyCode >= 500 && replyCode < 600 && replyCode !== badSequence;
  switch (stage) {
    case 'connect':
      return permanent && command === 'STARTTLS'
        ? { kind: 'paused', reason: 'tls', answer }
        : { kind: 'deferred', scope: 'server', answer };
    case 'login':
      return permanent ? { kind: 'paused', reason: 'login', answer } : { kind: 'deferred', scope: 'server', answer };
    case 'envelope':
      if (!permanent) return { kind: 'deferred', scope: 'message', answer };
      if (loginCodes.has(replyCode))
        return { kind: 'paused', reason: /STARTTLS/i.test(answer) ? 'tls' : 'login', answer };
      if (command === 'MAIL FROM' && replyCode !== tooLarge) return { kind: 'paused', reason: 'sender', answer };
      return { kind: 'failed', answer };
    case 'body':
      return permanent ? { kind: 'failed', answer } : { kind: 'deferred', scope: 'message', answer };
  }
}

/**
 * What is stored and shown: the server's words as they came (for a token endpoint, what they mean as well), else the
 * network's error in our words.
 */
export function answerOf({ facts, message }: SmtpFailure): string {
  if (facts.stage === 'token') return hideSecrets(message);
  const words = messagesIn('en').outbox.answers;
  if (facts.startTlsOffered === false && facts.command === 'STARTTLS') return words.noStartTls;
  if (facts.reply) return hideSecrets(facts.reply);
  const known: Readonly<Record<string, string>> = words.codes;
  const code = facts.code ?? 'ELOST';
  return hideSecrets(`${code} ${known[code] ?? message}`);
}
