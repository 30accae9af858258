import type { Permission } from '#contract/permissions.ts';
import type { UserRow } from '#contract/users.ts';

/** What can be done to the invitation of a person in the list. */
export const deeds = ['copyLink', 'sendAgain', 'reinvite', 'revoke'] as const;
export type Deed = (typeof deeds)[number];

const rights: Readonly<Record<Deed, Permission>> = {
  copyLink: 'links:copy',
  sendAgain: 'users:write',
  reinvite: 'invitations:reinvite',
  revoke: 'users:write',
};

export interface Offer {
  readonly deed: Deed;
  /** The right that is missing: the deed is shown, but cannot be done. */
  readonly lacks?: Permission;
}

/**
 * The deeds that make sense for a row: an expired link can be neither copied nor mailed again, and whoever has
 * answered has no invitation left.
 */
export function offersFor(status: UserRow['status'], may: (permission: Permission) => boolean): readonly Offer[] {
  const sensible: readonly Deed[] = status === 'pending' ? deeds : status === 'expired' ? ['reinvite', 'revoke'] : [];
  return sensible.map((deed) => (may(rights[deed]) ? { deed } : { deed, lacks: rights[deed] }));
}
