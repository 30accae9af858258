import { z } from 'zod';
import { command, query } from './operation.ts';
import { country, done, id, instant, language, newPassword, none, oneLine, phoneTyped } from './values.ts';
import { memberKinds } from './vocabulary/user-filter.ts';

/** An organization a person belongs to, or belonged to as a guest until the time was over. */
const belonging = z.object({
  organizationId: id,
  name: z.string(),
  timeZone: z.string(),
  kind: z.enum(memberKinds),
  roles: z.array(z.string()),
  /** The first instant at which a guest no longer has access; null for others. */
  accessEndsAt: instant.nullable(),
  /** Days left after today in the organization's zone, 0 on the last one; null if access has no end, or is over. */
  daysLeft: z.int().nullable(),
  /** The end is within the organization's notice window. */
  endsSoon: z.boolean(),
  /** Only a new invitation brings access back. */
  expired: z.boolean(),
  /** Nobody else owns the organization: the person cannot leave it. */
  lastOwner: z.boolean(),
});
export type Belonging = z.infer<typeof belonging>;

const anywhere = ['window', 'portal', 'cli', 'core'] as const;

export const profile = {
  get: query({
    summary: 'Shows the operator’s own profile.',
    input: none,
    output: z.object({
      personId: id,
      name: z.string(),
      firstName: z.string().nullable(),
      lastName: z.string().nullable(),
      email: z.string(),
      /** E.164. */
      phone: z.string().nullable(),
      /** The language of mails to them; null until they choose one. */
      language: language.nullable(),
    }),
    needs: 'signed-in',
    faces: anywhere,
    reads: ['session', 'users'],
  }),
  update: command({
    summary: 'Changes the operator’s own name and phone number, in every organization.',
    input: z.strictObject({
      firstName: oneLine(100),
      lastName: oneLine(100),
      /** As typed; omitted or empty means none. */
      phone: phoneTyped.optional(),
      country: country.optional(),
    }),
    output: done,
    needs: 'signed-in',
    faces: anywhere,
    changes: ['session', 'users'],
  }),
  chooseLanguage: command({
    summary: 'Chooses the language of mails to the operator, in every organization.',
    input: z.strictObject({ language }),
    output: done,
    needs: 'signed-in',
    faces: anywhere,
    changes: ['users'],
  }),
  changePassword: command({
    summary: 'Changes the operator’s own password; every other session of theirs ends.',
    input: z.strictObject({ current: z.string().max(1024), next: newPassword }),
    output: done,
    needs: 'signed-in',
    faces: anywhere,
    changes: ['session'],
  }),
  organizations: query({
    summary: 'Lists where the operator belongs, as what and until when; also where their access as a guest has ended.',
    input: none,
    output: z.object({ rows: z.array(belonging) }),
    needs: 'signed-in',
    faces: anywhere,
    reads: ['session', 'organizations', 'roles', 'users'],
  }),
  leave: command({
    summary: 'Ends the operator’s own membership of an organization for good. The last owner cannot leave.',
    input: z.strictObject({ organizationId: id }),
    output: z.object({ organization: z.string() }),
    needs: 'signed-in',
    faces: anywhere,
    changes: ['users', 'invitations', 'outbox', 'session'],
  }),
  signOutEverywhere: command({
    summary: 'Ends every session of the operator, the one of the call included.',
    input: none,
    output: done,
    needs: 'signed-in',
    faces: anywhere,
    changes: ['session'],
  }),
};
