import { z } from 'zod';
import { guestTerms } from './guests.ts';
import { batchTerms, sendEntry, turnedAway, verdicts } from './invitations.ts';
import { command, query } from './operation.ts';
import { done, id, inOrganization, instant, title } from './values.ts';
import { longestComment, mostDraftRows } from './vocabulary/drafts.ts';
import { invitableKinds } from './vocabulary/invitations.ts';
import { memberKinds } from './vocabulary/user-filter.ts';

/**
 * The state of a draft. `draft`: being written; `review`: handed to another operator; `scheduled`: goes out by itself at
 * its time. A draft that was sent is gone, replaced by its invitations.
 */
export const draftStates = ['draft', 'review', 'scheduled'] as const;
export type DraftState = (typeof draftStates)[number];

/** How far ahead a draft can be scheduled, in days. */
export const mostDaysAhead = 366;

/** What everybody in a draft gets, as `invitations.send` and `guests.invite` take it. */
export const draftTerms = z.discriminatedUnion('kind', [
  z.strictObject({ ...batchTerms, kind: z.enum(invitableKinds) }),
  z.strictObject({ ...guestTerms, kind: z.literal('guest') }),
]);
export type DraftTerms = z.output<typeof draftTerms>;

const entries = z.array(sendEntry).max(mostDraftRows);
const person = z.object({ name: z.string(), email: z.string() });

/** Why a scheduled draft did not go out: the error with which sending was refused. */
const refusal = z.object({ code: z.string(), data: z.record(z.string(), z.unknown()), at: instant });

/** A draft without its rows. */
export const draftFacts = z.object({
  id,
  name: z.string(),
  kind: z.enum(memberKinds),
  state: z.enum(draftStates),
  /** Incremented by each change: an approval names the version that was looked at. */
  version: z.int(),
  /** How many people are in it. */
  rows: z.int(),
  /** Null for Gatehouse itself. */
  author: person.nullable(),
  /** Who changed it last, if that was somebody else. */
  editor: person.nullable(),
  approver: person.nullable(),
  /** When it goes out: for certain if scheduled; if in review, once it is approved. */
  sendAt: instant.nullable(),
  /** The comment it was returned with, and by whom. */
  returned: z.object({ by: z.string(), comment: z.string(), at: instant }).nullable(),
  refusal: refusal.nullable(),
  /** It waits for the caller, who may approve it. */
  forYou: z.boolean(),
  /** The caller wrote it. */
  yours: z.boolean(),
  createdAt: instant,
  changedAt: instant,
});
export type DraftFacts = z.infer<typeof draftFacts>;

const listedDraft = draftFacts.extend({
  /** How many rows would not go out now. */
  problems: z.int(),
});
export type ListedDraft = z.infer<typeof listedDraft>;

/** One row with what an invitation would do with it now, judged by the caller's rights. */
export const draftRow = z.object({
  id,
  entry: sendEntry,
  verdict: z.enum(verdicts),
  /** A problem of the address, or one of `reasons`. */
  reason: z.string().optional(),
  detail: z.string().optional(),
  warning: z.enum(['mixed-script']).optional(),
  membershipId: id.optional(),
});
export type DraftRow = z.infer<typeof draftRow>;

/** A draft that went out in the last days. */
export const sentDraft = z.object({
  id,
  name: z.string(),
  kind: z.enum(memberKinds),
  by: z.string(),
  approver: z.string().nullable(),
  sentAt: instant,
  /** The time it was scheduled for; null if somebody pressed *Send*. */
  plannedAt: instant.nullable(),
  invited: z.int(),
  /** Rows that stayed in the draft. */
  kept: z.int(),
});
export type SentDraft = z.infer<typeof sentDraft>;

/** What came of the rows. Those not sent are still in the draft. */
const outcome = z.object({
  invited: z.array(z.object({ email: z.string(), membershipId: id, invitationId: id })),
  skipped: z.array(
    turnedAway.omit({ position: true }).extend({ verdict: z.enum(['already-member', 'already-invited', 'duplicate']) }),
  ),
  refused: z.array(turnedAway.omit({ position: true })),
  /** How many rows stayed. If 0, the draft is gone. */
  kept: z.int(),
});
export type DraftOutcome = z.infer<typeof outcome>;

const one = inOrganization.extend({ id });
const stamped = z.object({ version: z.int() });
/** The handler requires the right needed to invite such people: *write* on users, or *Invite guests*. */
const needs = 'users:read';
const sends = ['drafts', 'users', 'invitations', 'outbox', 'session'] as const;

export const drafts = {
  list: query({
    summary: 'Lists the drafts of invitations, those that wait for the caller first, and what went out lately.',
    input: inOrganization,
    output: z.object({ rows: z.array(listedDraft), sent: z.array(sentDraft) }),
    needs,
    reads: ['drafts', 'users', 'invitations', 'roles', 'teams', 'groups', 'products', 'lines', 'organizations'],
  }),
  counts: query({
    summary: 'Counts the drafts per state, those that wait for the caller, and those that came back.',
    input: inOrganization,
    output: z.object({
      counts: z.record(z.enum(draftStates), z.int()),
      /** In review, and the caller may approve them. */
      forYou: z.int(),
      /** Written by the caller, and returned by a reviewer or refused at their time. */
      returned: z.int(),
      /** When the next one goes out by itself. */
      nextAt: instant.nullable(),
    }),
    needs,
    reads: ['drafts', 'users', 'roles', 'organizations'],
  }),
  get: query({
    summary: 'Shows a draft with what an invitation would do with each of its rows now. Changes nothing.',
    input: one,
    output: draftFacts.extend({
      terms: draftTerms,
      entries: z.array(draftRow),
      /** Names of those who may approve it; at most twenty. */
      reviewers: z.array(z.string()),
    }),
    needs,
    reads: ['drafts', 'users', 'invitations', 'roles', 'teams', 'groups', 'products', 'lines', 'organizations'],
  }),
  check: query({
    summary: 'Says for each row of a batch what an invitation would do with it now. Changes nothing, keeps nothing.',
    input: inOrganization.extend({ terms: draftTerms, entries }),
    output: z.object({
      /** One for each row, in order. */
      verdicts: z.array(draftRow.omit({ id: true, entry: true })),
    }),
    needs,
    reads: ['users', 'invitations', 'roles', 'teams', 'groups', 'products', 'lines', 'organizations'],
  }),
  save: command({
    summary: 'Saves a batch of invitations as a draft: nobody is invited, no seat is taken, no link is made.',
    input: inOrganization.extend({ name: title, terms: draftTerms, entries }),
    output: z.object({ id, version: z.int() }),
    needs,
    changes: ['drafts'],
  }),
  change: command({
    summary: 'Changes name, terms and rows of a draft; one in review or scheduled becomes a draft again.',
    input: one.extend({
      name: title.optional(),
      terms: draftTerms.optional(),
      add: entries.default([]),
      change: z
        .array(z.strictObject({ id, entry: sendEntry }))
        .max(mostDraftRows)
        .default([]),
      remove: z.array(id).max(mostDraftRows).default([]),
    }),
    output: stamped.extend({
      /** Ids of the added rows, in order. */
      added: z.array(id),
    }),
    needs,
    changes: ['drafts'],
  }),
  submit: command({
    summary: 'Hands a draft to the other operators for review; with a time, it goes out then once it is approved.',
    input: one.extend({ sendAt: instant.optional() }),
    output: done,
    needs,
    changes: ['drafts'],
  }),
  approve: command({
    summary: 'Approves a draft of somebody else: it goes out now, or at the time that was asked for or is given.',
    input: one.extend({
      /** The version that was looked at. */
      version: z.int(),
      /** Null: now. Omitted: the time that was asked for. */
      sendAt: instant.nullable().optional(),
    }),
    output: z.object({
      /** Null when it was scheduled. */
      outcome: outcome.nullable(),
      sendAt: instant.nullable(),
    }),
    needs,
    changes: sends,
  }),
  return: command({
    summary: 'Takes a draft out of review, by a reviewer with a comment or by its author.',
    input: one.extend({ comment: z.string().trim().max(longestComment).default('') }),
    output: done,
    needs,
    changes: ['drafts'],
  }),
  schedule: command({
    summary: 'Lets a draft go out by itself at a time, with the rights that the caller has then.',
    input: one.extend({ sendAt: instant }),
    output: done,
    needs,
    changes: ['drafts'],
  }),
  unschedule: command({
    summary: 'Keeps a scheduled draft from going out; it is a draft again, and an approval is dropped.',
    input: one,
    output: done,
    needs,
    changes: ['drafts'],
  }),
  send: command({
    summary: 'Sends a draft now, once: the good rows become invitations, the others stay with the reason.',
    input: one.extend({
      /** The version that was looked at, to make sure that nothing else goes out. */
      version: z.int().optional(),
    }),
    output: outcome,
    needs,
    changes: sends,
  }),
  discard: command({
    summary: 'Removes a draft with its rows for good.',
    input: one,
    output: done,
    needs,
    changes: ['drafts'],
  }),
};
