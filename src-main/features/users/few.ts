import type { UserFilter } from '#contract/user-filter.ts';
import { memberKinds } from '#contract/vocabulary/user-filter.ts';
import type { UserSort } from '#contract/vocabulary/users.ts';
import { membersAlong, otherThanUsers } from '../../database/members.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { searchCandidates } from '../../database/search.ts';
import type { Counters } from './counts.ts';
import { byEndAlone, endingGuests, guestsOfStates } from './guest-states.ts';
import type { Listed } from './listed.ts';
import { invitedOfGroups } from './mail-groups.ts';
import { idsOf, linkOf, type Relation, relations } from './matching.ts';
import { kindAlone } from './parts.ts';
import { inStore, stored, type Timed } from './statuses.ts';

/**
 * How many rows may be sorted for one page. With m of n members matching, evenly spread, walking the list's order finds a
 * page of fifty among 50·n/m of them; sorting the matches costs m: the two are equal at √(50·n).
 */
export const fewAtMost = (members: number): number => Math.floor(Math.sqrt(50 * members));

/** The members that a relation leads to, each once. */
export const linkedMembers = (db: ReadableDb, relation: Relation, ids: readonly number[]) => {
  const { table, column } = linkOf(relation);
  return db
    .selectFrom(`${table} as link`)
    .select('link.membership_id as id')
    .$if(ids.length > 1, (links) => links.distinct())
    .where(`link.${column}`, 'in', ids);
};

/** For a filter without users: the members of its kinds, in its statuses. */
export const membersOfKinds = (db: ReadableDb, { organizationId, filter }: Listed) =>
  db
    .selectFrom('membership')
    .select('membership.id')
    .where('membership.organization_id', '=', organizationId)
    .where(otherThanUsers())
    .where('membership.kind', 'in', filter.kinds)
    .where('membership.status', 'in', inStore(filter).all);

/** The members that the index of names and addresses leads to; undefined where the text is too short for it. */
export function foundMembers(db: ReadableDb, text: string) {
  const candidates = searchCandidates(text);
  return candidates && db.selectFrom(candidates.as('found')).select('found.id');
}

/**
 * The members that the rarest condition of a filter (a team, a text, a kind …) leads to, if they are few: every match is
 * among them.
 * @returns undefined when each of these is common
 */
export async function fewNamed(
  db: ReadableDb,
  listed: Listed,
  sort: UserSort,
  counters: Counters,
): Promise<number[] | undefined> {
  const { filter } = listed;
  let few: number[] | undefined;
  for (const parts of [
    ...relations.filter((r) => idsOf(filter, r).length > 0).map((r) => [linkedMembers(db, r, idsOf(filter, r))]),
    ...searched(db, filter.search),
    // the order by end is an index of such guests: a page is found there at once
    ...(filter.guests.length > 0 && !(sort === 'expiry' && byEndAlone(filter)) ? [guestsOfStates(db, listed)] : []),
    ...(filter.mail.length > 0 ? [invitedOfGroups(db, listed)] : []),
  ])
    few = (await gather(parts, few ? few.length - 1 : fewAtMost(counters.all))) ?? few;
  const most = few ? few.length - 1 : fewOfKinds(filter, sort, counters);
  return areOfKinds(filter, counters, most) ? gather([membersOfKinds(db, listed)], most) : few;
}

/** Guests or inbox agents by name have an index of their own, so fewer of them are worth sorting. */
function fewOfKinds(filter: UserFilter, sort: UserSort, counters: Counters): number {
  const kind = sort === 'name' && kindAlone(filter.kinds);
  return fewAtMost(kind ? counters.of([kind], stored) : counters.all);
}

/** Whether a filter is without users, and no more than `most` members have its kinds and statuses. */
export const areOfKinds = (filter: UserFilter, counters: Counters, most: number): boolean =>
  !filter.kinds.includes('user') && !byEndAlone(filter) && counters.of(filter.kinds, inStore(filter).all) <= most;

/** The members that the statuses of a filter lead to, if they are few. */
export async function fewOfStatus(
  db: ReadableDb,
  { organizationId, filter, now }: Listed,
  counters: Counters,
): Promise<number[] | undefined> {
  const most = fewAtMost(counters.all);
  const { whole, timed } = inStore(filter);
  // only a few of the active members have run out of time
  const mostlyShown = timed.filter((t) => t.status === 'active' && !t.ended && filter.kinds.includes('user'));
  const statuses = [...whole, ...mostlyShown.map((t) => t.status)];
  if (counters.of(memberKinds, statuses) > most) return undefined;
  const parts: Ids[] = [];
  if (statuses.length > 0)
    parts.push(
      db
        .selectFrom('membership')
        .select('id')
        .where('organization_id', '=', organizationId)
        .where('status', 'in', statuses),
    );
  for (const part of timed.filter((t) => !mostlyShown.includes(t)))
    parts.push(
      ...(part.status === 'pending'
        ? invitedUntil(db, organizationId, part, now)
        : withAccessUntil(db, organizationId, part, filter, now)),
    );
  return gather(parts, most);
}

/** Those whose link has run out, or those whose has not. */
function invitedUntil(db: ReadableDb, organizationId: number, { ended }: Timed, now: number): Ids[] {
  const open = () =>
    db
      .selectFrom('invitation')
      .select('membership_id as id')
      .where('organization_id', '=', organizationId)
      .where('state', '=', 'pending');
  return ended
    ? [open().where('expires_at', '<=', now)]
    : [open().where('expires_at', 'is', null), open().where('expires_at', '>', now)];
}

/** Guests whose access has ended, or everybody but users whose has not. */
function withAccessUntil(
  db: ReadableDb,
  organizationId: number,
  { ended }: Timed,
  { kinds }: UserFilter,
  now: number,
): Ids[] {
  const ending = endingGuests(db, organizationId);
  if (ended) return [ending.where('membership.access_ends_at', '<=', now)];
  const withoutEnd = membersAlong(db, 'membership_without_end')
    .select('membership.id')
    .where('membership.organization_id', '=', organizationId)
    .where('membership.kind', 'in', kinds)
    .where('membership.access_ends_at', 'is', null);
  return [ending.where('membership.access_ends_at', '>', now), withoutEnd];
}

interface Ids {
  limit(most: number): Ids;
  offset(n: number): Ids;
  execute(): Promise<{ id: number }[]>;
}

/** All that these queries name, or nothing when they are more than `most`. */
async function gather(parts: readonly Ids[], most: number): Promise<number[] | undefined> {
  const ids: number[] = [];
  for (const part of parts) {
    // counting some thousands in the index costs a fifth of fetching them
    const [more] = await part
      .limit(1)
      .offset(most - ids.length)
      .execute();
    if (more) return undefined;
    for (const { id } of await part.execute()) ids.push(id);
  }
  return [...new Set(ids)];
}

function searched(db: ReadableDb, text: string): Ids[][] {
  const found = foundMembers(db, text);
  return found ? [[found]] : [];
}
