import { z } from 'zod';
import { query } from './operation.ts';
import { id, inOrganization, instant, named } from './values.ts';

export const memberKinds = ['user', 'guest', 'inbox-agent'] as const;
export type MemberKind = (typeof memberKinds)[number];

/** What the list shows as *Status*. `expired` is computed from the clock, never stored. */
export const userStatuses = ['active', 'pending', 'expired', 'suspended', 'revoked', 'removed'] as const;
export type UserStatus = (typeof userStatuses)[number];

/** States of one message in the outbox. */
export const deliveryStates = [
  'queued',
  'sending',
  'sent',
  'deferred',
  'uncertain',
  'failed',
  'held',
  'cancelled',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const delivery = z.object({
  state: z.enum(deliveryStates),
  /** The server's own words, code first. */
  answer: z.string().nullable(),
  at: instant.nullable(),
});

export const userRow = z.object({
  membershipId: id,
  personId: id,
  name: z.string(),
  email: z.string(),
  kind: z.enum(memberKinds),
  status: z.enum(userStatuses),
  roles: z.array(named),
  teams: z.array(named),
  products: z.array(named),
  /** The person, even when they have left meanwhile. */
  invitedBy: named.nullable(),
  /** When the mail was handed to the server. */
  sentAt: instant.nullable(),
  /** When the link ends; null while its life has not begun. */
  validUntil: instant.nullable(),
  delivery: delivery.nullable(),
  changedAt: instant,
});
export type UserRow = z.infer<typeof userRow>;

export const userViews = ['all', 'active', 'pending', 'expired'] as const;
export type UserView = (typeof userViews)[number];

/** Base64url of a sort key: 200 units of at most 3 octets each, and an id. */
const longestCursor = 1000;

export const users = {
  list: query({
    summary: 'Lists users by name, a page at a time, with status, roles, teams, products and the state of their mail.',
    input: inOrganization.extend({
      view: z.enum(userViews).default('all'),
      search: z.string().trim().max(200).default(''),
      /** The cursor of an earlier page; pages are found by key, not by number. */
      after: z.string().max(longestCursor).optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      rows: z.array(userRow),
      total: z.int(),
      /** True when the total was not counted to the end. */
      totalIsLeast: z.boolean(),
      next: z.string().nullable(),
      /** When time alone will change something on this page. */
      nextChangeAt: instant.nullable(),
    }),
    needs: 'users:read',
    reads: ['users', 'invitations', 'outbox', 'roles', 'teams', 'products'],
  }),
  counts: query({
    summary: 'Counts users per status.',
    input: inOrganization,
    output: z.object({
      all: z.int(),
      active: z.int(),
      pending: z.int(),
      expired: z.int(),
      suspended: z.int(),
      nextChangeAt: instant.nullable(),
    }),
    needs: 'users:read',
    reads: ['users', 'invitations'],
  }),
};
