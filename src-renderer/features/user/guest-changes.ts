import type { InputOf } from '#contract/index.ts';
import type { UserDetails } from '#contract/users.ts';

/** The guest's sponsor; for one chosen in this form, the membership is known as well. */
export interface ShownSponsor {
  readonly personId: number;
  readonly name: string;
  readonly membershipId?: number;
}

export interface GuestValues {
  /** As typed. */
  readonly days: number | string;
  readonly sponsor: ShownSponsor | null;
  readonly accountManager: boolean;
  readonly mayInviteGuests: boolean;
}

/**
 * The stored values.
 * @param accountManager name of the built-in role. It cannot be renamed, so it identifies the role even to those who may
 * not read roles.
 */
export function guestValuesOf(
  { guest, roles }: Pick<UserDetails, 'guest' | 'roles'>,
  accountManager: string,
): GuestValues {
  return {
    days: guest?.days ?? '',
    sponsor: guest?.sponsor ? { personId: guest.sponsor.id, name: guest.sponsor.name } : null,
    accountManager: roles.some(({ name }) => name === accountManager),
    mayInviteGuests: guest?.mayInviteGuests ?? false,
  };
}

type Changes = Omit<InputOf<'guests.update'>, 'organizationId' | 'membershipId'>;

/** What `guests.update` has to change; empty if nothing was changed. */
export function guestChangesBetween(stored: GuestValues, values: GuestValues): Changes {
  const { days, sponsor } = values;
  const otherSponsor = sponsor?.personId !== stored.sponsor?.personId;
  return {
    ...(days !== stored.days ? { days: Number(days) } : {}),
    ...(otherSponsor ? { sponsorMembershipId: sponsor?.membershipId ?? null } : {}),
    ...(values.accountManager !== stored.accountManager ? { accountManager: values.accountManager } : {}),
    ...(values.mayInviteGuests !== stored.mayInviteGuests ? { mayInviteGuests: values.mayInviteGuests } : {}),
  };
}

/** Applies what was changed here to what is stored now: somebody else may have changed other things meanwhile. */
export function guestCarriedOver(before: GuestValues, now: GuestValues, stored: GuestValues): GuestValues {
  const otherSponsor = now.sponsor?.personId !== before.sponsor?.personId;
  return {
    days: now.days === before.days ? stored.days : now.days,
    sponsor: otherSponsor ? now.sponsor : stored.sponsor,
    accountManager: now.accountManager === before.accountManager ? stored.accountManager : now.accountManager,
    mayInviteGuests: now.mayInviteGuests === before.mayInviteGuests ? stored.mayInviteGuests : now.mayInviteGuests,
  };
}
