import { GatehouseError } from '#contract/errors.ts';
import type { CommandContext, HandlersOf, QueryContext } from '../../kernel/context.ts';
import { type Keeper, listViews, removeView, saveView } from './store.ts';

export const handlers = {
  list: async (ctx, { organizationId }) => ({ rows: await listViews(ctx.db, keeper(ctx, organizationId)) }),
  async save(ctx, { organizationId, name, query }) {
    const id = await saveView(ctx.db, keeper(ctx, organizationId), name, query);
    ctx.note({ target: `view ${id}`, detail: { name } });
    return { id };
  },
  async remove(ctx, { organizationId, id }) {
    const name = await removeView(ctx.db, keeper(ctx, organizationId), id);
    if (name === undefined) throw new GatehouseError('not-found', { what: 'view' });
    ctx.note({ target: `view ${id}`, detail: { name } });
    return {};
  },
} satisfies HandlersOf<'views'>;

/** @throws GatehouseError `not-signed-in`: Gatehouse itself has no views */
function keeper({ actor }: QueryContext | CommandContext, organizationId: number): Keeper {
  if (actor.kind !== 'person') throw new GatehouseError('not-signed-in', {});
  return { organizationId, personId: actor.personId };
}
