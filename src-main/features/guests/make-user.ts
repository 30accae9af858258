import type { CommandContext, CommandHandler } from '../../kernel/context.ts';
import { cancelGuestMail } from '../../mail/queue.ts';
import { hasExpired, openInvitation } from '../invitations/open-invitation.ts';
import { claimSeats } from '../organizations/seats.ts';
import { findMembers, type Member } from '../users/members.ts';
import { guestToChange, refuseEnded } from './members.ts';
import { guestColumns } from './terms.ts';

/**
 * A guest becomes a user with the roles and teams that they have. It restores no access: suspended guests stay suspended,
 * and those whose access has ended must be reinvited first.
 * @throws GatehouseError `not-a-guest`, `access-ended`, `seats-exceeded`
 */
export const makeUser: CommandHandler<'guests.makeUser'> = async (ctx, { organizationId, membershipId }) => {
  const guest = guestToChange(ctx, await findMembers(ctx.db, organizationId, [membershipId]), membershipId);
  refuseEnded(guest, ctx.now);
  if (await takesSeat(ctx, organizationId, guest)) await claimSeats(ctx.db, organizationId, 1, ctx.now);

  await ctx.db
    .updateTable('membership')
    .set({ kind: 'user', changed_at: ctx.now, ...guestColumns() })
    .where('id', '=', membershipId)
    .execute();
  await cancelGuestMail(ctx.db, [membershipId], ctx.now);
  ctx.note({ target: guest.email, detail: { endsAt: guest.accessEndsAt } });
  return {};
};

/** Neither a suspended user nor an invitation that has run out holds a seat. */
async function takesSeat({ db, now }: CommandContext, organizationId: number, member: Member): Promise<boolean> {
  if (member.status !== 'pending') return member.status === 'active';
  return !hasExpired(await openInvitation(db, organizationId, member.membershipId), now);
}
