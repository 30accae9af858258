import { assertNever } from '#contract/assert-never.ts';
import { startLife } from '../database/link-life.ts';
import type { WritableDb } from '../database/schema.ts';
import type { OutboxTable } from '../database/tables/mail.ts';
import { addReport } from '../features/bounces/store.ts';
import { writeLetter } from '../mail/letter/letter.ts';
import { loadDrafts } from '../mail/outbox/facts.ts';
import { owner } from './organization.ts';
import type { DeliveryOutcome } from './story.ts';

const minute = 60_000;

interface Settled {
  readonly state: OutboxTable['state'];
  readonly attempts: number;
  readonly answer: string | null;
  /** How long from now until the worker tries (again). */
  readonly nextIn?: number;
  readonly sending?: boolean;
  readonly handedOver?: boolean;
}

/** What real mail servers say, by the outcome. `n` makes the queue names differ. */
function settled(outcome: DeliveryOutcome, email: string, n: number): Settled {
  const queueName = ((n * 2_654_435_761) % 2 ** 36).toString(16).toUpperCase().padStart(9, '4');
  const accepted = `250 2.0.0 Ok: queued as ${queueName}`;
  switch (outcome) {
    case 'sent':
      return { state: 'sent', attempts: 1, answer: accepted, handedOver: true };
    case 'greylisted':
      return { state: 'sent', attempts: 2, answer: accepted, handedOver: true };
    case 'deferred':
      return { state: 'deferred', ...(delays[n % delays.length] as (typeof delays)[number]) };
    case 'uncertain':
      return { state: 'uncertain', attempts: 1, answer: null, nextIn: 35 * minute, handedOver: true };
    case 'failed':
      return { state: 'failed', attempts: 1, answer: `${refusals[n % refusals.length]}`.replace('%', email) };
    case 'bounced':
      return { state: 'bounced', attempts: 1, answer: '552 5.2.2 The mailbox is full', handedOver: true };
    case 'held':
      return { state: 'held', attempts: 0, answer: null };
    case 'sending':
      return { state: 'sending', attempts: 1, answer: null, sending: true };
    case 'queued':
      return { state: 'queued', attempts: 0, answer: null, nextIn: 0 };
    case 'next':
      return { state: 'queued', attempts: 0, answer: null, nextIn: 180 * minute };
    default:
      return assertNever(outcome);
  }
}

const delays = [
  { attempts: 2, answer: '451 4.7.1 Greylisted, please try again in 300 seconds', nextIn: 12 * minute },
  { attempts: 3, answer: '421 4.3.2 Service not available, closing transmission channel', nextIn: 48 * minute },
  { attempts: 4, answer: '452 4.2.2 The mailbox is over its quota', nextIn: 95 * minute },
] as const;

const refusals = [
  '550 5.1.1 <%>: Recipient address rejected: User unknown in virtual mailbox table',
  '550 5.7.1 <%>: Recipient address rejected: Access denied by policy',
] as const;

/** Settles a member's waiting message as if the mail server had answered at `at`. */
export async function deliver(
  db: WritableDb,
  membershipId: number,
  outcome: DeliveryOutcome,
  email: string,
  at: number,
  present: number,
): Promise<void> {
  const row = await db
    .selectFrom('outbox')
    .innerJoin('invitation', 'invitation.id', 'outbox.invitation_id')
    .select(['outbox.id', 'outbox.invitation_id', 'outbox.organization_id'])
    .where('invitation.membership_id', '=', membershipId)
    .where('invitation.state', '=', 'pending')
    .where('outbox.state', '=', 'queued')
    .executeTakeFirst();
  if (!row) return;
  const { state, attempts, answer, nextIn, sending, handedOver } = settled(outcome, email, row.id);
  await db
    .updateTable('outbox')
    .set({
      state,
      attempts,
      answer,
      next_at: nextIn === undefined ? null : present + nextIn,
      lease_holder: sending ? 'demo' : null,
      first_tried_at: attempts > 0 ? at : null,
      first_body_at: handedOver ? at : null,
      body_begun: Number(state === 'uncertain'),
      changed_at: at,
      sent_at: state === 'sent' || state === 'bounced' ? at : null,
    })
    .where('id', '=', row.id)
    .execute();
  if (handedOver && row.invitation_id !== null) await startLife(db, row.invitation_id, at);
  if (state === 'bounced') await bounce(db, row, email, answer ?? '', Math.min(at + 6 * minute, present));
}

/** A server accepted the mail, and another one behind it reported minutes later. */
const bounce = (
  db: WritableDb,
  { id, organization_id }: { readonly id: number; readonly organization_id: number },
  email: string,
  words: string,
  at: number,
) =>
  addReport(
    db,
    {
      organizationId: organization_id,
      outboxId: id,
      action: 'failed',
      words,
      source: 'report',
      reporter: `mx.${email.slice(email.lastIndexOf('@') + 1)}`,
      by: owner.name,
    },
    at,
    settled('sent', email, id),
  );

const lettersAtOnce = 200;

/** Stores the letters of everything that was tried, as the outbox's worker would have, so that they can be read. */
export async function keepLetters(db: WritableDb): Promise<void> {
  const tried = await db.selectFrom('outbox').select(['id', 'first_tried_at']).where('attempts', '>', 0).execute();
  for (let i = 0; i < tried.length; i += lettersAtOnce) {
    const slice = new Map(tried.slice(i, i + lettersAtOnce).map((row) => [row.id, row.first_tried_at ?? 0]));
    for (const { id, facts } of await loadDrafts(db, [...slice.keys()])) {
      const letter = writeLetter(facts, slice.get(id) ?? 0);
      await db
        .updateTable('outbox')
        .set({ fixed: JSON.stringify(letter), message_id: letter.messageId })
        .where('id', '=', id)
        .execute();
    }
  }
}
