import type { HandlersOf } from '../../kernel/context.ts';
import { listAudit } from './store.ts';
import { verifyAudit } from './verify.ts';

export const handlers = {
  list: ({ db }, { organizationId, before, limit }) => listAudit(db, { organizationId, before, limit }),
  verify: (ctx, { organizationId }) => verifyAudit(ctx, organizationId),
} satisfies HandlersOf<'audit'>;
