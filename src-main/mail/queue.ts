import { foldName } from '#contract/fold.ts';
import { endKinds, type linkKinds, type OutboxKind } from '#contract/vocabulary/outbox.ts';
import { insertRows } from '../database/insert-rows.ts';
import type { WritableDb } from '../database/schema.ts';
import { slices } from '../database/slices.ts';
import type { About } from './about.ts';

type EndKind = (typeof endKinds)[number];

/** One message to be sent: to whom, and for which invitation. Its content is composed when it is first sent. */
export interface QueuedMail {
  readonly organizationId: number;
  readonly membershipId: number;
  readonly invitationId: number;
  readonly kind: (typeof linkKinds)[number];
  readonly toEmail: string;
  readonly toName: string;
}

/** Puts messages into the outbox, due at once, in the caller's transaction: invitation and mail exist together or not at all. */
export const queueMail = (db: WritableDb, rows: readonly QueuedMail[], now: number): Promise<void> =>
  queue(
    db,
    rows.map((row) => ({ ...addressed(row), invitation_id: row.invitationId })),
    now,
  );

/**
 * Cancels the waiting mail of these invitations. A message that is being sent right now is settled by the worker, which sees
 * that the invitation is no longer pending.
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

/** A mail about the end of guests' access: to a guest, to their sponsor, or the digest of a manager. */
export interface QueuedGuestMail {
  readonly organizationId: number;
  /** The guest's; for a digest, the manager's. */
  readonly membershipId: number;
  readonly kind: EndKind | 'guests-digest';
  readonly toEmail: string;
  readonly toName: string;
  readonly about: About;
}

/** Puts them into the outbox, due at once, in the transaction that records the notices. */
export const queueGuestMail = (db: WritableDb, rows: readonly QueuedGuestMail[], now: number): Promise<void> =>
  queue(
    db,
    rows.map((row) => ({ ...addressed(row), about: JSON.stringify(row.about) })),
    now,
  );

/**
 * Cancels the waiting mail about the end of these guests' access: they were renewed, suspended, removed or made users, or
 * there is later news. A message that is being sent right now is settled by the worker, which checks again before the body.
 */
export async function cancelGuestMail(db: WritableDb, membershipIds: readonly number[], now: number): Promise<void> {
  for (const slice of slices(membershipIds))
    await db
      .updateTable('outbox')
      .set({ state: 'cancelled', next_at: null, changed_at: now })
      .where('about', 'is not', null)
      .where('membership_id', 'in', slice)
      .where('kind', 'in', endKinds)
      .where('state', 'in', ['queued', 'deferred', 'uncertain', 'held'])
      .execute();
}

/** The mail for a forgotten password. */
export interface QueuedResetMail {
  readonly organizationId: number;
  readonly membershipId: number;
  readonly resetId: number;
  readonly toEmail: string;
  readonly toName: string;
}

/** Puts it into the outbox, due at once, in the transaction that makes its link. */
export const queueResetMail = (db: WritableDb, row: QueuedResetMail, now: number): Promise<void> =>
  queue(db, [{ ...addressed({ ...row, kind: 'password-reset' }), reset_id: row.resetId }], now);

interface Addressed {
  readonly organizationId: number;
  readonly membershipId: number;
  readonly kind: OutboxKind;
  readonly toEmail: string;
  readonly toName: string;
}

/** The columns that every message needs so that it can be found by its recipient. */
const addressed = ({ organizationId, membershipId, kind, toEmail, toName }: Addressed) => ({
  organization_id: organizationId,
  membership_id: membershipId,
  kind,
  to_email: toEmail,
  to_name: toName,
  search_text: foldName(`${toName} ${toEmail}`),
});

type Message = ReturnType<typeof addressed> & {
  readonly invitation_id?: number;
  readonly about?: string;
  readonly reset_id?: number;
};

async function queue(db: WritableDb, messages: readonly Message[], now: number): Promise<void> {
  const state = { state: 'queued', next_at: now, created_at: now, changed_at: now } as const;
  await insertRows(
    db,
    'outbox',
    messages.map((message) => ({ ...message, ...state })),
  );
}
