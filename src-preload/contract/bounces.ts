import { z } from 'zod';
import { bounceLimits } from './bounce-limits.ts';
import { reportActions } from './mail-report.ts';
import { command, job, query } from './operation.ts';
import { userChoice } from './user-filter.ts';
import { done, id, inOrganization, oneLine } from './values.ts';

/**
 * What a line does, in order: marks the message as bounced; marks one of an earlier invitation, leaving the open one alone;
 * records a delay; records a delivery; nothing new; the recipient has accepted; the invitation has ended otherwise; no
 * mail that could bounce has been sent; it is about a mail before the newest one; nobody with that address is invited;
 * it cannot be read.
 */
export const bounceVerdicts = [
  'bounced',
  'earlier',
  'delayed',
  'noted',
  'known',
  'accepted',
  'ended',
  'not-sent',
  'older',
  'unknown',
  'unreadable',
] as const;
export type BounceVerdict = (typeof bounceVerdicts)[number];

/** Why a file or a line is of no use; apart from these, the problems of an address. */
export const reportProblems = ['too-large', 'file-unreadable', 'not-a-message', 'no-report', 'no-action'] as const;
export type ReportProblem = (typeof reportProblems)[number];

export const bounceLine = z.object({
  /** The name of the file; null: the pasted text. */
  source: z.string().nullable(),
  /** The line of the pasted text, from 1; for a file, which of its recipients. */
  line: z.int(),
  /** As it was written. */
  address: z.string(),
  action: z.enum(reportActions).nullable(),
  words: z.string(),
  verdict: z.enum(bounceVerdicts),
  /** One of `reportProblems`, or the problem of an address. */
  reason: z.string().optional(),
  /** Whose invitation it is, if it is somebody here. */
  membershipId: id.optional(),
  name: z.string().optional(),
  email: z.string().optional(),
  /** The message in the outbox. */
  messageId: id.optional(),
});
export type BounceLine = z.infer<typeof bounceLine>;

const given = inOrganization.extend({
  /** A pasted report, several of them, or a plain list of addresses that bounced. */
  text: z.string().max(bounceLimits.text, 'too-long').default(''),
  /** Messages as mail programs save them (.eml); only the command line may give a path. */
  files: z
    .array(
      z.union([
        z.strictObject({ name: oneLine(255), base64: z.string() }),
        z.strictObject({ path: z.string().min(1).max(4096) }),
      ]),
    )
    .max(bounceLimits.files, 'too-many')
    .default([]),
});
const lines = z.object({ lines: z.array(bounceLine) });
const many = inOrganization.extend({ choice: userChoice });
const started = z.object({ jobId: id });
const needs = 'mail:write';

export const bounces = {
  preview: query({
    summary:
      'Reads delivery reports (.eml or pasted) or a list of bounced addresses, and says line by line what importing it would do. Changes nothing.',
    input: given,
    output: lines,
    needs,
    reads: ['outbox', 'users', 'invitations'],
  }),
  import: command({
    summary:
      'Imports delivery reports: mail that did not arrive is marked as bounced, delays and deliveries are noted.',
    input: given,
    output: lines,
    needs,
    changes: ['outbox', 'users'],
  }),
  markMany: job({
    summary: 'Marks the mail of many open invitations as bounced, with a reason.',
    input: many.extend({ why: oneLine(300) }),
    output: started,
    needs,
    changes: ['outbox', 'users', 'jobs'],
  }),
  unmarkMany: job({
    summary: 'Removes the mark from the mail of many open invitations: it did not bounce.',
    input: many,
    output: started,
    needs,
    changes: ['outbox', 'users', 'jobs'],
  }),
  unmark: command({
    summary: 'Removes the mark from one message of the outbox: it did not bounce.',
    input: inOrganization.extend({ id }),
    output: done,
    needs,
    changes: ['outbox', 'users'],
  }),
};
