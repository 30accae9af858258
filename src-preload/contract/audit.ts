import { z } from 'zod';
import { faces, job, query } from './operation.ts';
import { auditDays, calendarDay, id, inOrganization, instant } from './values.ts';
import { auditColumns, auditOutcomes } from './vocabulary/audit.ts';

export const auditRow = z.object({
  id,
  at: instant,
  actor: z.string(),
  face: z.string(),
  osUser: z.string().nullable(),
  operation: z.string(),
  outcome: z.enum(auditOutcomes),
  target: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
});

/** What can be wrong with the chain; `id` is the entry where it shows, if there is one. */
export const auditFaults = [
  // an entry does not say what it said when it was written
  'changed',
  // an entry does not follow the one before it: something in between was removed, added or moved
  'broken',
  'unsealed',
  // blanked as if its person had been erased, but no entry records the erasure
  'erasing-untold',
  // entries are missing at the end
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
  /** How many of the proven entries lost their personal part when somebody was erased. */
  erased: z.int(),
  /** When the oldest proven entry of the organization was written. */
  provenSince: instant.nullable(),
  /** What the limit on how long entries are kept removed from the front of the log, proven by its anchor. */
  removed: z.array(
    z.object({
      of: z.enum(['organization', 'signing-in']),
      entries: z.int(),
      /** When the last of them was written. */
      until: instant.nullable(),
      /** How many of them were no longer as they had been written when they were removed. */
      faulty: z.int(),
    }),
  ),
  /** Since when the newest entries are also recorded outside the database; null: they are not. */
  endsNotedSince: instant.nullable(),
  faults: z.array(z.object({ fault: z.enum(auditFaults), id: id.nullable(), at: instant.nullable() })),
  /** How many faults there are besides those above. */
  more: z.int(),
});
/** Which rows a list shows: every given field must match, by any one of its values. Nothing given means all. */
export const auditFilter = z.strictObject({
  /** Addresses as `audit.actors` lists them. */
  actors: z.array(z.string().min(1).max(320)).max(50).default([]),
  operations: z.array(z.string().min(1).max(100)).max(200).default([]),
  outcomes: z.array(z.enum(auditOutcomes)).max(auditOutcomes.length).default([]),
  faces: z.array(z.enum(faces)).max(faces.length).default([]),
  /** Exactly to whom or what. */
  target: z.string().trim().max(320).default(''),
  /** Calendar days in the organization's time zone, including the last one. */
  from: calendarDay.optional(),
  to: calendarDay.optional(),
  /** Any part of who, what, to whom or the details, ignoring case and accents. */
  search: z.string().trim().max(200).default(''),
});
export type AuditFilter = z.output<typeof auditFilter>;

/** The most rows of one export; longer logs are exported in parts, by date. */
export const mostExported = 100_000;

export const audit = {
  verify: query({
    summary: 'Checks that no entry of the audit was changed, removed, added or moved since it was written.',
    input: inOrganization,
    output: verdict,
    needs: 'audit:read',
  }),
  expiry: query({
    summary: 'Counts the entries of the audit that are older than a number of days.',
    input: inOrganization.extend({ days: auditDays }),
    output: z.object({
      entries: z.int(),
      /** When the last of them was written; null where there is none. */
      until: instant.nullable(),
      /** The clock jumped ahead: nothing is removed until it has been seen to run on for some days. */
      clockDoubted: z.boolean(),
    }),
    needs: 'settings:read',
    reads: ['audit', 'organizations'],
  }),
  list: query({
    summary: 'Lists what was done and denied, newest first; by who, what, outcome, face, to whom, dates and text.',
    input: inOrganization.extend({
      ...auditFilter.shape,
      before: id.optional(),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(auditRow), next: id.nullable() }),
    needs: 'audit:read',
    reads: ['audit'],
  }),
  actors: query({
    summary: 'Lists who did or tried something, by address.',
    input: inOrganization,
    output: z.object({ actors: z.array(z.string()) }),
    needs: 'audit:read',
    reads: ['audit'],
  }),
  exportMany: job({
    summary:
      'Exports rows of the audit, one line each in the results: as CSV that is safe against formula injection, and as cells.',
    input: inOrganization.extend({
      filter: auditFilter.prefault({}),
      columns: z
        .array(z.enum(auditColumns))
        .min(1)
        .default([...auditColumns]),
    }),
    output: z.object({ jobId: id }),
    needs: 'audit:read',
    changes: ['jobs'],
  }),
};
