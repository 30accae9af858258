import { GatehouseError } from '#contract/errors.ts';
import { carriesLink } from '#contract/outbox.ts';
import type { DeliveryState } from '#contract/users.ts';
import { linkBase } from '../../database/link-life.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { CommandContext, HandlersOf } from '../../kernel/context.ts';
import { previewLetter } from '../../mail/outbox/preview.ts';
import { stillWanted } from '../../mail/outbox/still-wanted.ts';
import { loadSettings, resumeQueue } from '../../mail/settings.ts';
import { countStates, getMessage, listMessages, moveMessage, requeue, retryable } from './store.ts';

export const handlers = {
  list: ({ db }, input) => listMessages(db, input),
  async state({ db }, { organizationId }) {
    const [counts, settings, links] = [
      await countStates(db, organizationId),
      await loadSettings(db, organizationId),
      await linkBase(db),
    ];
    return {
      counts,
      waiting: counts.queued + counts.sending + counts.deferred + counts.uncertain + counts.held,
      setUp: settings !== undefined,
      pause: settings?.pause ?? null,
      loopbackLinks: links.loopback,
    };
  },
  async show({ db, now }, { organizationId, id }) {
    const row = await messageOf(db, organizationId, id);
    const { subject, text, html, messageId } = await previewLetter(db, id, now);
    return { ...row, subject, text, html, messageId };
  },
  async retry(ctx, { organizationId, id }) {
    const row = await messageOf(ctx.db, organizationId, id);
    ctx.note({ target: row.toEmail, detail: { message: id, state: row.state } });
    if (!retryable.has(row.state)) throw new GatehouseError('message-not-retryable', { state: row.state });
    const wanted = (await stillWanted(ctx.db, [id], ctx.now)).get(id);
    const invites = carriesLink(row.kind) && row.kind !== 'password-reset';
    if (wanted?.kind === 'late' && invites) throw new GatehouseError('link-expired', { email: row.toEmail });
    if (!wanted || wanted.kind === 'no' || wanted.kind === 'late')
      throw new GatehouseError(invites ? 'not-pending' : 'message-outdated', { email: row.toEmail });
    await requeue(ctx.db, id, row.state, ctx.now);
    return {};
  },
  hold: (ctx, input) => move(ctx, input, ['queued', 'deferred'], { state: 'held', next_at: null }),
  release: (ctx, input) => move(ctx, input, ['held'], { state: 'queued', next_at: ctx.now }),
  async resume(ctx, { organizationId }) {
    if (!(await loadSettings(ctx.db, organizationId))) throw new GatehouseError('mail-not-set-up', {});
    await resumeQueue(ctx.db, organizationId, ctx.now);
    return {};
  },
} satisfies HandlersOf<'outbox'>;

/** @throws GatehouseError `message-not-waiting` when it is in none of the states `from`, or was moved by somebody else first */
async function move(
  ctx: CommandContext,
  { organizationId, id }: { readonly organizationId: number; readonly id: number },
  from: readonly DeliveryState[],
  to: { readonly state: DeliveryState; readonly next_at: number | null },
): Promise<Record<string, never>> {
  const row = await messageOf(ctx.db, organizationId, id);
  ctx.note({ target: row.toEmail, detail: { message: id } });
  if (!(await moveMessage(ctx.db, id, from, to, ctx.now)))
    throw new GatehouseError('message-not-waiting', { state: row.state });
  return {};
}

async function messageOf(db: ReadableDb, organizationId: number, id: number) {
  const row = await getMessage(db, organizationId, id);
  if (!row) throw new GatehouseError('not-found', { what: 'message' });
  return row;
}
