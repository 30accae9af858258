import type { UserRow } from '#contract/users.ts';
import type { Permission } from '#contract/vocabulary/permissions.ts';
import type { UserStatus } from '#contract/vocabulary/user-filter.ts';
import { hasEnded } from '../guests/time-left.ts';

/** What can be done to a person in the list, in the order of the menu; the red ones come last. */
export const deeds = [
  'edit',
  'renew',
  'inviteAgain',
  'copyLink',
  'sendAgain',
  'reinvite',
  'extend',
  'copyEmail',
  'makeUser',
  'makeGuest',
  'suspend',
  'reactivate',
  'revoke',
  'remove',
] as const;
export type Deed = (typeof deeds)[number];

/** Actions that cannot be undone: they come last, in red, and ask first. */
export const isFinal = (deed: Deed): deed is 'revoke' | 'remove' => deed === 'revoke' || deed === 'remove';

const rights: Readonly<Partial<Record<Deed, Permission>>> = {
  renew: 'guests:write',
  inviteAgain: 'guests:invite',
  copyLink: 'links:copy',
  sendAgain: 'users:write',
  reinvite: 'invitations:reinvite',
  extend: 'invitations:reinvite',
  makeUser: 'users:write',
  makeGuest: 'users:write',
  suspend: 'users:write',
  reactivate: 'users:write',
  revoke: 'users:write',
  remove: 'users:write',
};
/** Actions that need a different right for guests than for users. */
const guestRights: Readonly<Partial<Record<Deed, Permission>>> = { revoke: 'guests:write', remove: 'guests:write' };

/** Why an action is not possible for this particular person, whatever the operator's rights. */
export type Bar = 'yourself' | 'last-owner';

export interface Offer {
  readonly deed: Deed;
  /** The missing right: the action is shown, but cannot be taken. */
  readonly lacks?: Permission;
  readonly bar?: Bar;
}

/** What `offersFor` needs to know of a person. */
export interface Person extends Pick<UserRow, 'status' | 'kind' | 'guest'> {
  /** Whether it is the operator's own row. */
  readonly own?: boolean;
  readonly lastOwner?: boolean;
}

type Sensible = Readonly<Record<UserStatus, readonly Deed[]>>;

const forAgents: Sensible = {
  pending: ['edit', 'copyLink', 'sendAgain', 'reinvite', 'extend', 'copyEmail', 'revoke'],
  // an expired link can be neither copied nor mailed again
  expired: ['edit', 'reinvite', 'copyEmail', 'revoke'],
  active: ['edit', 'copyEmail', 'suspend', 'remove'],
  suspended: ['edit', 'copyEmail', 'reactivate', 'remove'],
  revoked: ['edit', 'copyEmail'],
  removed: ['edit', 'copyEmail'],
};
const forUsers: Sensible = {
  ...forAgents,
  pending: ['edit', 'copyLink', 'sendAgain', 'reinvite', 'extend', 'copyEmail', 'makeGuest', 'revoke'],
  active: ['edit', 'copyEmail', 'makeGuest', 'suspend', 'remove'],
  suspended: ['edit', 'copyEmail', 'makeGuest', 'reactivate', 'remove'],
};
const forGuests: Sensible = {
  ...forAgents,
  pending: ['edit', 'copyLink', 'sendAgain', 'reinvite', 'extend', 'copyEmail', 'makeUser', 'revoke'],
  expired: ['edit', 'inviteAgain', 'copyEmail', 'revoke'],
  active: ['edit', 'renew', 'copyEmail', 'makeUser', 'suspend', 'remove'],
  suspended: ['edit', 'copyEmail', 'makeUser', 'reactivate', 'remove'],
};
/** Access that has ended only comes back with a new invitation; the guest is removed, not revoked. */
const forEndedGuests: readonly Deed[] = ['edit', 'inviteAgain', 'copyEmail', 'remove'];

function sensibleFor(person: Person): readonly Deed[] {
  if (person.kind === 'user') return forUsers[person.status];
  if (person.kind === 'inbox-agent') return forAgents[person.status];
  return hasEnded(person) ? forEndedGuests : forGuests[person.status];
}

/** What nobody may do to themselves: it removes access, or extends that of a guest. */
const notToOneself: readonly Deed[] = ['suspend', 'remove', 'makeGuest', 'renew', 'makeUser'];
const notToLastOwner: readonly Deed[] = ['suspend', 'remove', 'makeGuest'];

/** Nobody removes their own access, or that of the last person who could give it back. */
function barOf(deed: Deed, person: Person): Bar | undefined {
  if (person.own && notToOneself.includes(deed)) return 'yourself';
  return person.lastOwner && notToLastOwner.includes(deed) ? 'last-owner' : undefined;
}

/** The actions that make sense for a person, each with what prevents it. */
export function offersFor(person: Person, may: (permission: Permission) => boolean): readonly Offer[] {
  return sensibleFor(person).map((deed) => {
    const right = (person.kind === 'guest' ? guestRights[deed] : undefined) ?? rights[deed];
    const bar = barOf(deed, person);
    return { deed, ...(right && !may(right) ? { lacks: right } : bar ? { bar } : {}) };
  });
}

/** What the keys for *Reinvite* and *Renew* can mean; the first that makes sense counts. */
const alike: Readonly<Partial<Record<Deed, readonly Deed[]>>> = {
  reinvite: ['reinvite', 'inviteAgain'],
  renew: ['renew', 'extend'],
};

/** One of the actions that make sense; *Delete* means whichever final action there is, *R* whichever new
 * invitation, *E* whichever gives more time. */
export function offerOf(deed: Deed, person: Person, may: (permission: Permission) => boolean): Offer | undefined {
  const offers = offersFor(person, may);
  const meant = alike[deed] ?? [deed];
  return offers.find((offer) => (isFinal(deed) ? isFinal(offer.deed) : meant.includes(offer.deed)));
}
