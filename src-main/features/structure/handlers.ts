import { GatehouseError } from '#contract/errors.ts';
import type { StructureKind } from '#contract/vocabulary/structure.ts';
import type { CommandContext, HandlersOf } from '../../kernel/context.ts';
import { renameInDrafts } from '../drafts/rename.ts';
import { mergeStructure } from './merge.ts';
import { addStructure, findStructure, listStructure, renameStructure, setArchived } from './store.ts';

/** Teams, groups, products and lines answer the same calls. */
export function structureHandlers(kind: StructureKind) {
  const note = (ctx: CommandContext, id: number, detail: object) =>
    ctx.note({ target: `${kind} ${id}`, detail: { ...detail } });
  const find = async (ctx: CommandContext, organizationId: number, id: number) => {
    const found = await findStructure(ctx.db, kind, organizationId, id);
    if (!found) throw new GatehouseError('not-found', { what: kind });
    return found;
  };
  const archive = async (ctx: CommandContext, organizationId: number, id: number, archived: boolean) => {
    const found = await find(ctx, organizationId, id);
    if (found.archived === archived) throw new GatehouseError('not-found', { what: kind });
    await setArchived(ctx.db, kind, id, archived ? ctx.now : null);
    note(ctx, id, { name: found.name });
    return {};
  };
  return {
    list: async ({ db }, { organizationId, archived }) => ({
      rows: await listStructure(db, kind, organizationId, archived),
    }),
    async create(ctx, { organizationId, name }) {
      const id = await addStructure(ctx.db, kind, organizationId, name, ctx.now);
      note(ctx, id, { name });
      return { id };
    },
    async rename(ctx, { organizationId, id, name }) {
      const before = await find(ctx, organizationId, id);
      await renameStructure(ctx.db, kind, organizationId, id, name);
      await renameInDrafts(ctx.db, organizationId, kind, before.name, name);
      note(ctx, id, { name, before: before.name });
      return {};
    },
    archive: (ctx, { organizationId, id }) => archive(ctx, organizationId, id, true),
    restore: (ctx, { organizationId, id }) => archive(ctx, organizationId, id, false),
    async merge(ctx, { organizationId, id, into }) {
      if (id === into)
        throw new GatehouseError('invalid-input', { name: `${kind}.merge` }, [
          { path: ['into'], code: 'same-one', message: 'same-one' },
        ]);
      const from = await find(ctx, organizationId, id);
      const to = await find(ctx, organizationId, into);
      if (to.archived) throw new GatehouseError('not-found', { what: kind });
      const members = await mergeStructure(ctx.db, kind, organizationId, from, to, ctx.now);
      await renameInDrafts(ctx.db, organizationId, kind, from.name, to.name);
      note(ctx, id, { name: from.name, into: to.name, members });
      return { members };
    },
  } satisfies HandlersOf<'teams'>;
}
