import type { ReadableDb, WritableDb } from '../../database/schema.ts';

/** In milliseconds. */
const minute = 60_000;

/**
 * How many messages may be taken now, so that no minute ever has more than the limit: those tried within the last minute
 * count, and so do those that are taken but not begun. When the clock was set back it forgets rather than waits.
 */
export async function roomNow(db: ReadableDb, organizationId: number, now: number): Promise<number> {
  const { per_minute: most } =
    (await db
      .selectFrom('mail_settings')
      .select('per_minute')
      .where('organization_id', '=', organizationId)
      .executeTakeFirst()) ?? {};
  if (most === undefined || most === null) return Number.POSITIVE_INFINITY;
  const tried = await db
    .selectFrom('mail_pace')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('organization_id', '=', organizationId)
    .where('at', '>', now - minute)
    .where('at', '<=', now)
    .executeTakeFirstOrThrow();
  const taken = await db
    .selectFrom('outbox')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('lease_holder', 'is not', null)
    .where('organization_id', '=', organizationId)
    .where('body_begun', '=', 0)
    .executeTakeFirstOrThrow();
  return Math.max(0, most - tried.n - taken.n);
}

/** Records that these messages were tried now, where the pace is limited. */
export async function keepPace(db: WritableDb, outboxIds: readonly number[], now: number): Promise<void> {
  if (outboxIds.length === 0) return;
  const limited = await db
    .selectFrom('outbox')
    .innerJoin('mail_settings', 'mail_settings.organization_id', 'outbox.organization_id')
    .select('outbox.organization_id')
    .where('outbox.id', 'in', outboxIds)
    .where('mail_settings.per_minute', 'is not', null)
    .execute();
  if (limited.length === 0) return;
  await db
    .deleteFrom('mail_pace')
    .where('organization_id', 'in', [...new Set(limited.map((r) => r.organization_id))])
    .where('at', '<=', now - minute)
    .execute();
  await db
    .insertInto('mail_pace')
    .values(limited.map((r) => ({ ...r, at: now })))
    .execute();
}
