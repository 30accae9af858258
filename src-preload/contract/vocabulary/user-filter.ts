export const memberKinds = ['user', 'guest', 'inbox-agent'] as const;
export type MemberKind = (typeof memberKinds)[number];

/**
 * What the list shows as *Status*. `expired` is computed from the clock, never stored: a link that has expired, or a
 * guest's access that has ended.
 */
export const userStatuses = ['active', 'pending', 'expired', 'suspended', 'revoked', 'removed'] as const;
export type UserStatus = (typeof userStatuses)[number];

/** Revoked and removed people are history: lists include them only when asked to. */
export const presentStatuses = ['active', 'pending', 'expired', 'suspended'] as const satisfies readonly UserStatus[];

/** `expiring`: access ends within the organization's notice window; `expired`: it has ended; `no-sponsor`: without one. */
export const guestStates = ['expiring', 'expired', 'no-sponsor'] as const;
export type GuestState = (typeof guestStates)[number];

/**
 * What happened to the latest mail with the link of an unanswered invitation; `waiting`: it will go out by itself.
 * `ending` means a link that ends within a day, `unanswered` one that has been out for a week, whatever happened to the
 * mail.
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

/** The most people chosen by hand; more are chosen by filter. */
export const mostChosen = 5000;
