import type { SelectQueryBuilder } from 'kysely';
import { outlivesWeek } from '../../database/link-life.ts';
import type { ReadableDb, Schema } from '../../database/schema.ts';

/** A link that ends within this time, in milliseconds, is about to end. */
export const aboutToEnd = 24 * 3_600_000;
/** A link that has been out this long without an answer may have been overlooked. */
export const longOut = 7 * 24 * 3_600_000;

export type Open<O> = SelectQueryBuilder<Schema, 'invitation', O>;
/** Invitations that nobody has accepted, whether or not their link still works. */
export const open = (db: ReadableDb, organizationId: number) =>
  db
    .selectFrom('invitation')
    .where('invitation.organization_id', '=', organizationId)
    .where('invitation.state', '=', 'pending');

/** Each is a range of an index of open invitations: by their end, and by when the link went out. */
export const aboutToEndOf = <O>(some: Open<O>, now: number) =>
  some.where('expires_at', '>', now).where('expires_at', '<=', now + aboutToEnd);
export const longOutOf = <O>(some: Open<O>, now: number) =>
  some
    .where('starts_at', '<=', now - longOut)
    .where('expires_at', '>', now)
    .where(outlivesWeek());

export const counted = async (some: Open<object>) =>
  Number((await some.select((e) => e.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n);

/** How many links end within a day. */
export const countEnding = (db: ReadableDb, organizationId: number, now: number) =>
  counted(aboutToEndOf(open(db, organizationId), now));

/** How many links have been out for a week and still work, having been given longer than that. */
export const countUnanswered = (db: ReadableDb, organizationId: number, now: number) =>
  counted(longOutOf(open(db, organizationId), now));

/** When the next link ends after an instant. */
export async function nextOver(db: ReadableDb, organizationId: number, after: number): Promise<number | null> {
  const next = await open(db, organizationId)
    .select('expires_at as at')
    .where('expires_at', '>', after)
    .orderBy('expires_at')
    .limit(1)
    .executeTakeFirst();
  return next?.at ?? null;
}

/** When the next invitee joins the group of those whose link is about to end. */
export async function nextEnding(db: ReadableDb, organizationId: number, now: number): Promise<number | null> {
  const end = await nextOver(db, organizationId, now + aboutToEnd);
  return end === null ? null : end - aboutToEnd;
}

/** When the next link will have been out for a week. */
export async function nextUnanswered(db: ReadableDb, organizationId: number, now: number): Promise<number | null> {
  const next = await open(db, organizationId)
    .select('starts_at as at')
    .where('starts_at', '>', now - longOut)
    .where(outlivesWeek())
    .orderBy('starts_at')
    .limit(1)
    .executeTakeFirst();
  return next?.at ? next.at + longOut : null;
}
