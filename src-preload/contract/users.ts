import { z } from 'zod';
import { auditRow } from './audit.ts';
import { delivery } from './delivery.ts';
import { mailReport } from './mail-report.ts';
import { command, job, query } from './operation.ts';
import { userChoice, userFilter } from './user-filter.ts';
import { done, id, ids, inOrganization, instant, named } from './values.ts';
import { mailGroups, memberKinds, userStatuses } from './vocabulary/user-filter.ts';
import { exportColumns, invitationColumns, userSorts } from './vocabulary/users.ts';

/** What a person belongs to in an organization, apart from their roles. */
const belongings = {
  teams: z.array(named),
  groups: z.array(named),
  products: z.array(named),
  lines: z.array(named),
};

/** What only guests have. */
export const guestFacts = z.object({
  /** The period they were invited for. A renewal starts it again. */
  days: z.int(),
  /** The first instant without access, midnight in the organization's zone; null until they accept. */
  endsAt: instant.nullable(),
  /** Their sponsor, as long as that person is in the organization. */
  sponsor: named.nullable(),
  mayInviteGuests: z.boolean(),
});
export type GuestFacts = z.infer<typeof guestFacts>;

export const userRow = z.object({
  membershipId: id,
  personId: id,
  name: z.string(),
  email: z.string(),
  kind: z.enum(memberKinds),
  status: z.enum(userStatuses),
  roles: z.array(named),
  ...belongings,
  /** The person, even when they have left meanwhile. */
  invitedBy: named.nullable(),
  /** When the mail was handed to the server. */
  sentAt: instant.nullable(),
  /** When the link ends; null while its life has not begun. */
  validUntil: instant.nullable(),
  delivery: delivery.nullable(),
  changedAt: instant,
  /** The latest invitation; null for people who never had one. */
  invitation: z.object({ generation: z.int(), createdAt: instant }).nullable(),
  /** Null for people other than guests. */
  guest: guestFacts.nullable(),
  /** Whether they sign in with a second factor. */
  twoFactor: z.boolean(),
});
export type UserRow = z.infer<typeof userRow>;

/** Base64url of a sort key: 200 units of at most 3 octets each, and an id. */
const longestCursor = 1000;

const oneMember = inOrganization.extend({ membershipId: id });
const manyMembers = inOrganization.extend({ choice: userChoice });
const started = z.object({ jobId: id });

/** What to add to and remove from one of a person's relations. */
const change = z.strictObject({ add: ids.default([]), remove: ids.default([]) });
const changes = {
  roles: change.optional(),
  teams: change.optional(),
  groups: change.optional(),
  products: change.optional(),
  lines: change.optional(),
};

export const invitationStates = ['pending', 'expired', 'accepted', 'revoked', 'replaced'] as const;
export type InvitationState = (typeof invitationStates)[number];

export const invitationHistory = z.object({
  id,
  generation: z.int(),
  state: z.enum(invitationStates),
  invitedBy: named.nullable(),
  createdAt: instant,
  startsAt: instant.nullable(),
  expiresAt: instant.nullable(),
  /** When it was accepted, revoked or replaced. */
  endedAt: instant.nullable(),
  delivery: delivery.nullable(),
  /** When its newest mail was handed to the server, whether or not it came back. */
  sentAt: instant.nullable(),
  /** Its newest mail in the outbox, and what servers and operators reported about it, newest first. */
  mailId: id.nullable(),
  reports: z.array(mailReport),
});
export type InvitationHistory = z.infer<typeof invitationHistory>;

export const userDetails = userRow.extend({
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  /** E.164. */
  phone: z.string().nullable(),
  createdAt: instant,
  joinedAt: instant.nullable(),
  /** The owner without whom nobody could manage the organization. */
  lastOwner: z.boolean(),
  /** Newest generation first. */
  invitations: z.array(invitationHistory),
  nextChangeAt: instant.nullable(),
});
export type UserDetails = z.infer<typeof userDetails>;

const changesUsers = ['users', 'invitations', 'outbox', 'session'] as const;
const changesMany = [...changesUsers, 'jobs'] as const;

export const users = {
  list: query({
    summary: 'Lists users a page at a time, with status, roles, teams, products and the state of their mail.',
    input: inOrganization.extend({
      ...userFilter.shape,
      sort: z.enum(userSorts).default('name'),
      descending: z.boolean().default(false),
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
    reads: ['users', 'invitations', 'outbox', 'roles', 'teams', 'groups', 'products', 'lines'],
  }),
  counts: query({
    summary: 'Counts users per status, and those who are pending by what became of their mail.',
    input: inOrganization.extend({
      kinds: userFilter.shape.kinds,
      invited: userFilter.shape.invited,
      /** Also counts pending people by what happened to their mail. */
      mail: z.boolean().default(false),
    }),
    output: z.object({
      all: z.int(),
      active: z.int(),
      pending: z.int(),
      expired: z.int(),
      suspended: z.int(),
      /** Only when asked for. Somebody whose link ends within a day is in two groups. */
      mail: z.record(z.enum(mailGroups), z.int()).optional(),
      nextChangeAt: instant.nullable(),
    }),
    needs: 'users:read',
    reads: ['users', 'invitations', 'outbox'],
  }),
  get: query({
    summary: 'Shows one user: profile, access, and every generation of their invitation.',
    input: oneMember,
    output: userDetails,
    needs: 'users:read',
    reads: ['users', 'invitations', 'outbox', 'roles', 'teams', 'groups', 'products', 'lines'],
  }),
  activity: query({
    summary: 'Lists what was done to one user, newest first.',
    input: oneMember.extend({ before: id.optional(), limit: z.int().min(1).max(200).default(20) }),
    output: z.object({ rows: z.array(auditRow), next: id.nullable() }),
    needs: 'users:read',
    reads: ['audit'],
  }),
  update: command({
    summary: 'Changes roles, teams, groups, products and lines of one user; name and e-mail are their own.',
    input: oneMember.extend(changes),
    output: done,
    needs: 'users:write',
    changes: ['users', 'session'],
  }),
  suspend: command({
    summary: 'Suspends an active user: access rests until it is given back; roles and teams stay.',
    input: oneMember,
    output: done,
    needs: 'users:write',
    changes: changesUsers,
  }),
  reactivate: command({
    summary: 'Gives a suspended user the access back.',
    input: oneMember,
    output: done,
    needs: 'users:write',
    changes: changesUsers,
  }),
  remove: command({
    summary: 'Removes a user from the organization for good; to return, they are invited from scratch.',
    input: oneMember,
    output: done,
    needs: 'users:write',
    changes: changesUsers,
  }),
  erase: command({
    summary:
      'Erases the personal data of somebody who was removed or revoked, for good; the audit keeps a pseudonym. For owners.',
    input: oneMember.extend({
      /** The person's, typed again so that nobody else is erased by mistake. */
      email: z.string().trim().max(320),
    }),
    output: z.object({
      /** What the audit will call the person from now on. */
      pseudonym: z.string(),
      /** How many entries of the audit named them. */
      entries: z.int(),
      /** How many mails to them were removed from the outbox, including those still waiting. */
      mails: z.int(),
    }),
    needs: 'users:write', // the handler requires an owner
    changes: [...changesUsers, 'outbox', 'drafts', 'views', 'jobs', 'inbox', 'session', 'audit'],
  }),
  updateMany: job({
    summary: 'Changes roles, teams, groups, products and lines of many users.',
    input: manyMembers.extend(changes),
    output: started,
    needs: 'users:write',
    changes: changesMany,
  }),
  suspendMany: job({
    summary: 'Suspends many users.',
    input: manyMembers,
    output: started,
    needs: 'users:write',
    changes: changesMany,
  }),
  reactivateMany: job({
    summary: 'Gives many suspended users their access back.',
    input: manyMembers,
    output: started,
    needs: 'users:write',
    changes: changesMany,
  }),
  removeMany: job({
    summary: 'Removes many users from the organization for good.',
    input: manyMembers,
    output: started,
    needs: 'users:write',
    changes: changesMany,
  }),
  exportMany: job({
    summary:
      'Exports many users, one line each in the results: as CSV that is safe against formula injection, and as cells.',
    input: manyMembers.extend({
      columns: z
        .array(z.enum([...exportColumns, ...invitationColumns]))
        .min(1)
        .default([...exportColumns]),
    }),
    output: started,
    needs: 'users:read',
    changes: ['jobs'],
  }),
};
