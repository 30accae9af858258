import type { Selectable } from 'kysely';
import type { ReadableDb, WritableDb } from '../../../database/schema.ts';
import type { AuditClockTable } from '../../../database/tables/work.ts';

type Row = Selectable<AuditClockTable>;
export type Observed = Omit<Row, 'id'>;

const hour = 3_600_000;
const day = 24 * hour;
/** How long nobody may look before the clock is doubted: a holiday, a computer in a drawer. */
const ordinaryGap = 40 * day;
/** On this many days it must be seen running on before a jump is believed. */
const daysOfProof = 7;
/** Two looks within so short a time count as one day. */
const sameDay = 20 * hour;
/** Looks more frequent than this are not recorded. */
const written = hour;

/**
 * A clock that is wrong by years must not empty the audit. So the passing of time is believed as long as somebody looks now
 * and then; after a jump of more than 40 days it is believed again only once the clock was seen on seven days without going
 * back. A clock that goes back is believed at once, since that removes less.
 * @param before what was known; undefined at the first look
 * @param lastEntryAt when the newest entry of the audit was written: it stands in for an earlier look at first
 */
export function observe(before: Observed | undefined, now: number, lastEntryAt: number | undefined): Observed {
  const was = before ?? {
    seen_at: lastEntryAt ?? now,
    trusted_at: lastEntryAt ?? now,
    doubted_at: null,
    doubted_days: 0,
  };
  const believed = { seen_at: now, trusted_at: now, doubted_at: null, doubted_days: 0 };
  if (now < was.seen_at) return { ...believed, trusted_at: Math.min(was.trusted_at, now) };
  if (was.doubted_at === null)
    return now - was.seen_at <= ordinaryGap ? believed : { ...was, seen_at: now, doubted_at: now, doubted_days: 0 };
  if (now - was.doubted_at < sameDay) return { ...was, seen_at: now };
  const days = was.doubted_days + 1;
  return days >= daysOfProof ? believed : { ...was, seen_at: now, doubted_at: now, doubted_days: days };
}

/** What is known about the clock, including this look. */
export async function observedNow(
  db: ReadableDb,
  now: number,
): Promise<{ readonly is: Observed; readonly news: boolean }> {
  const row = await db.selectFrom('audit_clock').selectAll().executeTakeFirst();
  const newest = row ? undefined : await newestEntry(db);
  const is = observe(row, now, newest);
  const moved = !row || now < row.seen_at || now - row.seen_at >= written;
  return { is, news: moved || row.doubted_at !== is.doubted_at };
}

/** Stores what was seen. */
export async function keepObserved(db: WritableDb, is: Observed): Promise<void> {
  await db
    .insertInto('audit_clock')
    .values({ id: 1, ...is })
    .onConflict((c) => c.column('id').doUpdateSet(is))
    .execute();
}

async function newestEntry(db: ReadableDb): Promise<number | undefined> {
  const row = await db.selectFrom('audit').select('at').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row?.at;
}
