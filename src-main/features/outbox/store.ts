import type { MailChoice, MailFilter, OutboxRow } from '#contract/outbox.ts';
import { type DeliveryState, deliveryStates } from '#contract/vocabulary/delivery.ts';
import { mailFits } from '../../database/mail-search.ts';
import type { ReadableDb, WritableDb } from '../../database/schema.ts';
import { slices } from '../../database/slices.ts';
import type { OutboxTable } from '../../database/tables/mail.ts';
import { readLetter } from '../../mail/letter/letter.ts';

const columns = [
  'outbox.id',
  'outbox.kind',
  'outbox.to_name',
  'outbox.to_email',
  'outbox.state',
  'outbox.answer',
  'outbox.attempts',
  'outbox.next_at',
  'outbox.created_at',
  'outbox.sent_at',
  'outbox.membership_id',
  'outbox.invitation_id',
] as const;

type Row = Pick<
  OutboxTable,
  'kind' | 'to_name' | 'to_email' | 'state' | 'answer' | 'next_at' | 'sent_at' | 'membership_id' | 'invitation_id'
> & {
  readonly id: number;
  readonly attempts: number;
  readonly created_at: number;
};

/** Messages as they are listed, with the person each is about: one query for all. */
async function described(db: ReadableDb, rows: readonly Row[]): Promise<OutboxRow[]> {
  const ids = [...new Set(rows.flatMap((row) => row.invitation_id ?? []))];
  const members = new Map<number, number>();
  for (const slice of slices(ids)) {
    const found = await db
      .selectFrom('invitation')
      .select(['id', 'membership_id as member'])
      .where('id', 'in', slice)
      .execute();
    for (const { id, member } of found) members.set(id, member);
  }
  return rows.map((row) => shown(row, row.membership_id ?? members.get(row.invitation_id ?? 0) ?? null));
}

const shown = (row: Row, membershipId: number | null): OutboxRow => ({
  id: row.id,
  kind: row.kind,
  toName: row.to_name,
  toEmail: row.to_email,
  state: row.state,
  answer: row.answer,
  attempts: row.attempts,
  nextAt: row.next_at,
  createdAt: row.created_at,
  sentAt: row.sent_at,
  membershipId,
});

export interface PageOf extends MailFilter {
  readonly organizationId: number;
  readonly before?: number | undefined;
  readonly limit: number;
}

const matching = (db: ReadableDb, organizationId: number, filter: MailFilter) =>
  db
    .selectFrom('outbox')
    .where('outbox.organization_id', '=', organizationId)
    .where((e) => mailFits(e, filter));

/** Newest first, found by key: a page deep down costs as much as the first. */
export async function listMessages(
  db: ReadableDb,
  page: PageOf,
): Promise<{ rows: OutboxRow[]; next: number | null; total: number }> {
  const found = matching(db, page.organizationId, page);
  let query = found
    .select(columns)
    .orderBy('outbox.id', 'desc')
    .limit(page.limit + 1);
  if (page.before !== undefined) query = query.where('outbox.id', '<', page.before);
  const rows = await query.execute();
  const more = rows.length > page.limit;
  const kept = await described(db, rows.slice(0, page.limit));
  const { total } = await found.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { rows: kept, next: more ? (kept.at(-1)?.id ?? null) : null, total };
}

/** The organization's messages among those chosen, oldest first: the order in which they leave. */
export async function chosenMessages(
  db: ReadableDb,
  organizationId: number,
  choice: MailChoice,
): Promise<readonly number[]> {
  if (choice.kind === 'matching') {
    const except = new Set(choice.except);
    const rows = await matching(db, organizationId, choice.filter).select('outbox.id').orderBy('outbox.id').execute();
    return rows.map((r) => r.id).filter((id) => !except.has(id));
  }
  const found: number[] = [];
  for (const slice of slices([...new Set(choice.ids)].sort((a, b) => a - b))) {
    const rows = await db
      .selectFrom('outbox')
      .select('id')
      .where('organization_id', '=', organizationId)
      .where('id', 'in', slice)
      .orderBy('id')
      .execute();
    found.push(...rows.map((r) => r.id));
  }
  return found;
}

/** Some messages by id, in no order. */
export async function getMessages(db: ReadableDb, ids: readonly number[]): Promise<readonly OutboxRow[]> {
  const rows = await db.selectFrom('outbox').select(columns).where('id', 'in', ids).execute();
  return described(db, rows);
}

/** One message, or undefined when the organization has none with this id. */
export async function getMessage(db: ReadableDb, organizationId: number, id: number): Promise<OutboxRow | undefined> {
  const row = await db
    .selectFrom('outbox')
    .select(columns)
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && (await described(db, [row]))[0];
}

/** How many messages are in each state, with 0 for empty states. */
export async function countStates(db: ReadableDb, organizationId: number): Promise<Record<DeliveryState, number>> {
  const rows = await db
    .selectFrom('outbox')
    .select((e) => ['state', e.fn.countAll<number>().as('n')])
    .where('organization_id', '=', organizationId)
    .groupBy('state')
    .execute();
  const counts = Object.fromEntries(deliveryStates.map((state) => [state, 0])) as Record<DeliveryState, number>;
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}

/**
 * Puts a message back in the queue, due at once, with a fresh four days. Its letter stays the same to the last byte when
 * it may have been read before, unless its link has ended since.
 */
export async function requeue(db: WritableDb, id: number, state: DeliveryState, now: number): Promise<void> {
  const row = await db.selectFrom('outbox').select('fixed').where('id', '=', id).executeTakeFirstOrThrow();
  const outdated = row.fixed !== null && (readLetter(row.fixed).until ?? Infinity) <= now;
  await db
    .updateTable('outbox')
    .set({
      state: state === 'uncertain' ? 'uncertain' : 'queued',
      next_at: now,
      first_tried_at: null,
      ...(outdated ? { first_body_at: null } : {}),
      changed_at: now,
    })
    .where('id', '=', id)
    .execute();
}

/** Moves messages that are in one of the states `from` to another. @returns which ones */
export async function moveMessages(
  db: WritableDb,
  ids: readonly number[],
  from: readonly DeliveryState[],
  to: { readonly state: DeliveryState; readonly next_at: number | null },
  now: number,
): Promise<ReadonlySet<number>> {
  const rows = await db
    .updateTable('outbox')
    .set({ ...to, changed_at: now })
    .where('id', 'in', ids)
    .where('state', 'in', from)
    .returning('id')
    .execute();
  return new Set(rows.map((r) => r.id));
}
