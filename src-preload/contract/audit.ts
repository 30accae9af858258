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

/** What can be wrong with the chain; `id` is the entry at which it shows, where there is one. */
export const auditFaults = [
  // an entry does not say what it said when it was written
  'changed',
  // an entry does not follow the one before it: something in between was removed, added or moved
  'broken',
  'unsealed',
  // entries at the end that were there once
  'cut',
  'beginning-forged',
  'ends-missing',
  'ends-forged',
] as const;
export type AuditFault = (typeof auditFaults)[number];

const verdict = z.object({
  /** How many entries were proven to be as they were written. */
  proven: z.int(),
  /** Entries of versions before the chain. */
  unproven: z.int(),
  /** Since when the newest entries are noted outside of the database; null: they are not. */
  endsNotedSince: instant.nullable(),
  faults: z.array(z.object({ fault: z.enum(auditFaults), id: id.nullable(), at: instant.nullable() })),
  /** How many faults there are beside those above. */
  more: z.int(),
});

export const audit = {
  verify: query({
    summary: 'Checks that no entry of the audit was changed, removed, added or moved since it was written.',
    input: inOrganization,
    output: verdict,
    needs: 'audit:read',
  }),
  list: query({
    summary: 'Lists what was done and denied, newest first.',
    input: inOrganization.extend({ before: id.optional(), limit: z.int().min(1).max(500).default(100) }),
    output: z.object({ rows: z.array(auditRow), next: id.nullable() }),
    needs: 'audit:read',
    reads: ['audit'],
  }),
};
