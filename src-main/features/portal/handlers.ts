import { linkBase } from '../../database/link-life.ts';
import type { HandlersOf } from '../../kernel/context.ts';
import { savePortal } from './store.ts';

export const handlers = {
  settings: ({ db }) => linkBase(db),
  async save(ctx, { organizationId, ...settings }) {
    await savePortal(ctx.db, settings);
    ctx.note({ organizationId, detail: settings });
    return {};
  },
} satisfies HandlersOf<'portal'>;
