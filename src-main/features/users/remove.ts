import { tell } from '../inbox/store.ts';
import { openInvitation } from '../invitations/open-invitation.ts';
import { revokeOpen } from '../invitations/revoke.ts';
import type { Deed, Done } from '../jobs/deed.ts';
import { refuseStrongerMember } from '../roles/grant.ts';
import { endMembership, endSessions } from './leave.ts';
import { type InOrganization, lookAtMembers, type Members } from './members.ts';
import { refuseLastOwner, refuseOneself } from './refusals.ts';

/** For good: to return, they are invited from scratch. Removing somebody who has not joined yet is revoking. */
export const remove: Deed<InOrganization, Members, Done> = {
  look: lookAtMembers,
  async one(ctx, membershipId, { organizationId }, members) {
    const { db, now } = ctx;
    const member = members.find(membershipId);
    refuseOneself(ctx, member);
    refuseStrongerMember(ctx.permissions, member);
    await refuseLastOwner(db, organizationId, member);

    const { email, accessEndsAt } = member;
    ctx.note({ target: email, ...(accessEndsAt === null ? {} : { detail: { endsAt: accessEndsAt } }) });
    if (member.status === 'pending') {
      await revokeOpen(db, await openInvitation(db, organizationId, membershipId), now);
      return {};
    }
    await endMembership(db, membershipId, 'removed', now);
    await endSessions(db, member.personId, now);
    await tell(db, { organizationId, personId: member.personId, kind: 'removed' }, now);
    return {};
  },
};
