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
  /** Every invitation must name at least one group; the wizard always asks for one. */
  groupRequired: z.boolean(),
  /** Invitations go out only once an operator who did not write them has approved them. */
  approvalRequired: z.boolean(),
  /** People without a second factor can do nothing here until they have set one up. */
  twoFactorRequired: z.boolean(),
  /** How many pending and active users the licence allows; null: no limit. */
  seatLimit: z.int().nullable(),
  contact: z.string().nullable(),
  /** The language of its mails, unless the person or the inviter chose another. */
  language,
  /** How many hours before a link ends a reminder goes out; null: none. */
  remindHours: z.int().nullable(),
  /** How many days entries of the audit are kept; null: for ever. */
  auditDays: z.int().nullable(),
  /** How many days a guest's access lasts after accepting, unless the invitation says otherwise. */
  guestDays: z.int(),
  /** How many days before the end the window starts to give notice of it. */
  guestNoticeDays: z.int(),
  /** How many days before the end mails go out, the earliest first. */
  guestMailDays: z.array(z.int()),
  /** The only domains that guests may come from, in lower case; null: any. */
  partnerDomains: z.array(z.string()).nullable(),
});
export type Organization = z.infer<typeof organization>;

const terms = {
  name: title,
  timeZone: timeZone.default('Etc/UTC'),
  linkLifeHours: linkLifeHours.default(168),
  /** The language of its mails, and of the names of the built-in roles. */
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
      /** For a new account, in case the password is forgotten; shown only this once. */
      recoveryCode: z.string().nullable(),
    }),
    needs: 'anyone', // only while there is no organization; afterwards the handler requires an owner
    changes: foundsOne,
  }),
  add: command({
    summary: 'Adds an organization with the built-in roles; the operator, who owns one already, owns this one too.',
    input: z.strictObject(terms),
    output: z.object({ organizationId: id }),
    needs: 'signed-in', // the handler requires an owner of any organization
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
      /** Refused as long as nobody but the operator could approve. */
      approvalRequired: z.boolean().optional(),
      /** Only for owners; whoever switches it on must have a second factor. */
      twoFactorRequired: z.boolean().optional(),
      seatLimit: z.int().min(1).max(10_000_000).nullable().optional(),
      contact: z.union([emailAddress, z.null()]).optional(),
      language: language.optional(),
      remindHours: z.int().min(1).max(720).nullable().optional(),
      /** Only for owners: a shorter time removes older entries for good. */
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
