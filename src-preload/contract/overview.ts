import { z } from 'zod';
import { query } from './operation.ts';
import { inOrganization, instant } from './values.ts';
import { spans } from './vocabulary/overview.ts';

const slot = z.object({
  /** When it began, in the organization’s time zone. */
  from: instant,
  /** Invitations whose mail was handed to the server, or whose link was copied. */
  sent: z.int(),
  accepted: z.int(),
  /** Guests with access at its end; for the last one, now. */
  guests: z.int(),
});
export type Slot = z.infer<typeof slot>;

export const overview = {
  attention: query({
    summary: 'Counts the open invitations that end within a day, and those without an answer for over a week.',
    input: inOrganization,
    output: z.object({ ending: z.int(), unanswered: z.int(), nextChangeAt: instant.nullable() }),
    needs: 'users:read',
    reads: ['users', 'invitations', 'outbox'],
  }),
  history: query({
    summary: 'Counts invitations sent and accepted, and guests with access, day by day or week by week.',
    input: inOrganization.extend({ span: z.enum(spans).default('days') }),
    output: z.object({ span: z.enum(spans), slots: z.array(slot), nextChangeAt: instant }),
    needs: 'users:read',
    reads: ['users', 'invitations', 'outbox', 'organizations'],
  }),
};
