import { z } from 'zod';
import { id, ids } from './values.ts';

export const memberKinds = ['user', 'guest', 'inbox-agent'] as const;
export type MemberKind = (typeof memberKinds)[number];

/**
 * What the list shows as *Status*. `expired` is computed from the clock, never stored: a link that has run out, or a
 * guest's access that has ended.
 */
export const userStatuses = ['active', 'pending', 'expired', 'suspended', 'revoked', 'removed'] as const;
export type UserStatus = (typeof userStatuses)[number];
/** Revoked and removed people are history: lists name them only when asked to. */
export const presentStatuses = ['active', 'pending', 'expired', 'suspended'] as const satisfies readonly UserStatus[];

/** `expiring`: access ends within the organization's notice window; `expired`: it has ended; `no-sponsor`: nobody answers for them. */
export const guestStates = ['expiring', 'expired', 'no-sponsor'] as const;
export type GuestState = (typeof guestStates)[number];

/**
 * What became of the latest mail with the link of an invitation that waits for an answer; `waiting`: it goes out by itself.
 * `ending` asks for those whose link ends within a day, `unanswered` for those whose link has been out for a week, whatever
 * became of the mail.
 */
export const mailGroups = [
  'failed',
  'bounced',
  'deferred',
  'uncertain',
  'held',
  'waiting',
  'sent',
  'ending',
  'unanswered',
] as const;
export type MailGroup = (typeof mailGroups)[number];

/** Whom a list shows: all that is named must hold; of several of one sort, one is enough. Nothing named is everybody. */
export const userFilter = z.strictObject({
  /** Inbox agents are no users: they are listed only when asked for. */
  kinds: z.array(z.enum(memberKinds)).min(1).default(['user', 'guest']),
  statuses: z
    .array(z.enum(userStatuses))
    .min(1)
    .default([...presentStatuses]),
  /** Only those whose invitation nobody has accepted: no guest whose access has ended, who is expired as well. */
  invited: z.boolean().default(false),
  roles: ids.default([]),
  teams: ids.default([]),
  groups: ids.default([]),
  products: ids.default([]),
  lines: ids.default([]),
  /** Only guests for whom one of these is true. */
  guests: z.array(z.enum(guestStates)).max(3).default([]),
  /** Only those who are pending (not expired) and in one of these groups. */
  mail: z.array(z.enum(mailGroups)).max(mailGroups.length).default([]),
  /** Any part of name or e-mail, whatever case and accents. */
  search: z.string().trim().max(200).default(''),
});
export type UserFilter = z.output<typeof userFilter>;

/** The most people of one choice by hand; more are chosen by filter. */
export const mostChosen = 5000;
/** Whom a bulk deed is done to: those chosen one by one, or all that match a filter but those taken out by hand. */
export const userChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chosen'), membershipIds: z.array(id).min(1).max(mostChosen) }),
  z.strictObject({
    kind: z.literal('matching'),
    filter: userFilter,
    except: z.array(id).max(mostChosen).default([]),
  }),
]);
export type UserChoice = z.input<typeof userChoice>;
