import type { SpokenLine } from '#contract/outbox.ts';
import type { ReadableDb, WritableDb } from '../../database/schema.ts';

/** How many attempts of a message are kept. */
const kept = 2;

/** What was said in one attempt; `lines` are without secrets already (see `smtp/transcript.ts`). */
export interface Conversation {
  readonly outboxId: number;
  readonly lines: readonly SpokenLine[];
}

/** Keeps what was said, and forgets what is older than the attempt before. */
export async function keepConversation(db: WritableDb, { outboxId, lines }: Conversation, now: number): Promise<void> {
  if (lines.length === 0) return;
  const { last } = await db
    .selectFrom('mail_conversation')
    .select((e) => e.fn.max('attempt').as('last'))
    .where('outbox_id', '=', outboxId)
    .executeTakeFirstOrThrow();
  const attempt = (last ?? 0) + 1;
  await db
    .insertInto('mail_conversation')
    .values({ outbox_id: outboxId, at: now, attempt, lines: JSON.stringify(lines) })
    .execute();
  if (attempt > kept)
    await db
      .deleteFrom('mail_conversation')
      .where('outbox_id', '=', outboxId)
      .where('attempt', '<=', attempt - kept)
      .execute();
}

/** The attempts that are kept, the latest first. */
export async function readConversation(
  db: ReadableDb,
  outboxId: number,
): Promise<{ at: number; lines: SpokenLine[] }[]> {
  const rows = await db
    .selectFrom('mail_conversation')
    .select(['at', 'lines'])
    .where('outbox_id', '=', outboxId)
    .orderBy('attempt', 'desc')
    .execute();
  return rows.map(({ at, lines }) => ({ at, lines: JSON.parse(lines) as SpokenLine[] }));
}
