import { parseAddress } from '#contract/address.ts';
import { messagesIn } from '#contract/messages/index.ts';
import type { ReadableDb, WritableDb } from '../../database/schema.ts';
import type { OutboxTable } from '../../database/tables/mail.ts';
import type { TokenSubject } from '../../kernel/tokens.ts';
import { type Letter, readLetter, writeLetter } from '../letter/letter.ts';
import { loadDrafts } from './facts.ts';
import { keepPace, roomNow } from './pace.ts';
import { stillWanted } from './still-wanted.ts';

type Waiting = 'queued' | 'deferred' | 'uncertain';

/** A message that this process has taken to send. */
export interface Taken {
  readonly id: number;
  readonly organizationId: number;
  /** Its former state, in case it is given back. */
  readonly before: Waiting;
}

/** A message ready for the wire. */
export interface Ready extends Taken {
  readonly letter: Letter;
  /** Null for a letter without one. */
  readonly link: TokenSubject | { readonly resetId: number } | null;
}

/** Organizations that have a server, are not paused, may send now, and have something due. */
export async function dueOrganizations(db: ReadableDb, now: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('mail_settings')
    .select(['organization_id', 'per_minute'])
    .where('paused_reason', 'is', null)
    .where('stopped_at', 'is', null)
    .where((e) =>
      e.exists(
        e
          .selectFrom('outbox')
          .select('outbox.id')
          .whereRef('outbox.organization_id', '=', 'mail_settings.organization_id')
          .where('outbox.next_at', '<=', now),
      ),
    )
    .execute();
  const free: number[] = [];
  for (const { organization_id, per_minute } of rows)
    if (per_minute === null || (await roomNow(db, organization_id, now)) > 0) free.push(organization_id);
  return free;
}

/**
 * Takes what has been due longest, no more than the pace allows. The caller holds the lease of the outbox, so nobody else
 * takes messages at the same time.
 */
export async function takeDue(
  db: WritableDb,
  organizationId: number,
  holder: string,
  now: number,
  limit: number,
): Promise<readonly Taken[]> {
  const room = Math.min(limit, await roomNow(db, organizationId, now));
  if (room === 0) return [];
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'state'])
    .where('organization_id', '=', organizationId)
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .orderBy('id')
    .limit(room)
    .execute();
  const taken = rows.map((r): Taken => ({ id: r.id, organizationId, before: asWaiting(r.state) }));
  if (taken.length === 0) return [];
  await db
    .updateTable('outbox')
    .set((e) => ({
      state: 'sending' as const,
      lease_holder: holder,
      next_at: null,
      body_begun: 0,
      first_tried_at: e.fn.coalesce('first_tried_at', e.val(now)),
      changed_at: now,
    }))
    .where(
      'id',
      'in',
      taken.map((t) => t.id),
    )
    .execute();
  return taken;
}

const asWaiting = (state: OutboxTable['state']): Waiting =>
  state === 'deferred' || state === 'uncertain' ? state : 'queued';

/**
 * Writes the letters and stores them. One whose body may have left before stays as it was; any other is written again, with
 * the Message-ID it has, so that it does not mention a link that ends before it arrives. Messages that can no longer be
 * sent are settled here.
 */
export async function fixLetters(db: WritableDb, taken: readonly Taken[], now: number): Promise<readonly Ready[]> {
  const words = messagesIn('en').outbox.answers;
  const drafts = await loadDrafts(
    db,
    taken.map((t) => t.id),
  );
  const before = new Map(taken.map((t) => [t.id, t]));
  const wanted = await stillWanted(db, [...before.keys()], now);
  const ready: Ready[] = [];
  for (const draft of drafts) {
    const { invitation, facts } = draft;
    const end = (state: 'cancelled' | 'failed', answer: string | null) => endUnsent(db, draft.id, state, answer, now);
    const own = before.get(draft.id);
    const verdict = wanted.get(draft.id);
    if (!own || !verdict || verdict.kind === 'no') {
      await end('cancelled', draft.answer);
      continue;
    }
    if (verdict.kind === 'early') {
      await wait(db, own, verdict.until, now);
      continue;
    }
    const kept = draft.firstBodyAt !== null && draft.fixed !== null ? readLetter(draft.fixed) : undefined;
    if ((facts.expiresAt ?? Infinity) <= now || (kept?.until ?? Infinity) <= now) {
      await end('failed', words.linkEnded(draft.answer));
      continue;
    }
    const address = parseAddress(facts.toEmail);
    if (!address.ok) {
      await end('failed', words.badAddress);
      continue;
    }
    const letter = kept ?? writeLetter(facts, now, draft.messageId);
    if (!kept)
      await db
        .updateTable('outbox')
        .set({ fixed: JSON.stringify(letter), message_id: letter.messageId })
        .where('id', '=', draft.id)
        .execute();
    const reset = draft.resetId === null ? null : { resetId: draft.resetId };
    const link = invitation ? { invitationId: invitation.id, generation: invitation.generation } : reset;
    ready.push({ ...own, letter, link });
  }
  return ready;
}

const endUnsent = (db: WritableDb, id: number, state: 'cancelled' | 'failed', answer: string | null, now: number) =>
  db
    .updateTable('outbox')
    .set({ state, answer, next_at: null, lease_holder: null, changed_at: now })
    .where('id', '=', id)
    .execute();

const wait = (db: WritableDb, { id, before }: Taken, until: number, now: number) =>
  db
    .updateTable('outbox')
    .set({ state: before, next_at: until, lease_holder: null, changed_at: now })
    .where('id', '=', id)
    .execute();

/**
 * The last check before bodies leave, in one write to disk for several: still ours, still wanted, and nobody has paused the
 * queue.
 * @returns which of them may go
 */
export async function allowBodies(
  db: WritableDb,
  ids: readonly number[],
  holder: string,
  now: number,
): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('outbox')
    .leftJoin('mail_settings', 'mail_settings.organization_id', 'outbox.organization_id')
    .select('outbox.id')
    .where('outbox.id', 'in', ids)
    .where('outbox.lease_holder', '=', holder)
    .where('mail_settings.stopped_at', 'is', null)
    .execute();
  const wanted = await stillWanted(db, ids, now);
  const allowed = rows.map((r) => r.id).filter((id) => wanted.get(id)?.kind === 'yes');
  if (allowed.length > 0)
    await db
      .updateTable('outbox')
      .set((e) => ({ body_begun: 1, first_body_at: e.fn.coalesce('first_body_at', e.val(now)) }))
      .where('id', 'in', allowed)
      .execute();
  await keepPace(db, allowed, now);
  return new Set(allowed);
}
