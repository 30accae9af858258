import type { QueryHandler } from '../../kernel/context.ts';
import { assertLive, findLink } from './accept-link.ts';

/** Tells whoever holds a link what it is for. Mail scanners open every link, so nothing may change here. */
export const open: QueryHandler<'invitations.open'> = async (ctx, { token }) => {
  const link = await findLink(ctx, token);
  assertLive(link, ctx.now);
  const roles = await ctx.db
    .selectFrom('membership_role')
    .innerJoin('role', 'role.id', 'membership_role.role_id')
    .select('role.name')
    .where('membership_role.membership_id', '=', link.membershipId)
    .orderBy('role.id')
    .execute();
  return {
    organization: link.organization,
    email: link.email,
    name: link.membershipName || link.personName,
    roles: roles.map((r) => r.name),
    ...link.given,
    invitedBy: link.invitedBy,
    validUntil: link.expiresAt,
    guestDays: link.kind === 'guest' ? link.guestDays : null,
    hasAccount: link.passwordHash !== null,
  };
};
