import { z } from 'zod';
import { wornLook } from './look.ts';
import { command, job, query } from './operation.ts';
import { onOneLine } from './showable.ts';
import { userChoice } from './user-filter.ts';
import {
  country,
  done,
  id,
  inOrganization,
  instant,
  language,
  linkLifeHours,
  newPassword,
  oneLine,
  phoneTyped,
} from './values.ts';
import { invitableKinds, longestText, mostEntries } from './vocabulary/invitations.ts';

export const verdicts = ['new', 'already-member', 'already-invited', 'duplicate', 'refused'] as const;
export type Verdict = (typeof verdicts)[number];

/** Reasons beyond the problems of an address (`AddressProblem`) for which a line is refused or skipped. */
export const reasons = [
  'free-mail-provider',
  'unknown-role',
  'role-not-yours-to-give',
  'role-needed',
  'unknown-team',
  'unknown-group',
  'unknown-product',
  'unknown-line',
  'group-needed',
  'not-a-phone-number',
  'name-needed',
  'not-a-partner',
  'suspended',
  'expired',
  'same-address',
] as const;

/** One entry of a list and what an invitation would do with it. */
export const judgedEntry = z.object({
  /** Line of the pasted text or row of the file, from 1. */
  line: z.int(),
  /** Place within the line, from 0. */
  index: z.int(),
  raw: z.string(),
  email: z.string().optional(),
  name: z.string().optional(),
  roles: z.array(z.string()).optional(),
  teams: z.array(z.string()).optional(),
  verdict: z.enum(verdicts),
  /** A problem of the address or one of `reasons`. */
  reason: z.string().optional(),
  /** What the reason is about: a role's name, the number of an earlier line. */
  detail: z.string().optional(),
  warning: z.enum(['mixed-script']).optional(),
  membershipId: id.optional(),
});
export type JudgedEntry = z.infer<typeof judgedEntry>;

export const previewEntry = judgedEntry.extend({
  /** Where the entry is in the text, so that the dialog removes exactly what was sent. */
  start: z.int(),
  end: z.int(),
});
export type PreviewEntry = z.infer<typeof previewEntry>;

const names = z.array(z.string().trim().min(1).max(120)).max(100);

/** One person to invite. What is omitted comes from the batch's defaults. */
export const sendEntry = z.strictObject({
  /** Any text: an invalid address refuses this entry, not the batch. */
  email: z.string().max(2000),
  /** Whatever the list holds is put on one line, so that one odd name does not stop a batch. */
  name: z.string().overwrite(onOneLine).max(200).optional(),
  /** Given separately, they make up the name. */
  firstName: z.string().overwrite(onOneLine).max(100).optional(),
  lastName: z.string().overwrite(onOneLine).max(100).optional(),
  /** As typed: an invalid number refuses this entry. Stored in E.164. */
  phone: phoneTyped.optional(),
  country: country.optional(),
  roles: names.optional(),
  teams: names.optional(),
  groups: names.optional(),
  products: names.optional(),
  lines: names.optional(),
});
export type SendEntry = z.infer<typeof sendEntry>;

/** What the people in a batch have in common, unless they are guests. */
export const batchTerms = {
  /** Inbox agents hold no role and no seat: they can only reach their inbox in the portal. */
  kind: z.enum(invitableKinds).default('user'),
  defaults: z
    .strictObject({
      roles: names.default([]),
      teams: names.default([]),
      groups: names.default([]),
      products: names.default([]),
      lines: names.default([]),
    })
    .prefault({}),
  /** Default: the organization's. */
  linkLifeHours: linkLifeHours.optional(),
  /** Of the mails; default: the organization's. A person's own choice takes precedence over both. */
  language: language.optional(),
};

/** A person is identified by the position of their entry in the input, from 0. */
const outcome = z.object({ position: z.int(), email: z.string() });
export const turnedAway = outcome.extend({ reason: z.string(), detail: z.string().optional() });
export type TurnedAway = z.infer<typeof turnedAway>;

const oneMember = inOrganization.extend({ membershipId: id });

const newAccount = z.strictObject({
  kind: z.literal('new'),
  firstName: oneLine(100),
  lastName: oneLine(100),
  /** As typed: stored in E.164 if it can be read as a number. */
  phone: phoneTyped.optional(),
  country: country.optional(),
  password: newPassword,
});
const existingAccount = z.strictObject({ kind: z.literal('existing'), password: z.string().max(1024) });
/** The person is already signed in in this browser. */
const signedInAccount = z.strictObject({ kind: z.literal('signed-in') });

const token = z.string().max(200);

export const invitations = {
  preview: query({
    summary: 'Reads a pasted list and says for each entry what an invitation would do. Changes nothing.',
    input: inOrganization.extend({
      text: z.string().max(longestText, 'too-long'),
      /** What they would be invited as: roles in a list of inbox agents are ignored. */
      kind: z.enum(invitableKinds).default('user'),
    }),
    output: z.object({ entries: z.array(previewEntry), headingLine: z.int().optional() }),
    needs: 'users:write',
    reads: ['users', 'invitations', 'roles', 'teams', 'organizations'],
  }),
  send: command({
    summary: 'Invites people: the good entries go through in one transaction, the others come back with the reason.',
    input: inOrganization.extend({
      entries: z.array(sendEntry).min(1).max(mostEntries),
      ...batchTerms,
    }),
    output: z.object({
      invited: z.array(outcome.extend({ membershipId: id, invitationId: id })),
      /** Members, people already invited, and duplicates: nothing is mailed to them again. */
      skipped: z.array(turnedAway.extend({ verdict: z.enum(['already-member', 'already-invited', 'duplicate']) })),
      refused: z.array(turnedAway),
    }),
    needs: 'users:write',
    changes: ['users', 'invitations', 'outbox'],
  }),
  reinvite: command({
    summary: 'Ends the pending or expired invitation and sends a fresh one; older links die, roles and teams stay.',
    input: oneMember,
    output: z.object({ invitationId: id }),
    needs: 'invitations:reinvite',
    changes: ['users', 'invitations', 'outbox'],
  }),
  reinviteMany: job({
    summary: 'Reinvites many people whose invitation is pending or has expired.',
    input: inOrganization.extend({ choice: userChoice }),
    output: z.object({ jobId: id }),
    needs: 'invitations:reinvite',
    changes: ['users', 'invitations', 'outbox', 'jobs'],
  }),
  revokeMany: job({
    summary: 'Revokes the invitations of many people for good.',
    input: inOrganization.extend({ choice: userChoice }),
    output: z.object({ jobId: id }),
    needs: 'users:write',
    changes: ['users', 'invitations', 'outbox', 'jobs'],
  }),
  extend: command({
    summary: 'Gives the current link its whole life again, from now on; nothing is mailed.',
    input: oneMember,
    output: z.object({ validUntil: instant }),
    needs: 'invitations:reinvite',
    changes: ['users', 'invitations'],
  }),
  extendMany: job({
    summary: 'Extends the links of many people whose invitation is pending.',
    input: inOrganization.extend({ choice: userChoice }),
    output: z.object({ jobId: id }),
    needs: 'invitations:reinvite',
    changes: ['users', 'invitations', 'jobs'],
  }),
  sendAgain: command({
    summary: 'Mails the same link once more; its clock goes on.',
    input: oneMember,
    output: done,
    needs: 'users:write',
    changes: ['users', 'outbox'],
  }),
  revoke: command({
    summary: 'Revokes a pending or expired invitation for good: link and waiting mail die with it.',
    input: oneMember,
    output: done,
    needs: 'users:write',
    changes: ['users', 'invitations', 'outbox'],
  }),
  copyLink: command({
    summary: 'Answers with the link of a pending invitation; the first copy starts its clock.',
    input: oneMember,
    output: z.object({ link: z.string(), validUntil: instant }),
    needs: 'links:copy',
    changes: ['users', 'invitations'],
  }),
  copyLinks: command({
    summary:
      'Answers with the links of many pending invitations, and why somebody has none; a first copy starts a clock.',
    input: inOrganization.extend({ choice: userChoice }),
    output: z.object({
      links: z.array(z.object({ membershipId: id, email: z.string(), link: z.string(), validUntil: instant })),
      /** People without a working link, each with the error code with which copying their link would be refused. */
      refused: z.array(z.object({ membershipId: id, email: z.string(), code: z.string() })),
    }),
    needs: 'links:copy',
    changes: ['users', 'invitations'],
  }),
  open: query({
    summary: 'Tells the portal what a link is for. Changes nothing, however often it is opened.',
    input: z.strictObject({ token }),
    output: z.object({
      organization: z.object({
        id,
        name: z.string(),
        timeZone: z.string(),
        contact: z.string().nullable(),
        look: wornLook,
      }),
      email: z.string(),
      name: z.string(),
      roles: z.array(z.string()),
      /** What the inviter entered, for the person to correct. */
      firstName: z.string().nullable(),
      lastName: z.string().nullable(),
      phone: z.string().nullable(),
      invitedBy: z.string().nullable(),
      validUntil: instant.nullable(),
      /** For how many days after accepting a guest has access; null for others. */
      guestDays: z.int().nullable(),
      /** The address already has an account: its owner signs in and joins. */
      hasAccount: z.boolean(),
    }),
    needs: 'anyone',
    faces: ['portal', 'core'],
    reads: ['invitations', 'wording'],
  }),
  accept: command({
    summary: 'Accepts an invitation once: makes the account or signs in to it, and the membership becomes active.',
    input: z.strictObject({
      token,
      account: z.discriminatedUnion('kind', [newAccount, existingAccount, signedInAccount]),
      /** The language in which the person read the page; stored unless they have chosen one. */
      language: language.optional(),
    }),
    output: z.object({
      organization: z.object({ id, name: z.string(), look: wornLook }),
      email: z.string(),
      /** Teams, products and so on that were deleted meanwhile and therefore not given. */
      leftOut: z.array(z.string()),
    }),
    needs: 'anyone',
    faces: ['portal', 'core'],
    changes: ['users', 'invitations', 'outbox', 'session', 'inbox'],
  }),
};
