import { GatehouseError } from '#contract/errors.ts';
import type { CommandHandler } from '../../kernel/context.ts';
import { signedIn } from '../session/signed-in.ts';
import { deliver } from './deliver.ts';
import { refuseUnapprovedDraft, refuseWhoMayNotInvite } from './rights.ts';
import { refuseChanged, refuseUnless, refuseUnsuitable } from './states.ts';
import { countRows, findDraft, plain, setDraft, unsaid } from './store.ts';

/** @throws GatehouseError `approval-needed`, `draft-changed`, `draft-empty`, and those of inviting */
export const send: CommandHandler<'drafts.send'> = async (ctx, { organizationId, id, version }) => {
  const by = signedIn(ctx.actor);
  const draft = await findDraft(ctx.db, organizationId, id);
  refuseWhoMayNotInvite(ctx.permissions, draft.kind);
  refuseChanged(draft, version);
  await refuseUnapprovedDraft(ctx.db, draft);
  const { outcome, note } = await deliver(ctx, draft, { by, approverId: draft.approver_id, plannedAt: null });
  ctx.note(note);
  return outcome;
};

/**
 * Another time for an approved draft does not change what was approved: the approver's rights still count.
 * @throws GatehouseError `send-time`, `approval-needed`, `draft-empty`
 */
export const schedule: CommandHandler<'drafts.schedule'> = async (ctx, { organizationId, id, sendAt }) => {
  const { personId } = signedIn(ctx.actor);
  const draft = await findDraft(ctx.db, organizationId, id);
  refuseWhoMayNotInvite(ctx.permissions, draft.kind);
  refuseUnsuitable(sendAt, ctx.now);
  await refuseUnapprovedDraft(ctx.db, draft);
  if ((await countRows(ctx.db, id)) === 0) throw new GatehouseError('draft-empty', {});
  await setDraft(ctx.db, id, {
    ...unsaid,
    state: 'scheduled',
    send_at: sendAt,
    released_by: draft.approver_id ?? personId,
    changed_at: ctx.now,
  });
  ctx.note({ target: draft.name, detail: { sendAt } });
  return {};
};

export const unschedule: CommandHandler<'drafts.unschedule'> = async (ctx, { organizationId, id }) => {
  const draft = await findDraft(ctx.db, organizationId, id);
  refuseWhoMayNotInvite(ctx.permissions, draft.kind);
  refuseUnless(draft, 'scheduled');
  await setDraft(ctx.db, id, { ...plain, changed_at: ctx.now });
  ctx.note({ target: draft.name, detail: { sendAt: draft.send_at } });
  return {};
};
