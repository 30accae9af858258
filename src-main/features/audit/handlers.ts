import type { HandlersOf } from '../../kernel/context.ts';
import { listAudit } from './store.ts';

export const handlers = {
  list: ({ db }, { organizationId, before, limit }) => listAudit(db, { organizationId, before, limit }),
} satisfies HandlersOf<'audit'>;
