import type { ReadableDb, WritableDb } from './schema.ts';

/** A transaction that waited for its turn, or a clock corrected by a little, does not count as a clock set back. */
const littleMilliseconds = 60_000;
/** The mark is written no more often than this: what ends within this time after it counts as over when the clock is set back. */
export const markMilliseconds = 15_000;

/** How late it has been, to `markMilliseconds`. Milliseconds since 1970; 0 before the first transaction. */
export async function latestTime(db: ReadableDb | WritableDb): Promise<number> {
  const row = await db.selectFrom('clock_mark').select('at').where('id', '=', 1).executeTakeFirst();
  return row?.at ?? 0;
}

/** What a clock that was set back has ended. */
export interface SetBack {
  /** How late it had been, in milliseconds since 1970. */
  readonly from: number;
  /** How many open invitations of each organization; organizations without any are left out. */
  readonly invitations: ReadonlyMap<number, number>;
}

/**
 * Keeps the mark of how late it has been. Where the clock was set back to before it, what the later clock had ended stays
 * ended: links of invitations and for passwords, and sessions. Mail that waits for a time by the later clock waits as long
 * as it would have. Everything else that time ends follows the clock back: above all the access of guests, since a clock
 * that was wrong for a minute must not take it from all of them.
 * @returns undefined where the clock was not set back
 */
export async function markTime(db: WritableDb, now: number): Promise<SetBack | undefined> {
  const latest = await latestTime(db);
  const setBack = now < latest - littleMilliseconds;
  if (!setBack && now < latest + markMilliseconds) return undefined;
  const invitations = setBack ? await keepEnded(db, latest, now) : undefined;
  await db.updateTable('clock_mark').set({ at: now }).where('id', '=', 1).execute();
  return invitations && { from: latest, invitations };
}

async function keepEnded(db: WritableDb, latest: number, now: number): Promise<SetBack['invitations']> {
  const ended = latest + markMilliseconds;
  const invitations = await db
    .updateTable('invitation')
    .set({ expires_at: now })
    .where('state', '=', 'pending')
    .where('expires_at', '>', now)
    .where('expires_at', '<=', ended)
    .returning('organization_id')
    .execute();
  await db
    .updateTable('password_reset')
    .set({ ended_at: now })
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .where('expires_at', '<=', ended)
    .execute();
  await db.deleteFrom('session').where('expires_at', '>', now).where('expires_at', '<=', ended).execute();
  // else nobody would be signed out for being idle until the clock reaches that time again
  await db.updateTable('session').set({ last_seen_at: now }).where('last_seen_at', '>', now).execute();
  await db
    .updateTable('outbox')
    .set((e) => ({ next_at: e.fn<number>('max', [e.val(now), e('next_at', '-', latest - now)]) }))
    .where('next_at', '>', now)
    .execute();
  const counts = new Map<number, number>();
  for (const { organization_id: of } of invitations) counts.set(of, (counts.get(of) ?? 0) + 1);
  return counts;
}

/** When the next link ends, so that its end can be noted; Infinity when none is out. */
export async function nextEnd(db: ReadableDb, now: number): Promise<number> {
  // one index look-up for each organization, instead of a walk along all that are pending
  const links = await db
    .selectFrom('organization')
    .select((e) =>
      e
        .selectFrom('invitation')
        .select((i) => i.fn.min('expires_at').as('at'))
        .whereRef('invitation.organization_id', '=', 'organization.id')
        .where('state', '=', 'pending')
        .where('expires_at', '>', now)
        .as('at'),
    )
    .execute();
  const reset = await db
    .selectFrom('password_reset')
    .select((e) => e.fn.min('expires_at').as('at'))
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return Math.min(...[...links, reset].map((one) => one?.at ?? Infinity));
}
