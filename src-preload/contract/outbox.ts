import { z } from 'zod';
import { pause, stop } from './mail.ts';
import { mailReport } from './mail-report.ts';
import { command, query } from './operation.ts';
import { done, id, inOrganization, instant } from './values.ts';
import { deliveryStates } from './vocabulary/delivery.ts';
import { outboxKinds } from './vocabulary/outbox.ts';
import { mostChosen } from './vocabulary/user-filter.ts';

export const outboxRow = z.object({
  id,
  kind: z.enum(outboxKinds),
  toName: z.string(),
  toEmail: z.string(),
  state: z.enum(deliveryStates),
  answer: z.string().nullable(),
  attempts: z.int(),
  /** When it is tried next; null if it is not. */
  nextAt: instant.nullable(),
  createdAt: instant,
  sentAt: instant.nullable(),
  /** Whose page tells more: the person invited, the one whose access ends, or the manager who gets a digest. */
  membershipId: id.nullable(),
});
export type OutboxRow = z.infer<typeof outboxRow>;

/** Which messages a list shows: every given field must match. Nothing given means all of them. */
export const mailFilter = z.strictObject({
  state: z.enum(deliveryStates).optional(),
  kinds: z.array(z.enum(outboxKinds)).max(outboxKinds.length).default([]),
  /** Any part of the recipient's name or address, ignoring case and accents. */
  search: z.string().trim().max(200).default(''),
});
export type MailFilter = z.output<typeof mailFilter>;

/** The messages to act on: chosen one by one, or all that match a filter except those deselected by hand. */
export const mailChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chosen'), ids: z.array(id).min(1).max(mostChosen) }),
  z.strictObject({
    kind: z.literal('matching'),
    filter: mailFilter,
    except: z.array(id).max(mostChosen).default([]),
  }),
]);
export type MailChoice = z.output<typeof mailChoice>;

export const mailDeeds = ['retry', 'hold', 'release', 'cancel'] as const;
export type MailDeed = (typeof mailDeeds)[number];

/**
 * Why a message was left as it is: it is being sent right now; its state does not allow the action; what it is about has
 * ended; its link has expired.
 */
export const leftAsIs = ['sending', 'state', 'ended', 'link-expired'] as const;
export type LeftAsIs = (typeof leftAsIs)[number];

/** One line of a conversation with a mail server. `note`: in our words, for what did not cross the wire or is left out. */
export const spokenLine = z.object({
  from: z.enum(['client', 'server', 'note']),
  at: instant,
  text: z.string(),
});
export type SpokenLine = z.infer<typeof spokenLine>;

const one = inOrganization.extend({ id });
const many = inOrganization.extend({ choice: mailChoice });
const outcome = z.object({
  done: z.int(),
  left: z.array(z.object({ why: z.enum(leftAsIs), n: z.int() })),
});
const deed = { needs: 'mail:write', changes: ['outbox', 'users'] } as const;

export const outbox = {
  list: query({
    summary:
      'Lists the messages of an organization, newest first, with the server’s words; by state, kind and recipient.',
    input: inOrganization.extend({
      ...mailFilter.shape,
      before: id.optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      rows: z.array(outboxRow),
      next: id.nullable(),
      /** How many match, on all pages. */
      total: z.int(),
    }),
    needs: 'mail:read',
    reads: ['outbox'],
  }),
  state: query({
    summary: 'Counts the messages per state and tells whether the queue is paused, offline, or has no server yet.',
    input: inOrganization,
    output: z.object({
      counts: z.record(z.enum(deliveryStates), z.int()),
      waiting: z.int(),
      /** Whether a mail server is set; without one, mail waits. */
      setUp: z.boolean(),
      pause: pause.nullable(),
      stop: stop.nullable(),
      /** Since when there has been no network while mail waits for it. */
      offlineSince: instant.nullable(),
      /** Links would point at this computer only. */
      loopbackLinks: z.boolean(),
    }),
    needs: 'users:read',
    reads: ['outbox', 'mail', 'portal'],
  }),
  show: query({
    summary: 'Shows one message as it will be or was sent; its link is hidden.',
    input: one,
    output: outboxRow.extend({
      subject: z.string(),
      text: z.string(),
      html: z.string(),
      messageId: z.string().nullable(),
      /** What was reported about it after a server had accepted it, newest first. */
      reports: z.array(mailReport),
    }),
    needs: 'mail:read',
    reads: ['outbox'],
  }),
  conversation: query({
    summary:
      'Shows what was said with the mail server in the last two attempts of a message; no password, link or body.',
    input: one,
    output: z.object({
      attempts: z.array(z.object({ at: instant, lines: z.array(spokenLine) })),
    }),
    needs: 'mail:read',
    reads: ['outbox'],
  }),
  retry: command({
    summary: 'Puts a deferred, uncertain, failed or bounced message back into the queue, to be tried at once.',
    input: one,
    output: done,
    ...deed,
  }),
  retryMany: command({
    summary: 'Puts the deferred, uncertain, failed and bounced ones of many messages back into the queue.',
    input: many,
    output: outcome,
    ...deed,
  }),
  hold: command({
    summary: 'Keeps a waiting message back until it is released; its link does not age meanwhile.',
    input: one,
    output: done,
    ...deed,
  }),
  holdMany: command({
    summary: 'Keeps the waiting ones of many messages back.',
    input: many,
    output: outcome,
    ...deed,
  }),
  release: command({
    summary: 'Lets a held message go, to be sent at once.',
    input: one,
    output: done,
    ...deed,
  }),
  releaseMany: command({
    summary: 'Lets the held ones of many messages go.',
    input: many,
    output: outcome,
    ...deed,
  }),
  cancel: command({
    summary:
      'Takes a waiting or held message out of the queue for good; its invitation stays open, its link can be copied.',
    input: one,
    output: done,
    ...deed,
  }),
  cancelMany: command({
    summary: 'Takes the waiting and held ones of many messages out of the queue for good; their invitations stay open.',
    input: many,
    output: outcome,
    ...deed,
  }),
  pause: command({
    summary: 'Pauses the queue until somebody resumes it: no message begins to leave.',
    input: inOrganization,
    output: done,
    needs: 'mail:write',
    changes: ['outbox', 'mail'],
  }),
  resume: command({
    summary: 'Ends a pause of the queue, whoever or whatever paused it.',
    input: inOrganization,
    output: done,
    needs: 'mail:write',
    changes: ['outbox', 'mail'],
  }),
};
