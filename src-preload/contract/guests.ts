import { z } from 'zod';
import { previewEntry, type TurnedAway, turnedAway } from './invitations.ts';
import { command, job, query } from './operation.ts';
import { userChoice } from './user-filter.ts';
import { done, guestDays, id, inOrganization, instant, language } from './values.ts';
import { longestGuestText, longestNote, mostGuests } from './vocabulary/guests.ts';

export type { TurnedAway };

const oneMember = inOrganization.extend({ membershipId: id });
/** Whether the guest gets a mail with the new end. */
const notify = z.boolean().default(false);
const changesGuests = ['users', 'invitations', 'outbox', 'session'] as const;

/** What every guest of an invitation gets. */
export const guestTerms = {
  /** Gives the built-in role *Account manager*. Only people who hold all of its rights may give it. */
  accountManager: z.boolean().default(false),
  /** May invite guests in turn, from the portal. */
  mayInviteGuests: z.boolean().default(false),
  /** Default: the organization's. */
  days: guestDays.optional(),
  /** The sponsor's membership; default: the inviter's. */
  sponsorMembershipId: id.optional(),
  teams: z.array(z.string().trim().min(1).max(120)).max(100).default([]),
  /** Goes into the mail as plain text. */
  note: z.string().trim().max(longestNote).default(''),
  /** Of the mails; default: the organization's. A person's own choice takes precedence over both. */
  language: language.optional(),
};

export const guests = {
  preview: query({
    summary:
      'Reads addresses separated by comma, space, tab or line, and says for each what an invitation as a guest would do.',
    input: inOrganization.extend({ text: z.string().max(longestGuestText, 'too-long') }),
    output: z.object({ entries: z.array(previewEntry) }),
    needs: 'guests:invite',
    faces: ['window', 'cli', 'portal', 'core'],
    reads: ['users', 'invitations', 'organizations'],
  }),
  invite: command({
    summary: 'Invites guests: the good addresses go through in one transaction, the others come back with the reason.',
    input: inOrganization.extend({
      emails: z.array(z.string().max(2000)).min(1).max(mostGuests),
      ...guestTerms,
    }),
    output: z.object({
      invited: z.array(z.object({ position: z.int(), email: z.string(), membershipId: id, invitationId: id })),
      skipped: z.array(turnedAway.extend({ verdict: z.enum(['already-member', 'already-invited', 'duplicate']) })),
      refused: z.array(turnedAway),
    }),
    needs: 'guests:invite',
    faces: ['window', 'cli', 'portal', 'core'],
    changes: changesGuests,
  }),
  inviteAgain: command({
    summary:
      'Invites a guest whose access or link has ended once more, with the same roles, teams, period, sponsor and note.',
    input: oneMember,
    output: z.object({ invitationId: id }),
    needs: 'guests:invite',
    changes: changesGuests,
  }),
  update: command({
    summary: 'Changes period, sponsor and permissions of a guest. The end of access stays until a renewal.',
    input: oneMember.extend({
      days: guestDays.optional(),
      sponsorMembershipId: id.nullable().optional(),
      accountManager: z.boolean().optional(),
      mayInviteGuests: z.boolean().optional(),
    }),
    output: done,
    needs: 'guests:write',
    changes: changesGuests,
  }),
  renew: command({
    summary: 'Renews the access of a guest: from now on it lasts the period that they were invited for.',
    input: oneMember.extend({ notify }),
    output: z.object({ endsAt: instant }),
    needs: 'guests:write',
    changes: changesGuests,
  }),
  renewMany: job({
    summary: 'Renews the access of many guests, each for the period that they were invited for.',
    input: inOrganization.extend({ choice: userChoice, notify }),
    output: z.object({ jobId: id }),
    needs: 'guests:write',
    changes: [...changesGuests, 'jobs'],
  }),
  setSponsorMany: job({
    summary: 'Makes one user the sponsor of many guests.',
    input: inOrganization.extend({ choice: userChoice, sponsorMembershipId: id }),
    output: z.object({ jobId: id }),
    needs: 'guests:write',
    changes: [...changesGuests, 'jobs'],
  }),
  remove: command({
    summary: 'Removes a guest, or revokes their invitation, for good; to return, they are invited from scratch.',
    input: oneMember,
    output: done,
    needs: 'guests:write',
    changes: changesGuests,
  }),
  makeUser: command({
    summary: 'Makes a guest a user: access no longer ends, and takes a seat. Roles, teams and history stay.',
    input: oneMember,
    output: done,
    needs: 'users:write',
    changes: changesGuests,
  }),
  makeGuest: command({
    summary: 'Makes a user a guest: access ends after the period, and the seat is free. Roles, teams and history stay.',
    input: oneMember.extend({ days: guestDays.optional(), sponsorMembershipId: id.optional() }),
    output: z.object({ endsAt: instant.nullable() }),
    needs: 'users:write',
    changes: changesGuests,
  }),
  expiring: query({
    summary: 'Counts the guests whose access ends within the notice window.',
    input: inOrganization,
    output: z.object({ expiring: z.int(), noticeDays: z.int(), nextChangeAt: instant.nullable() }),
    needs: 'guests:read',
    reads: ['users', 'organizations'],
  }),
};
