/** How far a session had got. `token`: requesting an access token for the login. `body`: the server had asked for the message. */
export type SmtpStage = 'connect' | 'token' | 'login' | 'envelope' | 'body';

interface Facts {
  readonly stage: SmtpStage;
  /** The command that was being answered, such as `RCPT TO`; empty for the connection itself. */
  readonly command?: string;
  /** The network's or TLS's code, such as `ECONNREFUSED`; `ELOST` when the connection ended without one. */
  readonly code?: string;
  /** The server's name could not be looked up. */
  readonly lookUp?: boolean;
  /** The code that the server answered with. */
  readonly replyCode?: number;
  /** The server's words, code first. */
  readonly reply?: string;
  /** The whole body, final dot included, had been handed over when this happened. */
  readonly bodyLeft?: boolean;
  /** Whether the server offered STARTTLS after its greeting; undefined when it had not got that far. */
  readonly startTlsOffered?: boolean;
  /** No access token will come until somebody changes something. */
  readonly lasting?: boolean;
}

/** What can go wrong between us and a mail server, in our words, whatever the library. Never carries the message. */
export class SmtpFailure extends Error {
  readonly facts: Facts;
  constructor(detail: string, facts: Facts) {
    super(detail);
    this.name = 'SmtpFailure';
    this.facts = facts;
  }
}

/** Not sent, and nobody's fault: the worker withdrew the message before a byte of its body had left. */
export class Withdrawn extends Error {
  constructor() {
    super('withdrawn before its body left');
    this.name = 'Withdrawn';
  }
}

interface LibraryError extends Error {
  readonly code?: string;
  readonly originalCode?: string;
  readonly response?: string;
  readonly responseCode?: number;
  readonly command?: string;
  readonly timeoutType?: string;
}

/** Reads nodemailer's errors: its `code` names the step, `originalCode` what the system said. */
export function toFailure(error: unknown, known: Pick<Facts, 'stage' | 'bodyLeft' | 'startTlsOffered'>): Error {
  if (error instanceof SmtpFailure || error instanceof Withdrawn) return error;
  const e = error as LibraryError;
  const code = e.originalCode ?? e.timeoutType ?? (e.code === 'ECONNECTION' ? 'ELOST' : e.code);
  return new SmtpFailure(e.message, {
    ...known,
    ...(e.command && e.command !== 'CONN' && e.command !== 'API' ? { command: e.command } : {}),
    ...(code ? { code } : {}),
    ...(e.code === 'EDNS' ? { lookUp: true } : {}),
    ...(e.responseCode ? { replyCode: e.responseCode } : {}),
    ...(e.response ? { reply: e.response } : {}),
  });
}
