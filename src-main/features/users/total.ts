import type { SelectQueryBuilder } from 'kysely';
import { membersAmong, startingFrom } from '../../database/members.ts';
import type { ReadableDb, Schema } from '../../database/schema.ts';
import { type Counters, countStatuses } from './counts.ts';
import { fewOfStatus, foundMembers, linkedMembers } from './few.ts';
import { guestsOfStates } from './guest-states.ts';
import type { Listed } from './listed.ts';
import { invitedOfGroups } from './mail-groups.ts';
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
  if (!relation && !filter.search && filter.guests.length === 0 && filter.mail.length === 0)
    return { total: await countStatuses(db, organizationId, filter, counters, now), totalIsLeast: false };
  const few = named ?? (await fewOfStatus(db, listed, counters));
  const many =
    foundMembers(db, filter.search) ??
    (relation
      ? linkedMembers(db, relation, idsOf(filter, relation))
      : oneOfAll(filter.mail.length > 0 ? invitedOfGroups(db, listed) : guestsOfStates(db, listed)));
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
        .where((e) => memberFits(e, listed))
        .limit(countedAtMost + 1)
        .as('found'),
    )
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { total: Math.min(n, countedAtMost), totalIsLeast: n > countedAtMost };
}

/** What several queries find, each once. */
function oneOfAll(queries: readonly SelectQueryBuilder<Schema, never, { id: number }>[]) {
  const [first, ...others] = queries;
  return first && others.reduce((all, one) => all.union(one), first);
}
