import { z } from 'zod';
import { command, query } from './operation.ts';
import { done, id, inOrganization, instant } from './values.ts';

export const jobStates = ['running', 'finished', 'cancelled', 'denied', 'failed'] as const;
export type JobState = (typeof jobStates)[number];

export const jobRow = z.object({
  id,
  operation: z.string(),
  state: z.enum(jobStates),
  /** How many of `total` were done successfully. */
  done: z.int(),
  total: z.int(),
  /** How many of `total` could not be done; `results` says why. */
  failed: z.int(),
  startedAt: instant,
  endedAt: instant.nullable(),
  /** For an export: what its cells hold, in order. */
  columns: z.array(z.string()).nullable(),
});
export type JobRow = z.infer<typeof jobRow>;

export const itemStates = ['waiting', 'done', 'failed'] as const;
export type ItemState = (typeof itemStates)[number];

export const jobItem = z.object({
  /** Place within the job, from 1. */
  position: z.int(),
  membershipId: id,
  /** Name and address as they were when the job started. */
  name: z.string(),
  email: z.string(),
  state: z.enum(itemStates),
  /** Code and facts of the error, for the face to put into words. */
  error: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
  /** What the job recorded for this person: the line of an export, as CSV without active formulas. */
  detail: z.string().nullable(),
  /** The raw cells of that line: not safe to give to a spreadsheet as they are. */
  cells: z.array(z.string()).nullable(),
});
export type JobItem = z.infer<typeof jobItem>;

export const jobs = {
  get: query({
    summary: 'Shows how far a job is.',
    input: inOrganization.extend({ jobId: id }),
    output: jobRow,
    needs: 'users:read',
    reads: ['jobs'],
  }),
  list: query({
    summary: 'Lists the operator’s own jobs, newest first; running ones are among them whoever began them.',
    input: inOrganization.extend({ limit: z.int().min(1).max(100).default(20) }),
    output: z.object({ rows: z.array(jobRow) }),
    needs: 'users:read',
    reads: ['jobs'],
  }),
  results: query({
    summary: 'Lists what became of each one that a job was to do.',
    input: inOrganization.extend({
      jobId: id,
      state: z.enum(itemStates).optional(),
      /** The position after which the page begins. */
      after: z.int().min(0).default(0),
      limit: z.int().min(1).max(1000).default(200),
    }),
    output: z.object({ rows: z.array(jobItem), next: z.int().nullable() }),
    needs: 'users:read',
    reads: ['jobs'],
  }),
  cancel: command({
    summary: 'Stops a job before its next chunk; what is done stays done.',
    input: inOrganization.extend({ jobId: id }),
    output: done,
    needs: 'users:read',
    changes: ['jobs'],
  }),
};
