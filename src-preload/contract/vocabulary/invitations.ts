import type { MemberKind } from './user-filter.ts';

/** The kinds of people that this operation invites; guests have an operation of their own. */
export const invitableKinds = ['user', 'inbox-agent'] as const satisfies readonly MemberKind[];
export type InvitableKind = (typeof invitableKinds)[number];

/** The most entries in one call, which is one transaction. The window sends longer lists in several. */
export const mostEntries = 5000;

/** The most links in one copy: more would be a leak rather than a list to paste. */
export const mostLinks = 500;

/** The longest text that the preview reads, in UTF-16 units. */
export const longestText = 4_000_000;
