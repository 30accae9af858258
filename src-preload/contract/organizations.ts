import { z } from 'zod';
import { emailAddress } from './address.ts';
import { command, query } from './operation.ts';
import {
  auditDays,
  domain,
  done,
  guestDays,
  id,
  inOrganization,
  instant,
  language,
  linkLifeHours,
  newPassword,
  none,
  personName,
  timeZone,
  title,
} from './values.ts';

export const organization = z.object({
  id,
  name: z.string(),
  timeZone: z.string(),
  linkLifeHours: z.int(),
  refuseFreeMail: z.boolean(),
  nameRequired: z.boolean(),
  /** Every invitation must name at least one group; the wizard asks for one always. */
  groupRequired: z.boolean(),
  /** Invitations go out only once an operator who did not write them has approved them. */
  approvalRequired: z.boolean(),
  /** Whoever has no second factor does nothing here before they have set one up. */
  twoFactorRequired: z.boolean(),
  /** How many pending and active users the licence allows; null is no limit. */
  seatLimit: z.int().nullable(),
  contact: z.string().nullable(),
  /** What its mails are written in where neither the person nor the inviter chose otherwise. */
  language,
  /** How many hours before a link ends a reminder goes out; null is none. */
  remindHours: z.int().nullable(),
  /** How many days entries of the audit are kept; null is for ever. */
  auditDays: z.int().nullable(),
  /** How long a guest's access lasts from its acceptance, unless the invitation says otherwise. */
  guestDays: z.int(),
  /** From how many days before the end on the window speaks of it. */
  guestNoticeDays: z.int(),
  /** How many days before the end mails go out, the earliest first. */
  guestMailDays: z.array(z.int()),
  /** The only domains that guests may come from, in lower case; null is any. */
  partnerDomains: z.array(z.string()).nullable(),
});
export type Organization = z.infer<typeof organization>;

const terms = {
  name: title,
  timeZone: timeZone.default('Etc/UTC'),
  linkLifeHours: linkLifeHours.default(168),
  /** Of its mails, and of the names of the built-in roles. */
  language: language.default('en'),
};
const foundsOne = ['organizations', 'users', 'roles', 'session'] as const;

export const organizations = {
  create: command({
    summary:
      'Creates an organization with its owner and the built-in roles; on an empty folder it makes the workspace. A new account’s recovery code is in the answer.',
    input: z.strictObject({
      ...terms,
      owner: z.strictObject({ name: personName, email: emailAddress, password: newPassword }),
    }),
    output: z.object({
      organizationId: id,
      ownerId: id,
      /** Of an account that is new, for a forgotten password; shown this once. */
      recoveryCode: z.string().nullable(),
    }),
    needs: 'anyone', // only while there is none; afterwards the handler asks for an owner
    changes: foundsOne,
  }),
  add: command({
    summary: 'Adds an organization with the built-in roles; the operator, who owns one already, owns this one too.',
    input: z.strictObject(terms),
    output: z.object({ organizationId: id }),
    needs: 'signed-in', // the handler asks for an owner of any organization
    changes: foundsOne,
  }),
  list: query({
    summary: 'Lists the organizations that the operator belongs to.',
    input: none,
    output: z.object({ organizations: z.array(organization) }),
    needs: 'signed-in',
    reads: ['organizations'],
  }),
  get: query({
    summary: 'Shows one organization with its policies.',
    input: inOrganization,
    output: organization,
    needs: 'settings:read',
    reads: ['organizations'],
  }),
  seats: query({
    summary:
      'Counts the seats of the licence: active and pending users hold one each; guests and inbox agents hold none.',
    input: inOrganization,
    output: z.object({
      limit: z.int().nullable(),
      /** Active users. */
      used: z.int(),
      /** Invited users whose link can still be accepted. */
      pending: z.int(),
      /** Null without a limit; never below 0. */
      free: z.int().nullable(),
      /** When time alone will free a seat. */
      nextChangeAt: instant.nullable(),
    }),
    needs: 'users:read',
    reads: ['organizations', 'users', 'invitations'],
  }),
  update: command({
    summary: 'Changes name, time zone, language of mails, life of links and policies of an organization.',
    input: inOrganization.extend({
      name: title.optional(),
      timeZone: timeZone.optional(),
      linkLifeHours: linkLifeHours.optional(),
      refuseFreeMail: z.boolean().optional(),
      nameRequired: z.boolean().optional(),
      groupRequired: z.boolean().optional(),
      /** Refused while nobody but the operator could approve. */
      approvalRequired: z.boolean().optional(),
      /** For owners; who switches it on has a second factor. */
      twoFactorRequired: z.boolean().optional(),
      seatLimit: z.int().min(1).max(10_000_000).nullable().optional(),
      contact: z.union([emailAddress, z.null()]).optional(),
      language: language.optional(),
      remindHours: z.int().min(1).max(720).nullable().optional(),
      /** Only an owner changes it: a shorter time takes older entries away for good. */
      auditDays: auditDays.nullable().optional(),
      guestDays: guestDays.optional(),
      guestNoticeDays: z.int().min(1).max(90).optional(),
      guestMailDays: z.array(z.int().min(1).max(90)).max(5).optional(),
      partnerDomains: z.array(domain).min(1).max(500).nullable().optional(),
    }),
    output: done,
    needs: 'settings:write',
    changes: ['organizations', 'session'],
  }),
};
