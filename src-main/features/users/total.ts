import type { SelectQueryBuilder } from 'kysely';
import { membersAlong, membersAmong, otherThanUsers, startingFrom } from '../../database/members.ts';
import type { ReadableDb, Schema } from '../../database/schema.ts';
import { areNear, type Met } from './count-near.ts';
import { type Counters, countStatuses } from './counts.ts';
import { areOfKinds, fewAtMost, fewOfStatus, foundMembers, linkedMembers } from './few.ts';
import { byEndAlone, endingGuests, guestsOfStates } from './guest-states.ts';
import type { Listed } from './listed.ts';
import { invitedOfGroups } from './mail-groups.ts';
import { idsOf, memberFits, relations } from './matching.ts';

const countedAtMost = 1000;

export interface Total {
  readonly total: number;
  /** Whether the count stopped early: then the total is a minimum. */
  readonly totalIsLeast: boolean;
}

/** What kind and status alone decide comes from counters; all else is counted, but not beyond a thousand. */
export async function countListed(
  db: ReadableDb,
  listed: Listed,
  counters: Counters,
  named: readonly number[] | undefined,
  met: Met | undefined,
): Promise<Total> {
  const { organizationId, filter, now } = listed;
  const related = relations.some((r) => idsOf(filter, r).length > 0);
  if (!related && !filter.search && filter.guests.length === 0 && filter.mail.length === 0)
    return { total: await countStatuses(db, organizationId, filter, counters, now), totalIsLeast: false };
  if (filter.search && !named && met && (await areNear(db, listed, met, countedAtMost)))
    return { total: countedAtMost, totalIsLeast: true };
  const { rows, asked } = await rowsToCount(db, listed, counters, named);
  const { n } = await db
    .selectFrom(
      rows
        .select('membership.id')
        .where('membership.organization_id', '=', organizationId)
        .where((e) => memberFits(e, asked))
        .limit(countedAtMost + 1)
        .as('found'),
    )
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { total: Math.min(n, countedAtMost), totalIsLeast: n > countedAtMost };
}

interface ToCount {
  readonly rows: ReturnType<typeof membersAmong>;
  /** What still has to be checked for each of them. */
  readonly asked: Listed;
}

/** Members who include everybody that a filter shows, from its narrowest condition. */
async function rowsToCount(
  db: ReadableDb,
  listed: Listed,
  counters: Counters,
  named: readonly number[] | undefined,
): Promise<ToCount> {
  const { organizationId, filter } = listed;
  if (!named && byEndAlone(filter)) return { rows: endingGuests(db, organizationId).clearSelect(), asked: listed };
  if (!named && areOfKinds(filter, counters, fewAtMost(counters.all))) {
    const rows = membersAlong(db, 'membership_of_kind').where(otherThanUsers());
    return { rows: rows.where('membership.kind', 'in', filter.kinds), asked: listed };
  }
  const few = named ?? (await fewOfStatus(db, listed, counters));
  if (few) return { rows: membersAmong(db, few), asked: listed };
  const related = relations.filter((r) => idsOf(filter, r).length > 0);
  const found = foundMembers(db, filter.search);
  const [first, ...others] = related.map((r) => linkedMembers(db, r, idsOf(filter, r)));
  const many =
    found ?? first ?? oneOfAll(filter.mail.length > 0 ? invitedOfGroups(db, listed) : guestsOfStates(db, listed));
  if (!many) return { rows: db.selectFrom('membership'), asked: listed };
  // their ids decide what else they are linked to; a limit keeps SQLite from reading each member before that
  const links = found && first ? [first, ...others] : others;
  const candidates = db
    .selectFrom(many.as('some'))
    .select('some.id')
    .where((e) => e.and(links.map((one) => e.exists(one.whereRef('link.membership_id', '=', e.ref('some.id'))))))
    .limit(-1);
  const nothing = Object.fromEntries(related.map((r) => [`${r}s`, []]));
  return {
    rows: startingFrom(db, candidates.as('candidate')),
    asked: { ...listed, filter: { ...filter, ...nothing } },
  };
}

/** What several queries find, each once. */
function oneOfAll(queries: readonly SelectQueryBuilder<Schema, never, { id: number }>[]) {
  const [first, ...others] = queries;
  return first && others.reduce((all, one) => all.union(one), first);
}
