import type { WordingKind } from './vocabulary/wording.ts';

/** Everything that can be in braces in the wording of a mail. */
export const placeholderNames = [
  'organization',
  'name',
  'email',
  'contact',
  'inviter',
  'role',
  'roles',
  'as-guest',
  'days',
  'note',
  'link',
  'until',
  'date',
  'day',
  'zone',
  'sponsor',
  'guest',
  'guest-name',
  'counts',
  'ending-count',
  'ending',
  'ended-count',
  'ended',
] as const;
export type PlaceholderName = (typeof placeholderNames)[number];

/** Placeholders that become a block of their own, with a line to themselves: never in a subject. */
export const blocks: ReadonlySet<PlaceholderName> = new Set(['note', 'link', 'ending', 'ended']);
/** Placeholders that may have no value: text that depends on them belongs in brackets. */
export const mayBeEmpty: ReadonlySet<PlaceholderName> = new Set([
  'name',
  'inviter',
  'role',
  'roles',
  'as-guest',
  'days',
  'note',
  'sponsor',
  'ending-count',
  'ending',
  'ended-count',
  'ended',
]);

const everybody = ['organization', 'name', 'email', 'contact'] as const;
const invitation = [
  ...everybody,
  ...(['inviter', 'role', 'roles', 'as-guest', 'days', 'note', 'link', 'until'] as const),
];
const guest = [...everybody, ...(['date', 'day', 'zone', 'sponsor'] as const)];
const sponsor = [...everybody, ...(['guest', 'guest-name', 'date', 'day', 'zone'] as const)];

/** The placeholders of each mail, in the order in which they are offered. */
export const placeholdersOf: Readonly<Record<WordingKind, readonly PlaceholderName[]>> = {
  invitation,
  reinvitation: invitation,
  reminder: invitation,
  'password-reset': [...everybody, 'link', 'until'],
  'guest-ending': guest,
  'guest-ended': guest,
  'guest-renewed': guest,
  'sponsor-ending': sponsor,
  'sponsor-ended': sponsor,
  'guests-digest': [...everybody, 'counts', 'ending-count', 'ending', 'ended-count', 'ended'],
};

/** Whether a mail is pointless without its link. */
export const needsLink = (kind: WordingKind): boolean => placeholdersOf[kind].includes('link');
