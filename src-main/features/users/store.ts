import type { ParsedOf } from '#contract/index.ts';
import { type MemberKind, type UserFilter, type UserSort, type UserStatus, userStatuses } from '#contract/users.ts';
import { type MemberIndex, membersAlong, membersAmong } from '../../database/members.ts';
import type { MembershipTable, ReadableDb } from '../../database/schema.ts';
import { type Counters, loadCounters } from './counts.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import { fewNamed, fewOfStatus, splitsPending, storedStatuses } from './few.ts';
import { memberFits } from './matching.ts';
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
}

export const listedColumns = [
  'membership.id',
  'membership.person_id',
  'membership.kind',
  'membership.status',
  'membership.name',
  'membership.sort_key',
  'membership.email_key',
  'membership.changed_at',
  'person.email',
] as const;

/** The column that each sort goes by. By status the list is one part per status, each by name. */
const columns = { name: 'sort_key', email: 'email_key', changed: 'changed_at', status: 'sort_key' } as const;
const indexes = {
  name: 'membership_by_name',
  email: 'membership_by_email',
  changed: 'membership_by_change',
  status: 'membership_by_status',
} as const satisfies Record<UserSort, MemberIndex>;

export interface ListedPage extends Total {
  readonly members: readonly ListedMember[];
  readonly next: string | null;
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
  const listed = { organizationId, filter: query, now };
  const few = await fewNamed(db, listed, counters);
  const found: { member: ListedMember; status: UserStatus | undefined }[] = [];
  for (const part of partsOf(query, after)) {
    const wanted = limit + 1 - found.length;
    if (wanted === 0) break;
    const members = await listPart(db, query, part, { counters, few, now, wanted });
    found.push(...members.map((member) => ({ member, status: part.status })));
  }
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    members: found.slice(0, limit).map((f) => f.member),
    next: last ? writeCursor(sort, { status: last.status, key: last.member[columns[sort]], id: last.member.id }) : null,
    ...(after || last ? await countListed(db, listed, counters, few) : { total: found.length, totalIsLeast: false }),
  };
}

interface Part {
  readonly filter: UserFilter;
  /** The status that all of it have, where the list is sorted by that. */
  readonly status?: UserStatus;
  readonly after: Cursor | undefined;
}

/** The parts of a list one behind the other, from the one that the cursor is in. */
function partsOf(query: Query, after: Cursor | undefined): Part[] {
  if (query.sort !== 'status') return [{ filter: query, after }];
  const order = query.descending ? userStatuses.toReversed() : userStatuses;
  const begun = after?.status ? order.indexOf(after.status) : 0;
  return order
    .slice(begun)
    .filter((s) => query.statuses.includes(s))
    .map((status) => ({
      filter: { ...query, statuses: [status] },
      status,
      after: status === after?.status ? after : undefined,
    }));
}

interface Means {
  readonly counters: Counters;
  readonly few: readonly number[] | undefined;
  readonly now: number;
  readonly wanted: number;
}

async function listPart(db: ReadableDb, query: Query, part: Part, means: Means): Promise<ListedMember[]> {
  const { organizationId, sort, descending } = query;
  const { filter, after } = part;
  const listed = { organizationId, filter, now: means.now };
  const walk = walkOf(sort, filter);
  const few = means.few ?? (walk.whole ? undefined : await fewOfStatus(db, listed, means.counters));
  let rows = (few ? membersAmong(db, few) : membersAlong(db, walk.index))
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(listedColumns)
    .where('membership.organization_id', '=', organizationId)
    .where((e) => memberFits(e, filter, means.now));
  if (walk.status) rows = rows.where('membership.status', '=', walk.status);
  const key = `membership.${columns[sort]}` as const;
  if (after)
    rows = rows.where((e) =>
      e(e.refTuple(key, 'membership.id'), descending ? '<' : '>', e.tuple(after.key as string, after.id)),
    );
  const direction = descending ? 'desc' : 'asc';
  return rows.orderBy(key, direction).orderBy('membership.id', direction).limit(means.wanted).execute();
}

interface Walk {
  readonly index: MemberIndex;
  /** What the index is entered with. */
  readonly status?: MembershipTable['status'];
  /** The walk meets nobody of another status. */
  readonly whole: boolean;
}

/** People of one status are read by name from an index of their own. */
function walkOf(sort: UserSort, filter: UserFilter): Walk {
  const [status, ...more] = storedStatuses(filter);
  const byStatus = (sort === 'name' || sort === 'status') && status && more.length === 0;
  return byStatus
    ? { index: indexes.status, status, whole: !splitsPending(filter) }
    : { index: indexes[sort], whole: false };
}
