import type { ParsedOf } from '#contract/index.ts';
import type { CommandContext, CommandHandler } from '../../kernel/context.ts';
import { alone } from '../jobs/deed.ts';
import { refuseWithout } from '../roles/grant.ts';
import { findMembers, type Member } from '../users/members.ts';
import { update as updateAccess } from '../users/update.ts';
import { guestToChange } from './members.ts';
import { guestRoles } from './roles.ts';
import { findSponsor } from './sponsor.ts';

type Input = ParsedOf<'guests.update'>;

const changeRoles = alone(updateAccess);

/**
 * What is left out stays as it is. A new period counts from the next renewal, or from acceptance.
 * @throws GatehouseError `role-not-grantable`, `not-permitted` for what the operator could not give; `not-found` for a
 *   sponsor who cannot be one
 */
export const update: CommandHandler<'guests.update'> = async (ctx, input) => {
  const { organizationId, membershipId, days, sponsorMembershipId, mayInviteGuests } = input;
  const guest = guestToChange(ctx, await findMembers(ctx.db, organizationId, [membershipId]), membershipId);
  if (mayInviteGuests && !guest.mayInviteGuests) refuseWithout(ctx.permissions, 'guests:invite');
  const sponsor = sponsorMembershipId ? await findSponsor(ctx.db, organizationId, sponsorMembershipId) : undefined;

  await setAccountManager(ctx, input, guest);
  await ctx.db
    .updateTable('membership')
    .set({
      changed_at: ctx.now,
      ...(days === undefined ? {} : { guest_days: days }),
      ...(sponsorMembershipId === undefined ? {} : { sponsor_id: sponsor?.personId ?? null }),
      ...(mayInviteGuests === undefined ? {} : { may_invite_guests: Number(mayInviteGuests) }),
    })
    .where('id', '=', membershipId)
    .execute();
  ctx.note({
    target: guest.email,
    detail: {
      ...(days === undefined ? {} : { days }),
      ...(sponsorMembershipId === undefined ? {} : { sponsor: sponsor?.email ?? null }),
      ...(mayInviteGuests === undefined ? {} : { mayInviteGuests }),
    },
  });
  return {};
};

/** A former account manager becomes a member unless they have another role; nobody is left without one. */
async function setAccountManager(
  ctx: CommandContext,
  { organizationId, membershipId, accountManager }: Input,
  { roles }: Member,
): Promise<void> {
  const built = await guestRoles(ctx.db, organizationId);
  const is = roles.some((role) => role.id === built.accountManager.id);
  if (accountManager === undefined || accountManager === is) return;
  const change = (add: number[], remove: number[]) =>
    changeRoles(ctx, { organizationId, membershipId, roles: { add, remove } });
  if (accountManager) await change([built.accountManager.id], [built.member.id]);
  else await change(roles.length > 1 ? [] : [built.member.id], [built.accountManager.id]);
}
