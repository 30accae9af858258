import { GatehouseError } from '#contract/errors.ts';
import { cancelGuestMail } from '../../mail/queue.ts';
import { tell } from '../inbox/store.ts';
import type { Deed, Done } from '../jobs/deed.ts';
import { refuseStrongerMember } from '../roles/grant.ts';
import { accessEnded, type InOrganization, lookAtMembers, type Members } from './members.ts';
import { refuseLastOwner, refuseOneself } from './refusals.ts';

/** Access is suspended; roles, teams and the account stay as they are. */
export const suspend: Deed<InOrganization, Members, Done> = {
  look: lookAtMembers,
  async one(ctx, membershipId, { organizationId }, members) {
    const member = members.find(membershipId);
    const { email, personId } = member;
    if (member.status !== 'active') throw new GatehouseError('not-active', { email });
    if (accessEnded(member, ctx.now)) throw new GatehouseError('access-ended', { email });
    refuseOneself(ctx, member);
    refuseStrongerMember(ctx.permissions, member);
    await refuseLastOwner(ctx.db, organizationId, member);

    await ctx.db
      .updateTable('membership')
      .set({ status: 'suspended', changed_at: ctx.now })
      .where('id', '=', membershipId)
      .execute();
    await cancelGuestMail(ctx.db, [membershipId], ctx.now);
    await tell(ctx.db, { organizationId, personId, kind: 'suspended' }, ctx.now);
    ctx.note({ target: email });
    return {};
  },
};
