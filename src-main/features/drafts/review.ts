import { GatehouseError } from '#contract/errors.ts';
import type { CommandHandler } from '../../kernel/context.ts';
import { signedIn } from '../session/signed-in.ts';
import { deliver } from './deliver.ts';
import { refuseWhoMayNotInvite, whyNotApprover } from './rights.ts';
import { refuseChanged, refuseUnless, refuseUnsuitable } from './states.ts';
import { countRows, findDraft, plain, setDraft, unsaid } from './store.ts';

/** Possible without the policy too: anybody may ask for a second pair of eyes. */
export const submit: CommandHandler<'drafts.submit'> = async (ctx, { organizationId, id, sendAt }) => {
  const draft = await findDraft(ctx.db, organizationId, id);
  refuseWhoMayNotInvite(ctx.permissions, draft.kind);
  refuseUnless(draft, 'draft');
  if (sendAt !== undefined) refuseUnsuitable(sendAt, ctx.now);
  const rows = await countRows(ctx.db, id);
  if (rows === 0) throw new GatehouseError('draft-empty', {});
  await setDraft(ctx.db, id, { ...unsaid, state: 'review', send_at: sendAt ?? null, changed_at: ctx.now });
  ctx.note({ target: draft.name, detail: { rows, ...(sendAt === undefined ? {} : { sendAt }) } });
  return {};
};

/**
 * The second operator's approval: it is their rights that give what the invitees get, now or at the time of sending.
 * @throws GatehouseError `approval-not-yours` for whoever wrote it or changed it last; `draft-changed`, `draft-state`, and
 *   those of inviting
 */
export const approve: CommandHandler<'drafts.approve'> = async (ctx, { organizationId, id, version, sendAt }) => {
  const { db, now } = ctx;
  const by = signedIn(ctx.actor);
  const draft = await findDraft(db, organizationId, id);
  refuseWhoMayNotInvite(ctx.permissions, draft.kind);
  refuseUnless(draft, 'review');
  const why = whyNotApprover(draft, by.personId);
  if (why) throw new GatehouseError('approval-not-yours', { why });
  refuseChanged(draft, version);
  if (typeof sendAt === 'number') refuseUnsuitable(sendAt, now);
  const at = sendAt === undefined ? draft.send_at : sendAt;
  // a requested time that passed during the review counts as come
  if (at !== null && at > now) {
    await setDraft(db, id, {
      ...unsaid,
      state: 'scheduled',
      send_at: at,
      approver_id: by.personId,
      released_by: by.personId,
      changed_at: now,
    });
    ctx.note({ target: draft.name, detail: { version, sendAt: at } });
    return { outcome: null, sendAt: at };
  }
  const { outcome, note } = await deliver(ctx, draft, { by, approverId: by.personId, plannedAt: at });
  ctx.note({ ...note, detail: { ...note.detail, version } });
  return { outcome, sendAt: null };
};

/** Returns it to its author. An author who takes their own back without a word leaves no comment. */
export const takeBack: CommandHandler<'drafts.return'> = async (ctx, { organizationId, id, comment }) => {
  const { actor, now } = ctx;
  const draft = await findDraft(ctx.db, organizationId, id);
  refuseWhoMayNotInvite(ctx.permissions, draft.kind);
  refuseUnless(draft, 'review');
  const personId = actor.kind === 'person' ? actor.personId : null;
  const says = comment !== '' || personId !== draft.author_id;
  await setDraft(ctx.db, id, {
    ...plain,
    ...unsaid,
    ...(says ? { returned_by: personId, returned_at: now, comment } : {}),
    changed_at: now,
  });
  ctx.note({ target: draft.name, detail: comment === '' ? {} : { comment } });
  return {};
};
