import type { OutputOf } from '#contract/index.ts';
import { extendLife } from '../../database/link-life.ts';
import type { Deed } from '../jobs/deed.ts';
import { refuseStrongerMember } from '../roles/grant.ts';
import { type InOrganization, lookAtMembers, type Members } from '../users/members.ts';
import { openInvitation, refuseExpired, refuseUnbegun } from './open-invitation.ts';

/**
 * The link that is out gets a whole new life from now on, with a new reminder; nothing is mailed. It lets people in for
 * longer, so nobody may do it for somebody with stronger roles. A link that has expired stays dead: that takes a reinvitation.
 */
export const extend: Deed<InOrganization, Members, OutputOf<'invitations.extend'>> = {
  look: lookAtMembers,
  async one(ctx, membershipId, { organizationId }, members) {
    const open = await openInvitation(ctx.db, organizationId, membershipId);
    refuseStrongerMember(ctx.permissions, members.find(membershipId));
    refuseExpired(open, ctx.now);
    const before = refuseUnbegun(open);
    const validUntil = await extendLife(ctx.db, open, ctx.now);
    ctx.note({ target: open.email, detail: { before, validUntil } });
    return { validUntil };
  },
};
