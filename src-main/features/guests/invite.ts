import type { CommandHandler } from '../../kernel/context.ts';
import { loadChoices } from '../invitations/choices.ts';
import { type Invitee, inviteAll } from '../invitations/invite.ts';
import type { Judged } from '../invitations/judge.ts';
import { judgeList } from '../invitations/judge-list.ts';
import { sortOut } from '../invitations/sort-out.ts';
import { refuseStrongerRoles, refuseWithout } from '../roles/grant.ts';
import { guestRoles } from './roles.ts';
import { sponsorOf } from './sponsor.ts';

/**
 * Invites the good addresses as guests and returns the rest. Guests take no seat and need neither name nor group; where
 * they may come from is the organization's policy.
 * @throws GatehouseError `role-not-grantable` for account managers who are not the inviter's to make; `not-permitted` for
 *   teams named by who may not see them; `not-found` for a sponsor who is none
 */
export const invite: CommandHandler<'guests.invite'> = async (ctx, input) => {
  const { organizationId, accountManager, mayInviteGuests, teams } = input;
  const roles = await guestRoles(ctx.db, organizationId);
  const role = accountManager ? roles.accountManager : roles.member;
  refuseStrongerRoles(ctx.permissions, [role]);
  if (teams.length > 0) refuseWithout(ctx.permissions, 'structure:read');
  const sponsor = await sponsorOf(ctx, input);

  const emails = input.emails.map((email) => email.trim());
  const choices = await loadChoices(ctx.db, organizationId, ctx.permissions);
  const { organization, judged } = await judgeList(
    ctx,
    { organizationId, kind: 'guest' },
    choices,
    emails.map((email, place) => ({ email, place, teams })),
  );
  const { fit, skipped, refused } = sortOut(judged, emails);
  const days = input.days ?? organization.guestDays;
  const invited = await inviteAll(
    ctx.db,
    fit.map(({ position, judged: one }) => invitee(position, one, role.id)),
    {
      organizationId,
      kind: 'guest',
      invitedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
      lifeHours: organization.linkLifeHours,
      now: ctx.now,
      guest: { days, sponsorId: sponsor?.personId ?? null, mayInvite: mayInviteGuests, note: input.note || null },
    },
  );
  ctx.note({
    targets: invited.map((i) => i.email),
    detail: {
      invited: invited.length,
      skipped: skipped.length,
      refused: refused.length,
      days,
      sponsor: sponsor?.email ?? null,
      accountManager,
      mayInviteGuests,
    },
  });
  return { invited, skipped, refused };
};

function invitee(position: number, { address, known, access }: Judged, roleId: number): Invitee {
  if (!address) throw new Error('an entry without an address cannot be new');
  const unnamed = { name: '', firstName: null, lastName: null, phone: null };
  return { position, address, known, ...unnamed, access: { ...access, roleIds: [roleId] } };
}
