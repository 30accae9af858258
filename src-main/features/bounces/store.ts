import type { MailReport } from '#contract/mail-report.ts';
import type { ReadableDb, WritableDb } from '../../database/schema.ts';
import { slices } from '../../database/slices.ts';
import type { OutboxTable } from '../../database/tables/mail.ts';

/** A message as far as a report about it cares. */
export interface Message {
  readonly id: number;
  readonly state: OutboxTable['state'];
  readonly email: string;
  readonly createdAt: number;
  readonly answer: string | null;
}

/** What is stored of a report. */
export interface NewReport extends Pick<MailReport, 'action' | 'words' | 'source' | 'reporter' | 'by'> {
  readonly organizationId: number;
  readonly outboxId: number;
}

/** A mail that a server has accepted may come back; the report keeps its state from before. */
const mayBounce = ['sent', 'uncertain'] as const;
export const canBounce = ({ state }: Pick<Message, 'state'>): boolean => mayBounce.some((one) => one === state);

/** Stores a report without changing its message. */
export const addReport = (db: WritableDb, report: NewReport, at: number, before?: Pick<Message, 'state' | 'answer'>) =>
  db
    .insertInto('mail_report')
    .values({
      organization_id: report.organizationId,
      outbox_id: report.outboxId,
      action: report.action,
      words: report.words,
      source: report.source,
      reporter: report.reporter,
      at,
      marked_by: report.by,
      before_state: before?.state ?? null,
      before_answer: before?.answer ?? null,
    })
    .execute();

/** Marks a message as bounced with the words of a report. @returns whether it could: only if a server had accepted it */
export async function markBounced(db: WritableDb, message: Message, report: NewReport, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ state: 'bounced', answer: report.words, next_at: null, changed_at: now })
    .where('id', '=', message.id)
    .where('state', 'in', mayBounce)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  await addReport(db, report, now, message);
  return true;
}

/**
 * Takes the mark back: the message returns to its former state, and the report that marked it is forgotten. A message that
 * was uncertain continues where it stopped. @returns whether it was marked
 */
export async function unmarkBounced(db: WritableDb, outboxId: number, now: number): Promise<boolean> {
  const mark = await db
    .selectFrom('mail_report')
    .innerJoin('outbox', 'outbox.id', 'mail_report.outbox_id')
    .select(['mail_report.id', 'before_state as state', 'before_answer as answer'])
    .where('outbox_id', '=', outboxId)
    .where('outbox.state', '=', 'bounced')
    .where('before_state', 'is not', null)
    .orderBy('mail_report.id', 'desc')
    .executeTakeFirst();
  if (!mark?.state) return false;
  await db
    .updateTable('outbox')
    .set({
      state: mark.state,
      answer: mark.answer,
      next_at: mark.state === 'uncertain' ? now : null,
      changed_at: now,
    })
    .where('id', '=', outboxId)
    .execute();
  await db.deleteFrom('mail_report').where('id', '=', mark.id).execute();
  return true;
}

/** What was reported about each of these messages, newest first. */
export async function reportsOf(
  db: ReadableDb,
  outboxIds: readonly number[],
): Promise<ReadonlyMap<number, MailReport[]>> {
  const byMessage = new Map<number, MailReport[]>();
  for (const slice of slices(outboxIds)) {
    const rows = await db
      .selectFrom('mail_report')
      .select(['id', 'outbox_id as outboxId', 'action', 'words', 'source', 'reporter', 'at', 'marked_by as by'])
      .where('outbox_id', 'in', slice)
      .orderBy('id', 'desc')
      .execute();
    for (const { outboxId, ...report } of rows) byMessage.set(outboxId, [...(byMessage.get(outboxId) ?? []), report]);
  }
  return byMessage;
}
