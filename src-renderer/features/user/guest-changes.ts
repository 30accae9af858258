import type { InputOf } from '#contract/index.ts';
import type { UserDetails } from '#contract/users.ts';

/** Who answers for the guest; whoever was chosen just now is known by their membership as well. */
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
 * What is stored.
 * @param accountManager name of the built-in role: it keeps its name, which tells it also to those who may not read the roles
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

/** What `guests.update` is to change; empty when nothing was. */
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

/** What was changed here, upon what is stored now: somebody else may have changed other things meanwhile. */
export function guestCarriedOver(before: GuestValues, now: GuestValues, stored: GuestValues): GuestValues {
  const otherSponsor = now.sponsor?.personId !== before.sponsor?.personId;
  return {
    days: now.days === before.days ? stored.days : now.days,
    sponsor: otherSponsor ? now.sponsor : stored.sponsor,
    accountManager: now.accountManager === before.accountManager ? stored.accountManager : now.accountManager,
    mayInviteGuests: now.mayInviteGuests === before.mayInviteGuests ? stored.mayInviteGuests : now.mayInviteGuests,
  };
}
