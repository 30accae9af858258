import type { CommandContext } from '../../kernel/context.ts';
import { queueMail } from '../../mail/queue.ts';
import type { Deed } from '../jobs/deed.ts';
import { refuseStrongerRoles } from '../roles/grant.ts';
import { findMembers, type InOrganization, type Members } from '../users/members.ts';
import { seatsToGive, type TakeSeat } from '../users/seats-to-give.ts';
import { endInvitation, hasExpired, type OpenInvitation, openInvitation } from './open-invitation.ts';

interface Seen extends Members {
  readonly takeSeat: TakeSeat;
}

/**
 * A fresh link and a fresh clock; roles and teams stay, every older link dies. It hands the roles out once more, so nobody
 * does it for somebody with stronger ones. An invitation that ran out gave its seat back and needs one again.
 */
export const reinvite: Deed<InOrganization, Seen, { invitationId: number }> = {
  look: async ({ db, now }, { organizationId }, membershipIds) => ({
    ...(await findMembers(db, organizationId, membershipIds)),
    takeSeat: seatsToGive(db, organizationId, now),
  }),
  async one(ctx, membershipId, { organizationId }, { find, takeSeat }) {
    const open = await openInvitation(ctx.db, organizationId, membershipId);
    const { roles, kind } = find(membershipId);
    refuseStrongerRoles(ctx.permissions, roles);
    if (kind === 'user' && hasExpired(open, ctx.now)) await takeSeat();

    ctx.note({ target: open.email, detail: { generation: open.generation + 1 } });
    return { invitationId: await replace(ctx, organizationId, open) };
  },
};

async function replace(ctx: CommandContext, organizationId: number, open: OpenInvitation): Promise<number> {
  const { db, now } = ctx;
  await endInvitation(db, open, 'replaced', now);
  const { id } = await db
    .insertInto('invitation')
    .values({
      organization_id: organizationId,
      membership_id: open.membershipId,
      generation: open.generation + 1,
      state: 'pending',
      invited_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
      life_hours: open.lifeHours,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.updateTable('membership').set({ changed_at: now }).where('id', '=', open.membershipId).execute();
  const { membershipId, email: toEmail, name: toName } = open;
  await queueMail(db, [{ organizationId, membershipId, invitationId: id, kind: 'reinvitation', toEmail, toName }], now);
  return id;
}
