import type { SpokenLine } from '#contract/outbox.ts';
import type { ReadableDb, WritableDb } from '../../database/schema.ts';

/** How many attempts are kept per message. */
const kept = 2;

/** What was said in one attempt; `lines` are already free of secrets (see `smtp/transcript.ts`). */
export interface Conversation {
  readonly outboxId: number;
  readonly lines: readonly SpokenLine[];
}

/** Stores conversations, each of a different message, and drops those older than the attempt before. */
export async function keepConversations(db: WritableDb, told: readonly Conversation[], now: number): Promise<void> {
  const said = told.filter(({ lines }) => lines.length > 0);
  if (said.length === 0) return;
  const before = await db
    .selectFrom('mail_conversation')
    .select((e) => ['outbox_id', e.fn.max('attempt').as('last')])
    .where(
      'outbox_id',
      'in',
      said.map(({ outboxId }) => outboxId),
    )
    .groupBy('outbox_id')
    .execute();
  const last = new Map(before.map((row) => [row.outbox_id, row.last]));
  await db
    .insertInto('mail_conversation')
    .values(
      said.map(({ outboxId, lines }) => ({
        outbox_id: outboxId,
        at: now,
        attempt: (last.get(outboxId) ?? 0) + 1,
        lines: JSON.stringify(lines),
      })),
    )
    .execute();
  for (const [outboxId, attempt] of last)
    if (attempt >= kept)
      await db
        .deleteFrom('mail_conversation')
        .where('outbox_id', '=', outboxId)
        .where('attempt', '<=', attempt + 1 - kept)
        .execute();
}

/** The stored attempts, the latest first. */
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
