import { Readable } from 'node:stream';
import { messagesIn } from '#contract/messages/index.ts';
import { SmtpFailure, type SmtpStage, toFailure } from './failure.ts';
import { hideForms, hideLongRuns } from './hide-secrets.ts';
import { logIn, type Step } from './log-in.ts';
import { Replies } from './replies.ts';
import { asciiHost, type MailServer, type SmtpTimeouts } from './server.ts';
import type { Transcript } from './transcript.ts';

export interface SmtpMessage {
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
}

export interface SmtpGates {
  /**
   * Runs when the server is waiting for the body and not a byte of it has left. Rejecting withdraws the message: the
   * connection is dropped, because SMTP has no other way back from here.
   */
  readonly beforeBody?: () => Promise<void>;
  /** Runs when the whole body with its final dot has been handed to the system. */
  readonly afterBody?: () => void | Promise<void>;
}

/** One connection, secured and logged in, that takes one message after another. */
export interface SmtpSession {
  /** @returns the server's words. @throws SmtpFailure, also for what `beforeBody` rejects with; `Withdrawn` as it is */
  readonly send: (message: SmtpMessage, gates?: SmtpGates) => Promise<string>;
  readonly alive: () => boolean;
  readonly onEnd: (listener: () => void) => void;
  readonly quit: () => void;
  readonly destroy: () => void;
}

/** How long the server may take to close its side after we closed ours. */
const closeMilliseconds = 1000;

/**
 * Opens a session. nodemailer speaks SMTP; we keep track of the stages, because its errors are the same before the body and
 * after the final dot (10.6: both `ECONNECTION` on `CONN`), and only the former may be repeated freely.
 * @param transcript records what is said
 * @throws SmtpFailure
 */
export async function openSession(
  server: MailServer,
  timeouts: SmtpTimeouts,
  signal?: AbortSignal,
  transcript?: Transcript,
): Promise<SmtpSession> {
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection'); // with the first mail, not at the start
  const replies = new Replies(transcript);
  const host = asciiHost(server.host);
  const say = messagesIn('en').outbox.spoken;
  transcript?.note(say.connecting(host, server.port));
  const connection = new SMTPConnection({
    host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    connectionTimeout: timeouts.connection,
    dnsTimeout: timeouts.connection,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.reply,
    socketCloseTimeout: closeMilliseconds,
    tls: { rejectUnauthorized: !server.acceptAnyCertificate },
    logger: replies.logger,
    transactionLog: true,
  });
  let stage: SmtpStage = 'connect';
  let fail: ((error: unknown) => void) | undefined;
  let ended = false;
  const listeners: (() => void)[] = [];
  connection.on('error', (error) => fail?.(error));
  connection.on('end', () => {
    ended = true;
    fail?.(new SmtpFailure('Connection closed unexpectedly', { stage, code: 'ELOST' }));
    for (const listener of listeners) listener();
  });
  const concealing: string[] = [];
  const conceal = (forms: readonly string[]) => {
    concealing.push(...forms);
    transcript?.conceal(forms);
  };
  const clean = (text: string) => {
    const words = hideForms(text, concealing);
    return stage === 'login' && concealing.length > 0 ? hideLongRuns(words) : words;
  };
  const concealed = (error: Error): Error =>
    error instanceof SmtpFailure && error.facts.reply !== undefined
      ? new SmtpFailure(error.message, { ...error.facts, reply: clean(error.facts.reply) })
      : error;
  const step: Step = <T>(bodyLeft: () => boolean, run: (done: (error: unknown, value?: T) => void) => void) =>
    new Promise<T>((resolve, reject) => {
      const known = () => ({
        stage,
        bodyLeft: bodyLeft(),
        ...(replies.ehlo ? { startTlsOffered: replies.offers('STARTTLS') } : {}),
      });
      fail = (error) => {
        fail = undefined;
        reject(concealed(toFailure(error, known())));
      };
      run((error, value) => {
        if (error) return fail?.(error);
        fail = undefined;
        resolve(value as T);
      });
    });
  const never = () => false;

  const abort = () => connection.close();
  signal?.addEventListener('abort', abort);
  try {
    await step<void>(never, (done) => connection.connect((error) => done(error)));
    stage = 'login';
    await logIn({ connection, server, step, replies, conceal });
  } catch (error) {
    connection.close();
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
  stage = 'envelope';

  const destroy = () => connection.close();
  return {
    async send(message, gates = {}) {
      let bodyLeft = false;
      stage = 'envelope';
      transcript?.begin();
      const ascii = /^\p{ASCII}*$/u.test(message.from + message.to);
      if (!ascii && !replies.offers('SMTPUTF8')) throw new SmtpFailure('', { stage, code: 'NO-SMTPUTF8' });
      const body = new Body(
        message.raw,
        async () => {
          stage = 'body';
          await gates.beforeBody?.();
          transcript?.note(say.body(message.raw.length));
        },
        () => {
          bodyLeft = true;
          const { afterBody } = gates;
          if (afterBody) setImmediate(() => void afterBody());
        },
      );
      const envelope = { from: message.from, to: [message.to], size: message.raw.length, use8BitMime: !ascii };
      try {
        const info = await step<{ response: string }>(
          () => bodyLeft,
          (done) => connection.send(envelope, body, done),
        );
        return clean(info.response);
      } catch (error) {
        // withdrawn, or lost: the server may be in the middle of a message
        const { replyCode, code } = error instanceof SmtpFailure ? error.facts : {};
        if (replyCode === undefined && code === 'EMESSAGE') throw new SmtpFailure('', { stage, code: 'TOO-LARGE' });
        if (replyCode === undefined || replyCode === 421) destroy();
        else await step<boolean>(never, (done) => connection.reset(done)).catch(destroy);
        throw error;
      }
    },
    alive: () => !ended,
    onEnd: (listener) => listeners.push(listener),
    quit: () => connection.quit(),
    destroy,
  };
}

/**
 * The body as a stream, because nodemailer begins to read it exactly when the server has answered DATA with 354: at that
 * moment the outbox can still refuse, and has to record it if it does not.
 */
class Body extends Readable {
  #raw: Buffer | null;
  readonly #begin: () => Promise<void>;
  constructor(raw: Buffer, begin: () => Promise<void>, left: () => void) {
    super();
    this.#raw = raw;
    this.#begin = begin;
    // nodemailer's pipe listens after us and writes the final dot in the same turn of the event loop
    this.once('end', left);
  }
  override _read(): void {
    const raw = this.#raw;
    if (!raw) return;
    this.#raw = null;
    this.#begin().then(
      () => {
        this.push(raw);
        this.push(null);
      },
      (error) => this.destroy(error),
    );
  }
}
