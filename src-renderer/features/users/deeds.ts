import type { Permission } from '#contract/permissions.ts';
import type { UserRow } from '#contract/users.ts';

/** What can be done to a person of the list, in the order of the menu; the red ones come last. */
export const deeds = [
  'edit',
  'copyLink',
  'sendAgain',
  'reinvite',
  'copyEmail',
  'suspend',
  'reactivate',
  'revoke',
  'remove',
] as const;
export type Deed = (typeof deeds)[number];

/** Deeds that cannot be undone: they stand last, in red, and are asked about. */
export const isFinal = (deed: Deed): deed is 'revoke' | 'remove' => deed === 'revoke' || deed === 'remove';

const rights: Readonly<Partial<Record<Deed, Permission>>> = {
  copyLink: 'links:copy',
  sendAgain: 'users:write',
  reinvite: 'invitations:reinvite',
  suspend: 'users:write',
  reactivate: 'users:write',
  revoke: 'users:write',
  remove: 'users:write',
};

/** Why a deed cannot be done to this very person, whatever the operator's rights. */
export type Bar = 'yourself' | 'last-owner';

export interface Offer {
  readonly deed: Deed;
  /** The right that is missing: the deed is shown, but cannot be done. */
  readonly lacks?: Permission;
  readonly bar?: Bar;
}

/** What `offersFor` needs to know of a person. */
export interface Person extends Pick<UserRow, 'status'> {
  /** Whether it is the operator's own row. */
  readonly own?: boolean;
  readonly lastOwner?: boolean;
}

const sensible: Readonly<Record<UserRow['status'], readonly Deed[]>> = {
  pending: ['edit', 'copyLink', 'sendAgain', 'reinvite', 'copyEmail', 'revoke'],
  // an expired link can be neither copied nor mailed again
  expired: ['edit', 'reinvite', 'copyEmail', 'revoke'],
  active: ['edit', 'copyEmail', 'suspend', 'remove'],
  suspended: ['edit', 'copyEmail', 'reactivate', 'remove'],
  revoked: ['edit', 'copyEmail'],
  removed: ['edit', 'copyEmail'],
};

/** Nobody takes the access from themselves, or from the last one who could give it back. */
function barOf(deed: Deed, person: Person): Bar | undefined {
  if (deed !== 'suspend' && deed !== 'remove') return undefined;
  return person.own ? 'yourself' : person.lastOwner ? 'last-owner' : undefined;
}

/** The deeds that make sense for a person, each with what stands in its way. */
export function offersFor(person: Person, may: (permission: Permission) => boolean): readonly Offer[] {
  return sensible[person.status].map((deed) => {
    const right = rights[deed];
    const bar = barOf(deed, person);
    return { deed, ...(right && !may(right) ? { lacks: right } : bar ? { bar } : {}) };
  });
}

/** One deed of those that make sense; *Delete* means whichever final deed there is. */
export function offerOf(deed: Deed, person: Person, may: (permission: Permission) => boolean): Offer | undefined {
  const offers = offersFor(person, may);
  return offers.find((offer) => (isFinal(deed) ? isFinal(offer.deed) : offer.deed === deed));
}
