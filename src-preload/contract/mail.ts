import { z } from 'zod';
import { emailAddress } from './address.ts';
import { oauthShown, oauthTyped } from './mail-oauth.ts';
import { command, effect, query } from './operation.ts';
import { done, inOrganization, instant, oneLine } from './values.ts';
import { mailAuths, mailSecurities, mailTestSteps } from './vocabulary/mail.ts';

const host = z
  .string()
  .trim()
  .min(1, 'empty')
  .max(253, 'too-long')
  .regex(/^[\p{L}\p{N}.:_-]+$/u, 'not-a-host');

const server = {
  host,
  port: z.int().min(1).max(65_535),
  security: z.enum(mailSecurities),
  /** Empty: the server needs no login. */
  login: z.string().max(320).default(''),
  senderName: z.union([oneLine(120), z.literal('')]).default(''),
  sender: emailAddress,
  replyTo: z.union([emailAddress, z.null()]).default(null),
  /** A self-signed certificate is accepted only where the admin says so. */
  acceptAnyCertificate: z.boolean().default(false),
};
/** The most messages in any minute; null: as fast as the server takes them. Omitted in `save`: unchanged. */
const perMinute = z.int().min(1).max(10_000).nullable();
/** Omitted: the stored one. It is never given out again. */
const password = z.string().max(1024).optional();
/** Without `auth`, a login means `password`, no login means `none`. `oauth` belongs to `oauth2`, which needs it. */
const account = { auth: z.enum(mailAuths).optional(), password, oauth: oauthTyped.optional() };

export const mailSettings = z.object({
  ...server,
  perMinute,
  auth: z.enum(mailAuths),
  hasPassword: z.boolean(),
  oauth: oauthShown.nullable(),
});
export type MailSettings = z.infer<typeof mailSettings>;

/** What stopped the queue, for the banner to say. */
export const pause = z.object({
  reason: z.enum(['login', 'tls', 'sender']),
  answer: z.string(),
  at: instant,
});
export type Pause = z.infer<typeof pause>;

/** A deliberate pause: by whom, and when; `restored`: by restoring a backup, so that nothing is mailed twice. */
export const stop = z.object({ by: z.string(), at: instant, restored: z.literal(true).optional() });
export type Stop = z.infer<typeof stop>;

export const mail = {
  settings: query({
    summary: 'Shows the mail server settings of an organization, without its secrets.',
    input: inOrganization,
    output: z.object({ settings: mailSettings.nullable(), pause: pause.nullable() }),
    needs: 'mail:read',
    reads: ['mail'],
  }),
  save: command({
    summary: 'Stores the mail server settings; waiting mail is tried with them at once.',
    input: inOrganization.extend({ ...server, ...account, perMinute: perMinute.optional() }),
    output: done,
    needs: 'mail:write',
    changes: ['mail', 'outbox'],
  }),
  test: effect({
    summary:
      'Connects, secures, gets an access token if one is needed, logs in and, with an address, sends a test message; says which step failed and why.',
    input: inOrganization.extend({ ...server, ...account, to: emailAddress.optional() }),
    output: z.object({
      ok: z.boolean(),
      step: z.enum(mailTestSteps),
      /** The server's or the network's own words. */
      answer: z.string().nullable(),
      /** `ENOTFOUND`, `ECONNREFUSED`, `CERT`, `NO-STARTTLS`, an SMTP code … */
      code: z.string().nullable(),
    }),
    needs: 'mail:write',
  }),
};
