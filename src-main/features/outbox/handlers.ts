import { GatehouseError } from '#contract/errors.ts';
import { linkBase } from '../../database/link-life.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { HandlersOf } from '../../kernel/context.ts';
import { readConversation } from '../../mail/outbox/conversation.ts';
import { previewLetter } from '../../mail/outbox/preview.ts';
import { loadSettings, resumeQueue, stopQueue } from '../../mail/settings.ts';
import { reportsOf } from '../bounces/store.ts';
import { doToMany, doToOne } from './deeds.ts';
import { countStates, getMessage, listMessages } from './store.ts';

export const handlers = {
  list: ({ db }, input) => listMessages(db, input),
  async state({ db }, { organizationId }) {
    const [counts, settings, links] = [
      await countStates(db, organizationId),
      await loadSettings(db, organizationId),
      await linkBase(db),
    ];
    const wantsOut = counts.queued + counts.sending + counts.deferred + counts.uncertain;
    return {
      counts,
      waiting: wantsOut + counts.held,
      setUp: settings !== undefined,
      pause: settings?.pause ?? null,
      stop: settings?.stop ?? null,
      // without waiting mail it does not matter whether there is a network
      offlineSince: wantsOut > 0 ? (settings?.offlineSince ?? null) : null,
      loopbackLinks: links.loopback,
    };
  },
  async show({ db, now }, { organizationId, id }) {
    const row = await messageOf(db, organizationId, id);
    const { subject, text, html, messageId } = await previewLetter(db, id, now);
    const reports = (await reportsOf(db, [id])).get(id) ?? [];
    return { ...row, subject, text, html, messageId, reports };
  },
  async conversation({ db }, { organizationId, id }) {
    await messageOf(db, organizationId, id);
    return { attempts: await readConversation(db, id) };
  },
  retry: (ctx, input) => doToOne(ctx, 'retry', input),
  retryMany: (ctx, input) => doToMany(ctx, 'retry', input),
  hold: (ctx, input) => doToOne(ctx, 'hold', input),
  holdMany: (ctx, input) => doToMany(ctx, 'hold', input),
  release: (ctx, input) => doToOne(ctx, 'release', input),
  releaseMany: (ctx, input) => doToMany(ctx, 'release', input),
  cancel: (ctx, input) => doToOne(ctx, 'cancel', input),
  cancelMany: (ctx, input) => doToMany(ctx, 'cancel', input),
  async pause({ db, now, actor }, { organizationId }) {
    if (!(await loadSettings(db, organizationId))) throw new GatehouseError('mail-not-set-up', {});
    const by = actor.kind === 'person' ? actor.name || actor.email : '';
    await stopQueue(db, organizationId, { by, at: now });
    return {};
  },
  async resume(ctx, { organizationId }) {
    if (!(await loadSettings(ctx.db, organizationId))) throw new GatehouseError('mail-not-set-up', {});
    await resumeQueue(ctx.db, organizationId, ctx.now);
    return {};
  },
} satisfies HandlersOf<'outbox'>;

async function messageOf(db: ReadableDb, organizationId: number, id: number) {
  const row = await getMessage(db, organizationId, id);
  if (!row) throw new GatehouseError('not-found', { what: 'message' });
  return row;
}
