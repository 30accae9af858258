import { membersAmong, startingFrom } from '../../database/members.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { type Counters, countByStatus } from './counts.ts';
import { fewOfStatus, foundMembers, type Listed, linkedMembers, splitsPending, storedStatuses } from './few.ts';
import { idsOf, memberFits, relations } from './matching.ts';

const countedAtMost = 1000;

export interface Total {
  readonly total: number;
  /** True when the total was not counted to the end. */
  readonly totalIsLeast: boolean;
}

/** Counters know what kind and status alone decide; all else is counted, but not beyond a thousand. */
export async function countListed(
  db: ReadableDb,
  listed: Listed,
  counters: Counters,
  named: readonly number[] | undefined,
): Promise<Total> {
  const { organizationId, filter, now } = listed;
  const [relation] = relations.filter((r) => idsOf(filter, r).length > 0);
  if (!relation && !filter.search) {
    const counts = splitsPending(filter) && (await countByStatus(db, organizationId, filter.kinds, now));
    const total = counts
      ? [...new Set(filter.statuses)].reduce((n, status) => n + counts[status], 0)
      : counters.of(filter.kinds, storedStatuses(filter));
    return { total, totalIsLeast: false };
  }
  const few = named ?? (await fewOfStatus(db, listed, counters));
  const many = foundMembers(db, filter.search) ?? (relation && linkedMembers(db, relation, idsOf(filter, relation)));
  const rows = few
    ? membersAmong(db, few)
    : many
      ? startingFrom(db, many.as('candidate'))
      : db.selectFrom('membership');
  const { n } = await db
    .selectFrom(
      rows
        .select('membership.id')
        .where('membership.organization_id', '=', organizationId)
        .where((e) => memberFits(e, filter, now))
        .limit(countedAtMost + 1)
        .as('found'),
    )
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { total: Math.min(n, countedAtMost), totalIsLeast: n > countedAtMost };
}
