import { SmtpFailure } from './failure.ts';
import type { Transcript } from './transcript.ts';

/** Listens to the server, for its list of extensions and for why it refuses a token. */
export class Replies {
  ehlo = '';
  #awaited = false;
  #last = '';
  #challenge = '';
  readonly #transcript: Transcript | undefined;
  constructor(transcript: Transcript | undefined) {
    this.#transcript = transcript;
  }
  readonly logger = {
    trace() {},
    debug: (entry: unknown, ...words: unknown[]) => this.#hear(entry, words),
    info() {},
    warn() {},
    error() {},
    fatal() {},
  };
  offers(extension: string): boolean {
    return this.ehlo.split(/\r?\n/).some((line) => line.slice(4).trim().toUpperCase().split(/\s+/)[0] === extension);
  }
  offersLogin(mechanism: string): boolean {
    return this.ehlo
      .split(/\r?\n/)
      .map((line) =>
        line
          .slice(4)
          .trim()
          .toUpperCase()
          .split(/[\s=]+/),
      )
      .some(([keyword, ...mechanisms]) => keyword === 'AUTH' && mechanisms.includes(mechanism));
  }
  /** The server's last words, as a refusal of the login. */
  refusal(): SmtpFailure {
    const replyCode = Number(this.#last.slice(0, 3));
    return new SmtpFailure('', { stage: 'login', command: 'AUTH XOAUTH2', replyCode, reply: this.#last });
  }
  /** The same error with its payload, which holds the reason, in plain words. */
  explained(error: Error): Error {
    if (!this.#last.startsWith('5')) return error;
    const payload = readPayload(this.#challenge) ?? readPayload(this.#last);
    if (payload === undefined) return error;
    const { facts } = this.refusal();
    return new SmtpFailure('', { ...facts, reply: `${this.#last} (${payload})` });
  }
  #hear(entry: unknown, words: readonly unknown[]) {
    const { tnx } = (entry ?? {}) as { tnx?: string };
    const text = String(words[0] ?? '');
    if (tnx === 'client' || tnx === 'server') this.#transcript?.heard(tnx, text);
    if (tnx === 'client') {
      this.#awaited = text.startsWith('EHLO');
      if (text.startsWith('AUTH')) this.#challenge = '';
    } else if (tnx === 'server') {
      this.#last = text;
      if (text.startsWith('334')) this.#challenge = text;
      if (this.#awaited && text.startsWith('2')) this.ehlo = text;
      this.#awaited = false;
    }
  }
}

/** Reads Base64 of JSON such as `{"status":"401","schemes":"bearer","scope":"…"}` into one line. */
function readPayload(reply: string): string | undefined {
  const [, coded = ''] = /^\d{3}[ -](?:\d\.\d\.\d+ )?([A-Za-z0-9+/]{8,}={0,2})\s*$/.exec(reply) ?? [];
  try {
    const value: unknown = JSON.parse(Buffer.from(coded, 'base64').toString('utf8'));
    if (typeof value !== 'object' || value === null) return undefined;
    const facts = Object.entries(value).map(([name, fact]) => `${name}: ${String(fact)}`);
    return facts.length > 0 ? facts.join(', ') : undefined;
  } catch {
    return undefined;
  }
}
