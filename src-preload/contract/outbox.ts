import { z } from 'zod';
import { pause } from './mail.ts';
import { command, query } from './operation.ts';
import { deliveryStates } from './users.ts';
import { done, id, inOrganization, instant } from './values.ts';

/** The kinds of mail that carry a link. */
export const linkKinds = ['invitation', 'reinvitation', 'invitation-again', 'reminder'] as const;
/** What guests are told about the end of their access: before it, at it, and when it is moved; and who answers for them. */
export const endKinds = ['guest-ending', 'guest-ended', 'guest-renewed', 'sponsor-ending', 'sponsor-ended'] as const;
export const outboxKinds = [...linkKinds, ...endKinds, 'guests-digest', 'password-reset'] as const;
export type OutboxKind = (typeof outboxKinds)[number];
/** Without a link there is nothing to hide when a message is shown. */
export const carriesLink = (kind: OutboxKind): boolean =>
  kind === 'password-reset' || (linkKinds as readonly OutboxKind[]).includes(kind);

export const outboxRow = z.object({
  id,
  kind: z.enum(outboxKinds),
  toName: z.string(),
  toEmail: z.string(),
  state: z.enum(deliveryStates),
  answer: z.string().nullable(),
  attempts: z.int(),
  /** When it is tried next; null when it is not. */
  nextAt: instant.nullable(),
  createdAt: instant,
  sentAt: instant.nullable(),
});
export type OutboxRow = z.infer<typeof outboxRow>;

export const outbox = {
  list: query({
    summary: 'Lists the messages of an organization, newest first, with the server’s words.',
    input: inOrganization.extend({
      state: z.enum(deliveryStates).optional(),
      before: id.optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({ rows: z.array(outboxRow), next: id.nullable() }),
    needs: 'mail:read',
    reads: ['outbox'],
  }),
  state: query({
    summary: 'Counts the messages per state and tells whether the queue is paused or has no server yet.',
    input: inOrganization,
    output: z.object({
      counts: z.record(z.enum(deliveryStates), z.int()),
      waiting: z.int(),
      /** No mail server is set: mail waits. */
      setUp: z.boolean(),
      pause: pause.nullable(),
      /** Links would point at this computer only. */
      loopbackLinks: z.boolean(),
    }),
    needs: 'users:read',
    reads: ['outbox', 'mail', 'portal'],
  }),
  show: query({
    summary: 'Shows one message as it will be or was sent; its link is hidden.',
    input: inOrganization.extend({ id }),
    output: outboxRow.extend({
      subject: z.string(),
      text: z.string(),
      html: z.string(),
      messageId: z.string().nullable(),
    }),
    needs: 'mail:read',
    reads: ['outbox'],
  }),
  retry: command({
    summary: 'Puts a deferred, uncertain or failed message back into the queue, to be tried at once.',
    input: inOrganization.extend({ id }),
    output: done,
    needs: 'mail:write',
    changes: ['outbox', 'users'],
  }),
  hold: command({
    summary: 'Keeps a waiting message back until it is released; its link does not age meanwhile.',
    input: inOrganization.extend({ id }),
    output: done,
    needs: 'mail:write',
    changes: ['outbox', 'users'],
  }),
  release: command({
    summary: 'Lets a held message go, to be sent at once.',
    input: inOrganization.extend({ id }),
    output: done,
    needs: 'mail:write',
    changes: ['outbox', 'users'],
  }),
  resume: command({
    summary: 'Ends a pause of the queue.',
    input: inOrganization,
    output: done,
    needs: 'mail:write',
    changes: ['outbox', 'mail'],
  }),
};
