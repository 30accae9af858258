import { GatehouseError } from '#contract/errors.ts';
import type { HandlersOf, QueryContext } from '../../kernel/context.ts';

/** Outside the demo there is no mail catcher, and nothing to find. */
const catcher = ({ demo }: QueryContext) => {
  if (!demo) throw new GatehouseError('not-found', { what: 'demo' });
  return demo;
};

export const handlers = {
  inbox: (ctx) => ({ messages: [...catcher(ctx).messages()] }),
  message(ctx, { id }) {
    const message = catcher(ctx).message(id);
    if (!message) throw new GatehouseError('not-found', { what: 'message' });
    return { ...message, links: [...message.links] };
  },
} satisfies HandlersOf<'demo'>;
