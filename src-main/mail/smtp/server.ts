import { domainToASCII } from 'node:url';
import type { MailSecurity } from '#contract/vocabulary/mail.ts';
import type { TokenSource } from '../../kernel/access-tokens.ts';

/** The server that takes our mail, and the login there. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  /** Empty: the server needs no login. */
  readonly login: string;
  readonly password: string;
  /** Replaces the password where the login is by OAuth 2. */
  readonly accessToken?: TokenSource | undefined;
  readonly acceptAnyCertificate: boolean;
}

/** Milliseconds. */
export interface SmtpTimeouts {
  readonly connection: number;
  readonly greeting: number;
  /** Silence while waiting for a reply. */
  readonly reply: number;
}

/**
 * RFC 5321 4.5.3.2 asks for 10 minutes of patience after the final dot: hanging up earlier means mailing twice.
 * Connecting may give up sooner, as nothing has been said by then.
 */
export const patient: SmtpTimeouts = { connection: 30_000, greeting: 30_000, reply: 600_000 };
/** For when somebody is watching. */
export const brisk: SmtpTimeouts = { connection: 10_000, greeting: 10_000, reply: 20_000 };

/** The host as the network knows it. */
export const asciiHost = (host: string): string => (host.includes(':') ? host : domainToASCII(host) || host);
