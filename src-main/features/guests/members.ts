import { GatehouseError } from '#contract/errors.ts';
import type { Organization } from '#contract/organizations.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { getOrganization } from '../organizations/store.ts';
import { refuseStrongerMember } from '../roles/grant.ts';
import { accessEnded, findMembers, type InOrganization, type Member, type Members } from '../users/members.ts';
import { refuseOneself } from '../users/refusals.ts';

export interface Seen extends Members {
  readonly organization: Organization;
}

/** What actions on guests look up: who they are, and the organization's periods and time zone. */
export async function lookAtGuests(
  { db }: CommandContext,
  { organizationId }: InOrganization,
  membershipIds: readonly number[],
): Promise<Seen> {
  const organization = await getOrganization(db, organizationId);
  if (!organization) throw new GatehouseError('not-found', { what: 'organization' });
  return { organization, ...(await findMembers(db, organizationId, membershipIds)) };
}

/**
 * A guest whom the operator may change: nobody extends their own access, nor touches that of somebody who may do more than
 * they.
 * @throws GatehouseError `not-found`, `not-a-guest`, `yourself`, `role-not-grantable`, `not-permitted`
 */
export function guestToChange(ctx: CommandContext, { find }: Members, membershipId: number): Member {
  const guest = find(membershipId);
  if (guest.kind !== 'guest') throw new GatehouseError('not-a-guest', { email: guest.email });
  refuseOneself(ctx, guest);
  refuseStrongerMember(ctx.permissions, guest);
  return guest;
}

/** Only a new invitation restores access that has ended. @throws GatehouseError `access-ended` */
export function refuseEnded(member: Member, now: number): void {
  const ended = member.status === 'active' && accessEnded(member, now);
  if (ended) throw new GatehouseError('access-ended', { email: member.email });
}
