import type { WritableDb } from '../../database/schema.ts';
import type { Deed, Done } from '../jobs/deed.ts';
import { refuseStrongerMember } from '../roles/grant.ts';
import { endMembership } from '../users/leave.ts';
import { type InOrganization, lookAtMembers, type Members } from '../users/members.ts';
import { endInvitation, type OpenInvitation, openInvitation } from './open-invitation.ts';

/** For good: link and waiting mail die with it. This is what removing means for somebody who has not joined yet. */
export const revoke: Deed<InOrganization, Members, Done> = {
  look: lookAtMembers,
  async one(ctx, membershipId, { organizationId }, members) {
    const open = await openInvitation(ctx.db, organizationId, membershipId);
    refuseStrongerMember(ctx.permissions, members.find(membershipId));
    await revokeOpen(ctx.db, open, ctx.now);
    ctx.note({ target: open.email });
    return {};
  },
};

export async function revokeOpen(db: WritableDb, open: OpenInvitation, now: number): Promise<void> {
  await endInvitation(db, open, 'revoked', now);
  await endMembership(db, open.membershipId, 'revoked', now);
}
