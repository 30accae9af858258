import { z } from 'zod';
import { command, query } from './operation.ts';
import { country, done, id, newPassword, none, oneLine, phoneTyped } from './values.ts';

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
    }),
    needs: 'signed-in',
    reads: ['session', 'users'],
  }),
  update: command({
    summary: 'Changes the operator’s own name and phone number, in every organization.',
    input: z.strictObject({
      firstName: oneLine(100),
      lastName: oneLine(100),
      /** As typed; left out or empty means none. */
      phone: phoneTyped.optional(),
      country: country.optional(),
    }),
    output: done,
    needs: 'signed-in',
    changes: ['session', 'users'],
  }),
  changePassword: command({
    summary: 'Changes the operator’s own password; every other session of theirs ends.',
    input: z.strictObject({ current: z.string().max(1024), next: newPassword }),
    output: done,
    needs: 'signed-in',
    changes: ['session'],
  }),
};
