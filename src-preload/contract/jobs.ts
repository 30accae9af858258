import { z } from 'zod';
import { command, query } from './operation.ts';
import { done, id, inOrganization, instant } from './values.ts';

export const jobStates = ['running', 'finished', 'cancelled', 'denied', 'failed'] as const;

export const jobRow = z.object({
  id,
  operation: z.string(),
  state: z.enum(jobStates),
  /** How many of `total` are through. */
  done: z.int(),
  total: z.int(),
  failed: z.int(),
  startedAt: instant,
  endedAt: instant.nullable(),
});

export const jobs = {
  get: query({
    summary: 'Shows how far a job is.',
    input: inOrganization.extend({ jobId: id }),
    output: jobRow,
    needs: 'users:read',
    reads: ['jobs'],
  }),
  cancel: command({
    summary: 'Stops a job before its next chunk; what is done stays done.',
    input: inOrganization.extend({ jobId: id }),
    output: done,
    needs: 'users:write',
    changes: ['jobs'],
  }),
};
