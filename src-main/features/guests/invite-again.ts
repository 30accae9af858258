import type { CommandHandler } from '../../kernel/context.ts';
import { hasExpired, lastInvitation } from '../invitations/open-invitation.ts';
import { refuseDomain } from '../invitations/policy.ts';
import { reinvite } from '../invitations/reinvite.ts';
import { alone } from '../jobs/deed.ts';
import { refuseWithout } from '../roles/grant.ts';
import { guestToChange, lookAtGuests } from './members.ts';

const again = alone(reinvite);

/**
 * Reinviting, for people who may invite guests: access or link have ended, so nothing that works is taken from anybody.
 * Replacing a live link takes the right to reinvite.
 * @throws GatehouseError `not-a-guest`, `domain-refused`, and those of reinviting
 */
export const inviteAgain: CommandHandler<'guests.inviteAgain'> = async (ctx, input) => {
  const { organizationId, membershipId } = input;
  const seen = await lookAtGuests(ctx, input, [membershipId]);
  const { email } = guestToChange(ctx, seen, membershipId);
  const last = await lastInvitation(ctx.db, organizationId, membershipId, ctx.now);
  if (last.id !== null && !hasExpired(last, ctx.now)) refuseWithout(ctx.permissions, 'invitations:reinvite');
  await refuseDomain(seen.organization, 'guest', email);
  return again(ctx, input);
};
