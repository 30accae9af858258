import type { ParsedOf } from '#contract/index.ts';
import type { MemberKind, UserStatus } from '#contract/users.ts';
import { guestsAlone, membersAlong, membersAmong, otherThanUsers } from '../../database/members.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { MembershipTable } from '../../database/tables/people.ts';
import { type Counters, loadCounters, nextAccessEnd } from './counts.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { earliest } from './earliest.ts';
import { fewNamed, fewOfStatus } from './few.ts';
import { nextEnding, nextUnanswered } from './link-times.ts';
import { type Listed, listedBy } from './listed.ts';
import { memberFits } from './matching.ts';
import { columns, type Order, type Part, partsOf, walksOf } from './parts.ts';
import { inStore } from './statuses.ts';
import { countListed, type Total } from './total.ts';

type Query = ParsedOf<'users.list'>;

/** What a list shows by itself; roles, teams and the like come in one query each for the whole page. */
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

export interface ListedPage extends Total {
  readonly members: readonly ListedMember[];
  readonly next: string | null;
  /** When time alone may bring somebody into the list, or take them out of it. */
  readonly turnsAt: number | null;
}

/**
 * One page, found by key: it costs the same wherever it is. What a filter shows is either few, and sorted, or many, and
 * met soon on a walk along the list's order.
 * @throws GatehouseError `invalid-input` for a cursor that is none of this list
 */
export async function listMembers(db: ReadableDb, query: Query, now: number): Promise<ListedPage> {
  const { organizationId, sort, limit } = query;
  const after = query.after === undefined ? undefined : readCursor(sort, query.after);
  const counters = await loadCounters(db, organizationId);
  const listed = await listedBy(db, organizationId, query, now);
  const few = await fewNamed(db, listed, sort, counters);
  const found: { member: ListedMember; status: UserStatus | undefined }[] = [];
  for (const part of partsOf(listed.filter, query, after)) {
    const wanted = limit + 1 - found.length;
    if (wanted === 0) break;
    const members = await listPart(db, { ...listed, filter: part.filter }, part, { ...query, counters, few, wanted });
    found.push(...members.map((member) => ({ member, status: part.status })));
  }
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    members: found.slice(0, limit).map((f) => f.member),
    next: last ? writeCursor(sort, { status: last.status, key: last.member[columns[sort]], id: last.member.id }) : null,
    ...(after || last ? await countListed(db, listed, counters, few) : { total: found.length, totalIsLeast: false }),
    turnsAt: await nextTurn(db, listed),
  };
}

/** A guest whose access ends leaves a list of active people, or comes into one of those who are expired. */
async function nextTurn(db: ReadableDb, { organizationId, filter, now, notice }: Listed): Promise<number | null> {
  const byAccess = filter.guests.length > 0 || inStore(filter).timed.some(({ status }) => status === 'active');
  return earliest([
    byAccess ? await nextAccessEnd(db, organizationId, now) : null,
    filter.mail.includes('ending') ? await nextEnding(db, organizationId, now) : null,
    filter.mail.includes('unanswered') ? await nextUnanswered(db, organizationId, now) : null,
    notice?.movesAt ?? null,
  ]);
}

interface Means extends Order {
  readonly counters: Counters;
  readonly few: readonly number[] | undefined;
  readonly wanted: number;
}

async function listPart(db: ReadableDb, listed: Listed, part: Part, means: Means): Promise<ListedMember[]> {
  const walks = walksOf(means.sort, part, means.counters);
  const few = means.few ?? (walks.some((w) => w.whole) ? undefined : await fewOfStatus(db, listed, means.counters));
  if (few) return readPart(db, membersAmong(db, few), listed, part, means);
  const found: ListedMember[][] = [];
  for (const { index, status, kind } of walks) {
    let rows = membersAlong(db, index);
    if (status) rows = rows.where('membership.status', '=', status);
    if (kind) rows = rows.where('membership.kind', '=', kind);
    if (index === 'membership_of_kind') rows = rows.where(otherThanUsers());
    found.push(await readPart(db, rows, listed, part, means));
  }
  return found.length > 1 ? merged(found, means) : (found[0] ?? []);
}

/** The people's addresses are looked up for the page, and not for all who are sorted to find it. */
function readPart(
  db: ReadableDb,
  members: ReturnType<typeof membersAlong>,
  listed: Listed,
  { after, ends }: Part,
  { sort, descending, wanted }: Means,
): Promise<ListedMember[]> {
  const direction = descending ? 'desc' : 'asc';
  const beyond = descending ? '<' : '>';
  const rows = members
    .select(memberColumns)
    .where('membership.organization_id', '=', listed.organizationId)
    .where((e) => memberFits(e, listed))
    .limit(wanted);
  const key = `membership.${columns[sort]}` as const;
  const part =
    ends === false
      ? rows
          .where('membership.access_ends_at', 'is', null)
          .$if(after !== undefined, (r) => r.where('membership.id', beyond, after?.id ?? 0))
          .orderBy('membership.id', direction)
      : rows
          .$if(ends === true, (r) => r.where(guestsAlone()).where('membership.access_ends_at', 'is not', null))
          .$if(after !== undefined, (r) =>
            r.where((e) =>
              e(e.refTuple(key, 'membership.id'), beyond, e.tuple(after?.key as string, after?.id as number)),
            ),
          )
          .orderBy(key, direction)
          .orderBy('membership.id', direction);
  return db
    .selectFrom(part.as('membership'))
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(listedColumns)
    .$if(ends !== false, (r) => r.orderBy(key, direction))
    .orderBy('membership.id', direction)
    .execute();
}

/** What several walks by id met, as if it had been one. */
const merged = (found: readonly ListedMember[][], { descending, wanted }: Means): ListedMember[] =>
  found
    .flat()
    .sort((a, b) => (descending ? b.id - a.id : a.id - b.id))
    .slice(0, wanted);
