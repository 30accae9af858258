import type { OutboxTable, WritableDb } from '../database/schema.ts';
import { slices } from '../database/slices.ts';

/** One message to be sent: to whom, and for which invitation. What it says is composed when it is first sent. */
export interface QueuedMail {
  readonly organizationId: number;
  readonly membershipId: number;
  readonly invitationId: number;
  readonly kind: OutboxTable['kind'];
  readonly toEmail: string;
  readonly toName: string;
}

/** Puts messages into the outbox, due at once, in the caller's transaction: an invitation and its mail exist together or not at all. */
export async function queueMail(db: WritableDb, rows: readonly QueuedMail[], now: number): Promise<void> {
  for (const slice of slices(rows))
    await db
      .insertInto('outbox')
      .values(
        slice.map((row) => ({
          organization_id: row.organizationId,
          membership_id: row.membershipId,
          invitation_id: row.invitationId,
          kind: row.kind,
          to_email: row.toEmail,
          to_name: row.toName,
          state: 'queued' as const,
          next_at: now,
          created_at: now,
          changed_at: now,
        })),
      )
      .execute();
}

/**
 * Takes back what waits for these invitations. A message that is being sent right now is settled by the worker, which
 * sees that the invitation is no longer pending.
 */
export async function cancelMail(db: WritableDb, invitationIds: readonly number[], now: number): Promise<void> {
  for (const slice of slices(invitationIds))
    await db
      .updateTable('outbox')
      .set({ state: 'cancelled', next_at: null, changed_at: now })
      .where('invitation_id', 'in', slice)
      .where('state', 'in', ['queued', 'deferred', 'uncertain', 'held'])
      .execute();
}
