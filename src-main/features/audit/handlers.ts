import { auditActors } from '../../database/audit.ts';
import type { HandlersOf } from '../../kernel/context.ts';
import { inChunks } from '../jobs/many.ts';
import { exportedRow, settleRows } from './export.ts';
import { countOld } from './retention/count-old.ts';
import { listAudit } from './store.ts';
import { verifyAudit } from './verify.ts';

/** A list with more is no use for choosing. */
const mostActors = 500;

export const handlers = {
  verify: (ctx, { organizationId }) => verifyAudit(ctx, organizationId),
  expiry: ({ db, now }, { organizationId, days }) => countOld(db, { chain: organizationId, days }, now),
  list: ({ db }, { organizationId, before, limit, ...filter }) =>
    listAudit(db, { organizationId, filter, before, limit }),
  actors: async ({ db }, { organizationId }) => ({ actors: await auditActors(db, organizationId, mostActors) }),
  exportMany: { plan: settleRows, chunk: inChunks(exportedRow, (cells) => cells) },
} satisfies HandlersOf<'audit'>;
