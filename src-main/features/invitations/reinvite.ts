import { failpoint } from '../../database/failpoint.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { cancelGuestMail, queueMail } from '../../mail/queue.ts';
import type { Deed } from '../jobs/deed.ts';
import { refuseStrongerMember } from '../roles/grant.ts';
import { findMembers, type InOrganization, type Members } from '../users/members.ts';
import { seatsToGive, type TakeSeat } from '../users/seats-to-give.ts';
import { endInvitation, hasExpired, type LastInvitation, lastInvitation } from './open-invitation.ts';

interface Seen extends Members {
  readonly takeSeat: TakeSeat;
}

/**
 * A fresh link and a fresh clock; roles, teams, the language and the note to a guest stay, every older link dies. It hands
 * the roles out once more, so nobody may do it for somebody with stronger ones. An invitation that expired gave its seat back
 * and needs one again. This is also how a guest comes back whose access has ended.
 */
export const reinvite: Deed<InOrganization, Seen, { invitationId: number }> = {
  look: async ({ db, now }, { organizationId }, membershipIds) => ({
    ...(await findMembers(db, organizationId, membershipIds)),
    takeSeat: seatsToGive(db, organizationId, now),
  }),
  async one(ctx, membershipId, { organizationId }, { find, takeSeat }) {
    const last = await lastInvitation(ctx.db, organizationId, membershipId, ctx.now);
    const member = find(membershipId);
    refuseStrongerMember(ctx.permissions, member);
    if (member.kind === 'user' && hasExpired(last, ctx.now)) await takeSeat();

    ctx.note({ target: last.email, detail: { generation: last.generation + 1 } });
    return { invitationId: await replace(ctx, organizationId, last) };
  },
};

async function replace(ctx: CommandContext, organizationId: number, last: LastInvitation): Promise<number> {
  const { db, now } = ctx;
  const { id: openId, membershipId, email: toEmail, name: toName } = last;
  if (openId !== null) await endInvitation(db, { id: openId, email: toEmail }, 'replaced', now);
  const { id } = await db
    .insertInto('invitation')
    .values({
      organization_id: organizationId,
      membership_id: membershipId,
      generation: last.generation + 1,
      state: 'pending',
      invited_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
      life_hours: last.lifeHours,
      language: last.language,
      note: last.note,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .updateTable('membership')
    .set({ status: 'pending', access_ends_at: null, changed_at: now })
    .where('id', '=', membershipId)
    .execute();
  failpoint('reinvite.renewed');
  await cancelGuestMail(db, [membershipId], now);
  await queueMail(db, [{ organizationId, membershipId, invitationId: id, kind: 'reinvitation', toEmail, toName }], now);
  return id;
}
