import { z } from 'zod';
import { allLanguages } from './messages/languages.ts';
import { showable } from './showable.ts';
import { permissions } from './vocabulary/permissions.ts';
import { domainShape, guestPeriod, longestDomain } from './vocabulary/values.ts';

export const id = z.int().positive();
/** As many as one filter or one change may name. */
export const ids = z.array(id).max(200);
/** Milliseconds since 1970 in UTC: the only form in which an instant crosses the contract. */
export const instant = z.int();

/** Text on one line: invisible characters are removed, control characters are refused. */
export const oneLine = (most: number) =>
  z
    .string()
    .overwrite(showable)
    .trim()
    .min(1, 'empty')
    .max(most, 'too-long')
    .refine((s) => !/\p{Cc}/u.test(s), 'control-character');
/** Names of organizations, teams, roles … */
export const title = oneLine(120);
/** A person's name as shown. */
export const personName = oneLine(200);

/** One of the available languages. */
export const language = z.enum(allLanguages);
export const timeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, 'unknown-time-zone');

/** A day of the calendar, `2026-11-25`. */
export const calendarDay = z.string().refine((text) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}, 'not-a-day');

/** How long a link lives, in hours: the presets of the reference systems are 24 h, 3 days and 7 days. */
export const linkLifeHours = z
  .int()
  .min(1)
  .max(24 * 60);

export const guestDays = z.int().min(guestPeriod.least).max(guestPeriod.most);

/** How many days entries of the audit are kept: with fewer, what happened during a holiday would be lost. */
export const auditDays = z.int().min(30).max(36_500);

/** A domain as in partner lists: lower case, without @ (RFC 1035, 2.3.4: at most 253 characters). */
export const domain = z.string().trim().toLowerCase().max(longestDomain).regex(domainShape, 'not-a-domain');

export const permission = z.enum(permissions);

export const inOrganization = z.strictObject({ organizationId: id });
export const none = z.strictObject({});
export const done = z.object({});

/** A reference shown in a list: an id and what to call it. */
export const named = z.object({ id, name: z.string() });
export type Named = z.infer<typeof named>;

/** A phone number as typed; it is stored in E.164 (ITU-T). */
export const phoneTyped = z.string().trim().max(40);
/** ISO 3166-1 alpha-2: what a number without a country code belongs to. */
export const country = z.string().length(2);

export const passwordLength = { least: 8, most: 128 } as const;
/** Only the length; the core, which has the list, finds common passwords (OWASP ASVS 2.1, NIST SP 800-63B). */
export const newPassword = z
  .string()
  .refine((s) => [...s].length >= passwordLength.least, 'password-too-short')
  .refine((s) => [...s].length <= passwordLength.most, 'password-too-long');
