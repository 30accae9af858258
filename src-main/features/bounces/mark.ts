import { GatehouseError } from '#contract/errors.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { CommandHandler } from '../../kernel/context.ts';
import { type OpenInvitation, openInvitation } from '../invitations/open-invitation.ts';
import type { Deed, Done } from '../jobs/deed.ts';
import type { InOrganization } from '../users/members.ts';
import { operatorOf } from './import.ts';
import { type Message, markBounced, unmarkBounced } from './store.ts';

/** The newest mail of an open invitation: its reports show at the invitation. */
const newestMail = (db: ReadableDb, { id }: OpenInvitation): Promise<Message | undefined> =>
  db
    .selectFrom('outbox')
    .select(['id', 'state', 'to_email as email', 'created_at as createdAt', 'answer'])
    .where('invitation_id', '=', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Nothing needs to be looked up beforehand. */
const look = async () => null;

/** An operator's own word that somebody's mail came back. */
export const mark: Deed<InOrganization & { readonly why: string }, null, Done> = {
  look,
  async one(ctx, membershipId, { organizationId, why }) {
    const open = await openInvitation(ctx.db, organizationId, membershipId);
    const mail = await newestMail(ctx.db, open);
    const { email } = open;
    if (mail?.state === 'bounced') throw new GatehouseError('mail-bounced', { email });
    const report = { action: 'failed', words: why, source: 'hand', reporter: null, by: operatorOf(ctx) } as const;
    if (!mail || !(await markBounced(ctx.db, mail, { ...report, organizationId, outboxId: mail.id }, ctx.now)))
      throw new GatehouseError('mail-not-out', { email });
    ctx.note({ target: email, detail: { message: mail.id, why } });
    return {};
  },
};

/** Somebody's mail did not come back after all. */
export const unmark: Deed<InOrganization, null, Done> = {
  look,
  async one(ctx, membershipId, { organizationId }) {
    const open = await openInvitation(ctx.db, organizationId, membershipId);
    const mail = await newestMail(ctx.db, open);
    if (!mail || !(await unmarkBounced(ctx.db, mail.id, ctx.now)))
      throw new GatehouseError('mail-not-bounced', { email: open.email });
    ctx.note({ target: open.email, detail: { message: mail.id } });
    return {};
  },
};

/** The same for one message of the outbox, whatever it is about. */
export const unmarkMessage: CommandHandler<'bounces.unmark'> = async (ctx, { organizationId, id }) => {
  const mail = await ctx.db
    .selectFrom('outbox')
    .select('to_email as email')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!mail) throw new GatehouseError('not-found', { what: 'message' });
  if (!(await unmarkBounced(ctx.db, id, ctx.now))) throw new GatehouseError('mail-not-bounced', { email: mail.email });
  ctx.note({ target: mail.email, detail: { message: id } });
  return {};
};
