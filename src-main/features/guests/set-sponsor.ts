import type { Deed, Done } from '../jobs/deed.ts';
import type { InOrganization } from '../users/members.ts';
import { guestToChange, lookAtGuests, type Seen as SeenGuests } from './members.ts';
import { findSponsor, type Sponsor } from './sponsor.ts';

interface Choice extends InOrganization {
  readonly sponsorMembershipId: number;
}
interface Seen extends SeenGuests {
  readonly sponsor: Sponsor;
}

/** From now on somebody else answers for the guest, and is told before their access ends. */
export const setSponsor: Deed<Choice, Seen, Done> = {
  look: async (ctx, input, membershipIds) => ({
    ...(await lookAtGuests(ctx, input, membershipIds)),
    sponsor: await findSponsor(ctx.db, input.organizationId, input.sponsorMembershipId),
  }),
  async one(ctx, membershipId, _input, seen) {
    const { email } = guestToChange(ctx, seen, membershipId);
    await ctx.db
      .updateTable('membership')
      .set({ sponsor_id: seen.sponsor.personId, changed_at: ctx.now })
      .where('id', '=', membershipId)
      .execute();
    ctx.note({ target: email, detail: { sponsor: seen.sponsor.email } });
    return {};
  },
};
