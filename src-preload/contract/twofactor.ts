import { z } from 'zod';
import { command, query } from './operation.ts';
import { done, id, inOrganization, instant, none } from './values.ts';

/** As typed: six digits from an app, perhaps in two halves, or a recovery code. */
export const codeTyped = z.string().trim().max(60);
const password = z.string().max(1024);
const bothProofs = z.strictObject({ password, code: codeTyped });
/** Shown once; they cannot be shown again. */
const fresh = z.object({ recoveryCodes: z.array(z.string()) });

const anywhere = ['window', 'portal', 'cli', 'core'] as const;

export const twofactor = {
  state: query({
    summary: 'Tells whether the operator signs in with a second factor, and how many recovery codes are left.',
    input: none,
    output: z.object({ on: z.boolean(), since: instant.nullable(), codesLeft: z.int() }),
    needs: 'signed-in',
    faces: anywhere,
    reads: ['session'],
  }),
  begin: command({
    summary:
      'Makes a secret for the operator’s authenticator app (TOTP, RFC 6238); nothing asks for it before it is confirmed.',
    input: z.strictObject({ password }),
    /** In base32, and as the address in the QR code. */
    output: z.object({ secret: z.string(), uri: z.string() }),
    needs: 'signed-in',
    faces: anywhere,
    changes: ['session'],
  }),
  confirm: command({
    summary:
      'Turns the second factor on with a code of the app, and answers with ten recovery codes; other sessions end.',
    input: z.strictObject({ code: codeTyped }),
    output: fresh,
    needs: 'signed-in',
    faces: anywhere,
    changes: ['session', 'users'],
  }),
  renewCodes: command({
    summary: 'Makes ten fresh recovery codes in the place of the old ones.',
    input: bothProofs,
    output: fresh,
    needs: 'signed-in',
    faces: anywhere,
    changes: ['session'],
  }),
  reset: command({
    summary:
      'Removes the second factor of somebody who has lost it; for somebody who owns every organization that they belong to.',
    input: inOrganization.extend({ membershipId: id }),
    output: done,
    needs: 'users:write', // the handler requires an owner
    changes: ['session', 'users', 'inbox'],
  }),
  turnOff: command({
    summary: 'Turns the operator’s second factor off; an organization that requires one then asks for a new one.',
    input: bothProofs,
    output: done,
    needs: 'signed-in',
    faces: anywhere,
    changes: ['session', 'users'],
  }),
};
