import { z } from 'zod';
import { query } from './operation.ts';
import { id, inOrganization, instant } from './values.ts';

export const auditRow = z.object({
  id,
  at: instant,
  actor: z.string(),
  face: z.string(),
  osUser: z.string().nullable(),
  operation: z.string(),
  outcome: z.enum(['done', 'denied']),
  target: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
});

export const audit = {
  list: query({
    summary: 'Lists what was done and denied, newest first.',
    input: inOrganization.extend({ before: id.optional(), limit: z.int().min(1).max(500).default(100) }),
    output: z.object({ rows: z.array(auditRow), next: id.nullable() }),
    needs: 'audit:read',
    reads: ['audit'],
  }),
};
