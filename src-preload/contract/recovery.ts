import { z } from 'zod';
import { command, query } from './operation.ts';
import { codeTyped } from './twofactor.ts';
import { instant, newPassword, none } from './values.ts';

/** Shown once; it cannot be shown again. */
const fresh = z.object({ recoveryCode: z.string() });

export const recovery = {
  state: query({
    summary: 'Tells whether the operator owns an organization, and since when they have their recovery code.',
    input: none,
    output: z.object({ owner: z.boolean(), since: instant.nullable() }),
    needs: 'signed-in',
    faces: ['window', 'cli', 'core'],
    reads: ['session', 'users', 'roles'],
  }),
  renew: command({
    summary: 'Makes an owner’s recovery code for a forgotten password; the one before is void.',
    /** The code is for the second factor, if the operator has one. */
    input: z.strictObject({ password: z.string().max(1024), code: codeTyped.optional() }),
    output: fresh,
    needs: 'signed-in', // the handler requires an owner
    faces: ['window', 'cli'],
    changes: ['session'],
  }),
  recover: command({
    summary:
      'Sets an owner’s new password with their recovery code, once; every session of theirs ends, and the next code comes back.',
    // whatever is wrong, the answer is the same
    input: z.strictObject({ email: z.string().max(320), code: z.string().max(100), password: newPassword }),
    output: fresh.extend({ email: z.string() }),
    needs: 'anyone', // the code says who it is
    faces: ['window', 'cli'],
    changes: ['session'],
  }),
};
