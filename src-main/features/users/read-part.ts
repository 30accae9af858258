import type { SelectQueryBuilder } from 'kysely';
import type { MemberKind } from '#contract/vocabulary/user-filter.ts';
import { guestsAlone, membersAlong, membersAmong, otherThanUsers } from '../../database/members.ts';
import type { ReadableDb, Schema } from '../../database/schema.ts';
import { memberMatches, searchCandidates } from '../../database/search.ts';
import type { MembershipTable } from '../../database/tables/people.ts';
import type { Counters } from './counts.ts';
import type { Cursor } from './cursor.ts';
import { fewAtMost, fewOfStatus } from './few.ts';
import type { Listed } from './listed.ts';
import { memberFits } from './matching.ts';
import { columns, type Order, type Part, type Walk, walksOf } from './parts.ts';

type Members = SelectQueryBuilder<Schema, 'membership', object>;

/** What a list reads itself; roles, teams and so on come in one query each for the whole page. */
export interface ListedMember {
  readonly id: number;
  readonly person_id: number;
  readonly kind: MemberKind;
  readonly status: MembershipTable['status'];
  readonly name: string;
  readonly email: string;
  readonly sort_key: string;
  readonly email_key: string;
  readonly changed_at: number;
  readonly access_ends_at: number | null;
  readonly link_ends_at: number;
}

const memberColumns = [
  'membership.id',
  'membership.person_id',
  'membership.kind',
  'membership.status',
  'membership.name',
  'membership.sort_key',
  'membership.email_key',
  'membership.changed_at',
  'membership.access_ends_at',
  'membership.link_ends_at',
] as const;
export const listedColumns = [...memberColumns, 'person.email'] as const;

interface Means extends Order {
  readonly counters: Counters;
  readonly few: readonly number[] | undefined;
  readonly wanted: number;
}

/** As many members of a part of a list as are wanted, in its order. */
export async function listPart(db: ReadableDb, listed: Listed, part: Part, means: Means): Promise<ListedMember[]> {
  const walks = walksOf(means.sort, part, means.counters);
  const few = means.few ?? (walks.some((w) => w.whole) ? undefined : await fewOfStatus(db, listed, means.counters));
  if (few) return readPart(db, membersAmong(db, few), listed, part, means);
  const found: ListedMember[][] = [];
  for (const walk of walks) found.push(await walkPart(db, walk, listed, part, means));
  return found.length > 1 ? merged(found, means) : (found[0] ?? []);
}

/**
 * Finds the members of a part along an index. Where that does not hold what a search looks at, each member has to be read;
 * if no matches come soon they may all be far away, so after the first entries only members that the text index names are
 * read, and those are gathered once.
 */
async function walkPart(db: ReadableDb, walk: Walk, listed: Listed, part: Part, means: Means): Promise<ListedMember[]> {
  const rows = along(db, walk);
  const { search } = listed.filter;
  const holdsText = walk.index === 'membership_by_name' || walk.index === 'membership_of_kind';
  if (holdsText || part.ends === false || searchCandidates(search) === undefined)
    return readPart(db, rows, listed, part, means);
  const edge = await edgeOf(rows, listed, part, means);
  const near = await readPart(db, edge ? upTo(rows, edge, means) : rows, listed, part, means);
  const wanted = means.wanted - near.length;
  if (!edge || wanted === 0) return near;
  const matching = rows.where((e) => memberMatches(e, search));
  return [...near, ...(await readPart(db, matching, listed, { ...part, after: edge }, { ...means, wanted }))];
}

/** How many entries of an index come before that: searches with common matches are done by then, and little time is lost. */
const entriesAtFirst = ({ counters }: Means): number => Math.ceil(fewAtMost(counters.all) / 4);

function along(db: ReadableDb, { index, status, kind }: Walk): Members {
  let rows = membersAlong(db, index);
  if (status) rows = rows.where('membership.status', '=', status);
  if (kind) rows = rows.where('membership.kind', '=', kind);
  return index === 'membership_of_kind' ? rows.where(otherThanUsers()) : rows;
}

const keyOf = (sort: Order['sort']) => `membership.${columns[sort]}` as const;

/** Where the first entries of a walk end; undefined when there are no more. */
async function edgeOf(rows: Members, listed: Listed, part: Part, means: Means): Promise<Cursor | undefined> {
  const edge = inOrder(rows, listed, part, means).select([`${keyOf(means.sort)} as key`, 'membership.id']);
  return edge.limit(1).offset(entriesAtFirst(means)).executeTakeFirst();
}

const upTo = (rows: Members, { key, id }: Cursor, { sort, descending }: Order): Members =>
  rows.where((e) => e(e.refTuple(keyOf(sort), 'membership.id'), descending ? '>=' : '<=', e.tuple(key as string, id)));

/** Members of a part of a list in its order, from where the page begins. */
function inOrder(rows: Members, listed: Listed, { after, ends }: Part, { sort, descending }: Order): Members {
  const direction = descending ? 'desc' : 'asc';
  const beyond = descending ? '<' : '>';
  const members = rows.where('membership.organization_id', '=', listed.organizationId);
  if (ends === false) {
    const rest = members.where('membership.access_ends_at', 'is', null).orderBy('membership.id', direction);
    return after ? rest.where('membership.id', beyond, after.id) : rest;
  }
  const ordered = members
    .$if(ends === true, (r) => r.where(guestsAlone()).where('membership.access_ends_at', 'is not', null))
    .orderBy(keyOf(sort), direction)
    .orderBy('membership.id', direction);
  if (!after) return ordered;
  return ordered.where((e) =>
    e(e.refTuple(keyOf(sort), 'membership.id'), beyond, e.tuple(after.key as string, after.id)),
  );
}

/** Addresses are looked up for the page only, not for all who are sorted to find it. */
function readPart(db: ReadableDb, rows: Members, listed: Listed, part: Part, means: Means): Promise<ListedMember[]> {
  const direction = means.descending ? 'desc' : 'asc';
  const page = inOrder(rows, listed, part, means)
    .select(memberColumns)
    .where((e) => memberFits(e, listed))
    .limit(means.wanted);
  return db
    .selectFrom(page.as('membership'))
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(listedColumns)
    .$if(part.ends !== false, (r) => r.orderBy(keyOf(means.sort), direction))
    .orderBy('membership.id', direction)
    .execute();
}

/** Merges what several walks by id found, as if it had been one walk. */
const merged = (found: readonly ListedMember[][], { descending, wanted }: Means): ListedMember[] =>
  found
    .flat()
    .sort((a, b) => (descending ? b.id - a.id : a.id - b.id))
    .slice(0, wanted);
