import { GatehouseError } from '#contract/errors.ts';
import { mostDraftRows } from '#contract/vocabulary/drafts.ts';
import type { CommandContext, CommandHandler } from '../../kernel/context.ts';
import { refuseWhoMayNotInvite } from './rights.ts';
import { refuseStrangeSponsor } from './sponsor.ts';
import { addRows, changeRow, countRows, findDraft, plain, removeRows, setDraft, termsOf } from './store.ts';

const personOf = ({ actor }: CommandContext) => (actor.kind === 'person' ? actor.personId : null);

export const save: CommandHandler<'drafts.save'> = async (ctx, { organizationId, name, terms, entries }) => {
  refuseWhoMayNotInvite(ctx.permissions, terms.kind);
  await refuseStrangeSponsor(ctx.db, organizationId, terms);
  const author = personOf(ctx);
  const { id } = await ctx.db
    .insertInto('draft')
    .values({
      organization_id: organizationId,
      name,
      state: 'draft',
      kind: terms.kind,
      terms: JSON.stringify(terms),
      version: 1,
      author_id: author,
      editor_id: author,
      comment: '',
      created_at: ctx.now,
      changed_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await addRows(ctx.db, id, entries);
  ctx.note({ target: name, detail: { kind: terms.kind, rows: entries.length } });
  return { id, version: 1 };
};

/**
 * Changes what would go out. Afterwards it is a draft again: nothing goes out that its reviewer, or whoever scheduled it,
 * has not seen.
 * @throws GatehouseError `not-found` for rows that are not in this draft, `draft-full`
 */
export const change: CommandHandler<'drafts.change'> = async (ctx, input) => {
  const { organizationId, id, name, terms, add, remove } = input;
  const draft = await findDraft(ctx.db, organizationId, id);
  refuseWhoMayNotInvite(ctx.permissions, draft.kind);
  if (terms) {
    refuseWhoMayNotInvite(ctx.permissions, terms.kind);
    await refuseStrangeSponsor(ctx.db, organizationId, terms);
  }
  for (const row of input.change) await changeRow(ctx.db, id, row);
  await removeRows(ctx.db, id, remove);
  if ((await countRows(ctx.db, id)) + add.length > mostDraftRows)
    throw new GatehouseError('draft-full', { most: mostDraftRows });
  const added = await addRows(ctx.db, id, add);
  const version = draft.version + 1;
  await setDraft(ctx.db, id, {
    ...plain,
    ...(name === undefined ? {} : { name }),
    ...(terms === undefined ? {} : { terms: JSON.stringify(terms), kind: terms.kind }),
    version,
    editor_id: personOf(ctx),
    changed_at: ctx.now,
  });
  ctx.note({
    target: name ?? draft.name,
    detail: {
      was: draft.state,
      ...(name === undefined || name === draft.name ? {} : { oldName: draft.name }),
      ...(terms && JSON.stringify(terms) !== JSON.stringify(termsOf(draft)) ? { terms: true } : {}),
      added: add.length,
      changed: input.change.length,
      removed: remove.length,
    },
  });
  return { version, added };
};

export const discard: CommandHandler<'drafts.discard'> = async (ctx, { organizationId, id }) => {
  const draft = await findDraft(ctx.db, organizationId, id);
  refuseWhoMayNotInvite(ctx.permissions, draft.kind);
  const rows = await countRows(ctx.db, id);
  await ctx.db.deleteFrom('draft').where('id', '=', id).execute();
  ctx.note({ target: draft.name, detail: { was: draft.state, rows } });
  return {};
};
