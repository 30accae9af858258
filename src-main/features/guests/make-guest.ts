import { GatehouseError } from '#contract/errors.ts';
import type { CommandHandler } from '../../kernel/context.ts';
import { refuseStrongerMember } from '../roles/grant.ts';
import { refuseLastOwner, refuseOneself } from '../users/refusals.ts';
import { accessEnd } from './access-end.ts';
import { lookAtGuests } from './members.ts';
import { sponsorOf } from './sponsor.ts';
import { guestColumns } from './terms.ts';

/**
 * A user becomes a guest with the roles and teams that they have; their seat becomes free. The period begins today, or on
 * acceptance if they are still invited.
 * @throws GatehouseError `already-a-guest`, `no-role-for-agents`, `yourself`, `last-owner`, `role-not-grantable`
 */
export const makeGuest: CommandHandler<'guests.makeGuest'> = async (ctx, input) => {
  const { organizationId, membershipId } = input;
  const { organization, find } = await lookAtGuests(ctx, input, [membershipId]);
  const user = find(membershipId);
  const { email } = user;
  if (user.kind === 'guest') throw new GatehouseError('already-a-guest', { email });
  if (user.kind === 'inbox-agent') throw new GatehouseError('no-role-for-agents', { email });
  refuseOneself(ctx, user);
  refuseStrongerMember(ctx.permissions, user);
  await refuseLastOwner(ctx.db, organizationId, user);
  const sponsor = await sponsorOf(ctx, input);

  const days = input.days ?? organization.guestDays;
  const endsAt = user.status === 'pending' ? null : accessEnd(ctx.now, days, organization.timeZone);
  await ctx.db
    .updateTable('membership')
    .set({
      kind: 'guest',
      changed_at: ctx.now,
      ...guestColumns({ days, sponsorId: sponsor?.personId ?? null, mayInvite: false }),
      access_ends_at: endsAt,
    })
    .where('id', '=', membershipId)
    .execute();
  ctx.note({ target: email, detail: { days, endsAt, sponsor: sponsor?.email ?? null } });
  return { endsAt };
};
