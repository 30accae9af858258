import { GatehouseError } from '#contract/errors.ts';
import type { StructureKind } from '#contract/structure.ts';
import type { CommandContext, HandlersOf } from '../../kernel/context.ts';
import { addStructure, archiveStructure, listStructure, renameStructure } from './store.ts';

const found = (changed: boolean, kind: StructureKind) => {
  if (!changed) throw new GatehouseError('not-found', { what: kind });
  return {};
};

/** Teams, groups, products and lines answer the same four calls. */
export function structureHandlers(kind: StructureKind) {
  const note = (ctx: CommandContext, id: number, detail = {}) => ctx.note({ target: `${kind} ${id}`, detail });
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
      note(ctx, id, { name });
      return found(await renameStructure(ctx.db, kind, organizationId, id, name), kind);
    },
    async archive(ctx, { organizationId, id }) {
      note(ctx, id);
      return found(await archiveStructure(ctx.db, kind, organizationId, id, ctx.now), kind);
    },
  } satisfies HandlersOf<'teams'>;
}
