import { guestsAlone, membersAlong } from './members.ts';
import { prepared } from './prepared.ts';
import type { ReadableDb } from './schema.ts';

/** The spans in which ends are counted: each 120 times as long as the one before. In milliseconds. */
const [minute, hours, days] = [60_000, 7_200_000, 864_000_000] as const;

/** An instant, and when the spans that contain it began. */
export interface Moment {
  readonly now: number;
  readonly minute: number;
  readonly hours: number;
  readonly days: number;
}

export function momentOf(now: number): Moment {
  const begun = (span: number) => Math.floor(now / span) * span;
  return { now, minute: begun(minute), hours: begun(hours), days: begun(days) };
}

type Asked = Moment & { readonly organizationId: number };

/**
 * For prepared queries: how many of each kind and status have run out of time, to be added up. For pending members that is
 * their link's time, for active guests their access. It reads a row for each ten days in which something ended, for each two
 * hours since the last of those, for each minute since then, and the members of this minute: the same at any size.
 */
export function endedParts(db: ReadableDb, given: Asked) {
  const spans = (span: number, until: number) =>
    db
      .selectFrom('user_end')
      .select(['kind', 'status', 'n'])
      .where('organization_id', '=', given.organizationId)
      .where('span', '=', span)
      .where('begins_at', '<', until);
  return spans(days, given.days)
    .unionAll(spans(hours, given.hours).where('begins_at', '>=', given.days))
    .unionAll(spans(minute, given.minute).where('begins_at', '>=', given.hours))
    .unionAll(links(db, given))
    .unionAll(accesses(db, given))
    .as('ended');
}

/** How many of each kind and status have run out of time. */
export const countEnded = (db: ReadableDb, organizationId: number, now: number) =>
  ended(db, { organizationId, ...momentOf(now) });

const ended = prepared((db, given: Readonly<Record<keyof Asked, number>>) =>
  db
    .selectFrom(endedParts(db, given))
    .select((e) => ['kind', 'status', e.fn.sum<number>('n').as('n')] as const)
    .groupBy(['kind', 'status']),
);

/** One by one. */
const links = (db: ReadableDb, { organizationId, minute, now }: Asked) =>
  membersAlong(db, 'membership_by_link')
    .select((e) => ['membership.kind', 'membership.status', e.lit(1).as('n')] as const)
    .where('membership.organization_id', '=', organizationId)
    .where('membership.status', '=', 'pending')
    .where('membership.link_ends_at', '>=', minute)
    .where('membership.link_ends_at', '<=', now);

const accesses = (db: ReadableDb, { organizationId, minute, now }: Asked) =>
  membersAlong(db, 'membership_by_end')
    .select((e) => ['membership.kind', 'membership.status', e.lit(1).as('n')] as const)
    .where(guestsAlone())
    .where('membership.organization_id', '=', organizationId)
    .where('membership.status', '=', 'active')
    .where('membership.access_ends_at', 'is not', null)
    .where('membership.access_ends_at', '>=', minute)
    .where('membership.access_ends_at', '<=', now);
