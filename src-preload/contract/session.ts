import { z } from 'zod';
import { wornLook } from './look.ts';
import { command, query } from './operation.ts';
import { organization } from './organizations.ts';
import { codeTyped } from './twofactor.ts';
import { done, id, instant, newPassword, none, permission } from './values.ts';
import { memberKinds } from './vocabulary/user-filter.ts';

const person = z.object({ id, name: z.string(), email: z.string() });
/** What the signed-in person may do in one organization. */
const place = organization.extend({
  kind: z.enum(memberKinds),
  roles: z.array(z.string()),
  permissions: z.array(permission),
  /** Whether the person is one of its owners. */
  owner: z.boolean(),
  /** Names of the person's products that the organization has enabled. */
  products: z.array(z.string()),
  look: wornLook,
  /** When a guest's access ends; null for others. */
  accessEndsAt: instant.nullable(),
  /** The organization requires a second factor, and the person has none: nothing there can be called. */
  twoFactorNeeded: z.boolean(),
});
export type Place = z.infer<typeof place>;

const resetToken = z.string().max(200);

export const session = {
  state: query({
    summary: 'Tells whether the workspace is empty, waits for a sign-in, is locked, or who is signed in and where.',
    input: none,
    output: z.object({
      stage: z.enum(['first-start', 'sign-in', 'locked', 'signed-in']),
      person: person.optional(),
      places: z.array(place),
      /** Owners of an organization may add another. */
      mayAddOrganizations: z.boolean(),
      demo: z.boolean(),
    }),
    needs: 'anyone',
    faces: ['window', 'cli', 'portal', 'core'],
    reads: ['session', 'organizations', 'roles', 'products', 'users', 'wording'],
  }),
  signIn: command({
    summary:
      'Signs a person in by e-mail and password, or asks for their code; the face keeps the token that comes back.',
    // a wrong or malformed address gets the same answer as a wrong password
    input: z.strictObject({ email: z.string().max(320), password: z.string().max(1024) }),
    output: z.object({
      /** `code`: the person has a second factor. The token is then not a session's but the input of `session.giveCode`. */
      step: z.enum(['done', 'code']),
      person: person.optional(),
      token: z.string(),
    }),
    needs: 'anyone',
    faces: ['window', 'portal', 'cli'],
    changes: ['session'],
  }),
  giveCode: command({
    summary: 'Continues a sign-in, with a code of the authenticator app or a recovery code, within five minutes.',
    /** For the window, the main process holds the attempt's token. */
    input: z.strictObject({ attempt: z.string().max(100), code: codeTyped }),
    output: z.object({
      person,
      token: z.string(),
      /** After a recovery code: how many are left. */
      codesLeft: z.int().nullable(),
    }),
    needs: 'anyone', // the attempt says who it is
    faces: ['window', 'portal', 'cli'],
    changes: ['session'],
  }),
  signOut: command({
    summary: 'Ends the session that the call came with.',
    input: none,
    output: done,
    needs: 'anyone',
    faces: ['window', 'portal', 'cli'],
    changes: ['session'],
  }),
  lock: command({
    summary: 'Locks the session that the call came with: it does nothing more until the password is given.',
    input: none,
    output: done,
    needs: 'signed-in',
    faces: ['window'],
    changes: ['session'],
  }),
  unlock: command({
    summary: 'Unlocks a session, with the password of whoever is signed in.',
    input: z.strictObject({ password: z.string().max(1024) }),
    output: done,
    needs: 'anyone', // the session itself says who it is
    faces: ['window'],
    changes: ['session'],
  }),
  forgotPassword: command({
    summary: 'Mails a link for a new password to whoever has an account; says the same to everybody.',
    input: z.strictObject({ email: z.string().max(320) }),
    output: done,
    needs: 'anyone',
    faces: ['portal'],
    changes: ['outbox'],
  }),
  openReset: query({
    summary: 'Tells the portal whose password a link is for. Changes nothing, however often it is opened.',
    input: z.strictObject({ token: resetToken }),
    output: z.object({ email: z.string() }),
    needs: 'anyone',
    faces: ['portal'],
  }),
  resetPassword: command({
    summary: 'Sets a new password with the link from a mail, once; every session of the person ends.',
    input: z.strictObject({ token: resetToken, password: newPassword }),
    output: z.object({ email: z.string() }),
    needs: 'anyone',
    faces: ['portal'],
    changes: ['session'],
  }),
};
