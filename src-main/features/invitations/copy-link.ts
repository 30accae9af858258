import type { OutputOf } from '#contract/index.ts';
import { type LinkBase, linkBase, startLife } from '../../database/link-life.ts';
import { makeLink } from '../../kernel/tokens.ts';
import type { Deed } from '../jobs/deed.ts';
import type { InOrganization } from '../users/members.ts';
import { openInvitation, refuseExpired } from './open-invitation.ts';

/** The link of one invitation; the first copy starts its clock. It is in the answer and nowhere else. */
export const copyLink: Deed<InOrganization, LinkBase, OutputOf<'invitations.copyLink'>> = {
  look: (ctx) => linkBase(ctx.db),
  async one(ctx, membershipId, { organizationId }, { linksBeginWith }) {
    const invitation = await openInvitation(ctx.db, organizationId, membershipId);
    refuseExpired(invitation, ctx.now);
    const validUntil = (await startLife(ctx.db, invitation.id, ctx.now)) ?? ctx.now;
    ctx.note({ target: invitation.email });
    const { id: invitationId, generation } = invitation;
    return { link: makeLink(ctx.keys, linksBeginWith, { invitationId, generation }), validUntil };
  },
};
