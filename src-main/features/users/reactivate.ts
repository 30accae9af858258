import { GatehouseError } from '#contract/errors.ts';
import { tell } from '../inbox/store.ts';
import type { Deed, Done } from '../jobs/deed.ts';
import { refuseStrongerMember } from '../roles/grant.ts';
import { accessEnded, findMembers, type InOrganization, type Members } from './members.ts';
import { seatsToGive, type TakeSeat } from './seats-to-give.ts';

interface Seen extends Members {
  readonly takeSeat: TakeSeat;
}

/**
 * Restores access as it was before the suspension; a user needs a free seat for it. A guest whose access has ended meanwhile
 * is then expired.
 */
export const reactivate: Deed<InOrganization, Seen, Done> = {
  look: async ({ db, now }, { organizationId }, membershipIds) => ({
    ...(await findMembers(db, organizationId, membershipIds)),
    takeSeat: seatsToGive(db, organizationId, now),
  }),
  async one(ctx, membershipId, { organizationId }, { find, takeSeat }) {
    const member = find(membershipId);
    const { email, personId, kind, status } = member;
    if (status !== 'suspended') throw new GatehouseError('not-suspended', { email });
    refuseStrongerMember(ctx.permissions, member);
    if (kind === 'user') await takeSeat();

    await ctx.db
      .updateTable('membership')
      .set({ status: 'active', changed_at: ctx.now })
      .where('id', '=', membershipId)
      .execute();
    if (!accessEnded(member, ctx.now)) await tell(ctx.db, { organizationId, personId, kind: 'reactivated' }, ctx.now);
    ctx.note({ target: email });
    return {};
  },
};
