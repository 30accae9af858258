import { lookup } from 'node:dns/promises';
import type { mailTestSteps } from '#contract/vocabulary/mail.ts';
import { answerOf } from './smtp/classify.ts';
import { SmtpFailure } from './smtp/failure.ts';
import { hideSecrets } from './smtp/hide-secrets.ts';
import { asciiHost, brisk, type MailServer } from './smtp/server.ts';
import { openSession } from './smtp/session.ts';

export type MailTestStep = (typeof mailTestSteps)[number];

export interface MailTest {
  readonly ok: boolean;
  /** The step that failed, or the last one that was tried. */
  readonly step: MailTestStep;
  readonly answer: string | null;
  readonly code: string | null;
}

/** What is sent at the end of a test. */
export interface TestMessage {
  readonly from: string;
  readonly to: string;
  readonly compose: () => Promise<Buffer>;
}

/** Goes through the steps of sending and says which one it ended at and why. Without a message it ends after the login. */
export async function testConnection(server: MailServer, message?: TestMessage): Promise<MailTest> {
  try {
    await lookup(asciiHost(server.host));
  } catch (error) {
    const { code = 'EDNS', message } = error as NodeJS.ErrnoException;
    return failed('look-up', new SmtpFailure(message, { stage: 'connect', code }));
  }
  try {
    const session = await openSession(server, brisk);
    try {
      if (!message) return { ok: true, step: 'login', answer: null, code: null };
      const { from, to, compose } = message;
      const answer = await session.send({ from, to, raw: await compose() });
      return { ok: true, step: 'message', answer: hideSecrets(answer), code: answer.slice(0, 3) };
    } finally {
      session.quit();
    }
  } catch (error) {
    if (!(error instanceof SmtpFailure)) throw error;
    return failed(stepOf(error, server), error);
  }
}

const failed = (step: MailTestStep, failure: SmtpFailure): MailTest => ({
  ok: false,
  step,
  answer: answerOf(failure),
  code: codeOf(failure),
});

function codeOf({ facts }: SmtpFailure): string {
  if (facts.command === 'STARTTLS' && facts.startTlsOffered === false) return 'NO-STARTTLS';
  return facts.replyCode ? String(facts.replyCode) : (facts.code ?? 'ELOST');
}

/** Network codes from before anything answered. */
const unreached = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES|CONNECT_TIMEOUT|ETIMEDOUT)$/;
const tls = /CERT|SELF_SIGNED|UNABLE_TO_|^ERR_(SSL|TLS)_|^EPROTO$|^UPGRADE_TIMEOUT$|^ETLS$/;

/** Which step a failure belongs to. */
function stepOf({ facts }: SmtpFailure, server: Pick<MailServer, 'security'>): MailTestStep {
  const { stage, command, code = '', replyCode, startTlsOffered } = facts;
  switch (stage) {
    case 'connect':
      if (/^(ENOTFOUND|EAI_|EDNS)/.test(code)) return 'look-up';
      if (command === 'STARTTLS' || tls.test(code)) return 'tls';
      if (unreached.test(code)) return 'connect';
      // once the list of extensions is there, the greeting is over: a connection lost then is lost while securing
      if (startTlsOffered !== undefined && server.security === 'starttls') return 'tls';
      return server.security === 'tls' && code === 'ECONNRESET' ? 'tls' : 'greeting';
    case 'token':
    case 'login':
      return stage;
    case 'envelope':
      if (replyCode === 530 || replyCode === 535) return 'login';
      if (code === 'TOO-LARGE' || command === 'DATA') return 'message';
      return command === 'MAIL FROM' ? 'sender' : 'recipient';
    case 'body':
      return 'message';
  }
}
