import type { CommandHandler, HandlersOf } from '../../kernel/context.ts';
import { queueMail } from '../../mail/queue.ts';
import { alone } from '../jobs/deed.ts';
import { many } from '../jobs/many.ts';
import { accept } from './accept.ts';
import { copyLink } from './copy-link.ts';
import { copyLinks } from './copy-links.ts';
import { extend } from './extend.ts';
import { open } from './open.ts';
import { openInvitation, refuseExpired } from './open-invitation.ts';
import { preview } from './preview.ts';
import { reinvite } from './reinvite.ts';
import { revoke } from './revoke.ts';
import { send } from './send.ts';

/**
 * The same link and the same clock, mailed once more. A message that waits in the outbox anyway is only hurried, and one
 * that is leaving right now is enough: a second one would be a duplicate.
 */
const sendAgain: CommandHandler<'invitations.sendAgain'> = async (ctx, { organizationId, membershipId }) => {
  const invitation = await openInvitation(ctx.db, organizationId, membershipId);
  refuseExpired(invitation, ctx.now);
  ctx.note({ target: invitation.email });
  const { numUpdatedRows } = await ctx.db
    .updateTable('outbox')
    .set({ next_at: ctx.now, changed_at: ctx.now })
    .where('invitation_id', '=', invitation.id)
    .where('state', 'in', ['queued', 'deferred', 'uncertain'])
    .executeTakeFirst();
  const leaving = await ctx.db
    .selectFrom('outbox')
    .select('id')
    .where('invitation_id', '=', invitation.id)
    .where('state', '=', 'sending')
    .executeTakeFirst();
  if (numUpdatedRows === 0n && !leaving)
    await queueMail(
      ctx.db,
      [
        {
          organizationId,
          membershipId,
          invitationId: invitation.id,
          kind: 'invitation-again',
          toEmail: invitation.email,
          toName: invitation.name,
        },
      ],
      ctx.now,
    );
  return {};
};

export const handlers = {
  preview,
  send,
  reinvite: alone(reinvite),
  reinviteMany: many(reinvite),
  revokeMany: many(revoke),
  extend: alone(extend),
  extendMany: many(extend),
  sendAgain,
  revoke: alone(revoke),
  copyLink: alone(copyLink),
  copyLinks,
  open,
  accept,
} satisfies HandlersOf<'invitations'>;
