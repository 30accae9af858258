import { assertNever } from '#contract/assert-never.ts';
import { messagesIn } from '#contract/messages/index.ts';
import type { SpokenLine } from '#contract/outbox.ts';
import { failpoint } from '../../database/failpoint.ts';
import { startLives } from '../../database/link-life.ts';
import type { WritableDb } from '../../database/schema.ts';
import type { OutboxTable } from '../../database/tables/mail.ts';
import type { Verdict } from '../smtp/classify.ts';
import { type Conversation, keepConversations } from './conversation.ts';
import { networkIsThere, waitForNetwork } from './offline.ts';
import { keepPace } from './pace.ts';
import { backoff, giveUpAfter } from './retry.ts';
import { stillWanted } from './still-wanted.ts';
import type { Taken } from './take.ts';

/** How an attempt ended. `back`: not tried after all. `offline`: the network is away. */
export type Result =
  | Verdict
  | { readonly kind: 'sent'; readonly answer: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'offline' };
/** Results that say nothing about the message: it was not tried. */
const untried = (kind: Result['kind']): boolean => kind === 'back' || kind === 'paused' || kind === 'offline';

export interface Settlement {
  readonly taken: Taken;
  readonly result: Result;
  /** What was said, without secrets. */
  readonly lines: readonly SpokenLine[];
}

export interface SettleOptions {
  readonly holder: string;
  readonly now: number;
  /** When to check the network again, in milliseconds from now. */
  readonly offline: number;
  readonly random: () => number;
}

type Change = Partial<Pick<OutboxTable, 'state' | 'next_at' | 'answer' | 'sent_at' | 'first_tried_at'>>;

/** Records how attempts ended. A row that another process has taken over meanwhile is left alone. */
export async function settle(
  db: WritableDb,
  settlements: readonly Settlement[],
  options: SettleOptions,
): Promise<void> {
  const { holder, now, random } = options;
  const waiting = new Map<number, { answer: string; nextAt: number }>();
  const begun: number[] = [];
  const network = new Map<number, 'away' | 'there'>();
  const tried: number[] = [];
  const told: Conversation[] = [];
  const rows = await ownRows(db, settlements, holder);
  const wanted = await stillWanted(db, [...rows.keys()], now);
  for (const { taken, result, lines } of settlements) {
    const row = rows.get(taken.id);
    if (!row) continue;
    const attempts = row.attempts + (untried(result.kind) ? 0 : 1);
    const nextAt = now + (result.kind === 'offline' ? options.offline : backoff(attempts, random()));
    const change =
      wanted.get(row.id)?.kind !== 'no' || result.kind === 'sent'
        ? changeFor(taken, result, now, nextAt, row.first_tried_at ?? now)
        : { state: 'cancelled' as const, next_at: null };
    await db
      .updateTable('outbox')
      .set({ ...change, attempts, lease_holder: null, changed_at: now })
      .where('id', '=', taken.id)
      .execute();
    failpoint('outbox.settling');
    if ((result.kind === 'sent' || result.kind === 'uncertain') && row.invitation_id !== null)
      begun.push(row.invitation_id);
    if (result.kind !== 'back') {
      network.set(taken.organizationId, result.kind === 'offline' ? 'away' : 'there');
      told.push({ outboxId: taken.id, lines });
    }
    if (!untried(result.kind) && row.body_begun === 0 && !(result.kind === 'deferred' && result.scope === 'server'))
      tried.push(taken.id);
    if (result.kind === 'deferred' && result.scope === 'server')
      waiting.set(taken.organizationId, { answer: result.answer, nextAt });
  }
  await keepConversations(db, told, now);
  await startLives(db, begun, now);
  await keepPace(db, tried, now);
  for (const [organizationId, is] of network)
    await (is === 'away'
      ? waitForNetwork(db, organizationId, now + options.offline, now)
      : networkIsThere(db, organizationId));
  for (const [organizationId, { answer, nextAt }] of waiting) await deferRest(db, organizationId, answer, nextAt, now);
}

async function ownRows(db: WritableDb, settlements: readonly Settlement[], holder: string) {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'attempts', 'first_tried_at', 'invitation_id', 'body_begun'])
    .where(
      'id',
      'in',
      settlements.map((s) => s.taken.id),
    )
    .where('lease_holder', '=', holder)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

function changeFor(taken: Taken, result: Result, now: number, nextAt: number, firstTriedAt: number): Change {
  switch (result.kind) {
    case 'sent':
      return { state: 'sent', next_at: null, answer: result.answer, sent_at: now };
    case 'deferred':
    case 'uncertain':
      if (nextAt - firstTriedAt > giveUpAfter) return { state: 'failed', next_at: null, answer: result.answer };
      // a message that may have arrived stays uncertain, whatever became of the attempt to repeat it
      return {
        state: taken.before === 'uncertain' ? 'uncertain' : result.kind,
        next_at: nextAt,
        answer: result.answer,
      };
    case 'failed':
      return { state: 'failed', next_at: null, answer: result.answer };
    case 'paused':
      return { state: taken.before, next_at: now, answer: result.answer };
    case 'offline':
      // its four days begin only when there is a server to try
      return { state: taken.before, next_at: nextAt, first_tried_at: null };
    case 'back':
      return { state: taken.before, next_at: now };
    default:
      return assertNever(result);
  }
}

/** The server is away: the other due messages need not find that out one by one. */
async function deferRest(db: WritableDb, organizationId: number, answer: string, nextAt: number, now: number) {
  const due = db
    .updateTable('outbox')
    .where('organization_id', '=', organizationId)
    .where('next_at', '<=', now)
    .set((e) => ({
      next_at: nextAt,
      answer,
      attempts: e('attempts', '+', 1),
      first_tried_at: e.fn.coalesce('first_tried_at', e.val(now)),
      changed_at: now,
    }));
  await due
    .where('first_tried_at', '<', nextAt - giveUpAfter)
    .set({ state: 'failed', next_at: null })
    .execute();
  await due.where('state', 'in', ['queued', 'deferred']).set({ state: 'deferred' }).execute();
  await due.where('state', '=', 'uncertain').execute();
}

/**
 * Takes over messages from a process that was killed while sending. One whose body had not begun is as good as untried; any
 * other may have arrived, and is repeated as the same message.
 * @param active what this process itself is sending
 */
export async function takeOver(
  db: WritableDb,
  holder: string,
  active: ReadonlySet<number>,
  now: number,
): Promise<number> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'lease_holder', 'body_begun', 'attempts', 'invitation_id', 'changed_at'])
    .where('lease_holder', 'is not', null)
    .execute();
  const orphans = rows.filter((r) => r.lease_holder !== holder || !active.has(r.id));
  const { interrupted } = messagesIn('en').outbox.answers;
  for (const row of orphans) {
    const begun = row.body_begun === 1;
    await db
      .updateTable('outbox')
      .set({
        state: begun ? 'uncertain' : 'queued',
        ...(begun ? { answer: interrupted, attempts: row.attempts + 1 } : {}),
        next_at: now,
        lease_holder: null,
        changed_at: now,
      })
      .where('id', '=', row.id)
      .execute();
    failpoint('outbox.taken-over');
    if (begun && row.invitation_id !== null) await startLives(db, [row.invitation_id], row.changed_at);
  }
  return orphans.length;
}
