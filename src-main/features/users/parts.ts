import type { UserFilter } from '#contract/user-filter.ts';
import { type MemberKind, memberKinds, type UserStatus, userStatuses } from '#contract/vocabulary/user-filter.ts';
import type { UserSort } from '#contract/vocabulary/users.ts';
import type { MemberIndex } from '../../database/members.ts';
import type { Counters } from './counts.ts';
import type { Cursor } from './cursor.ts';
import { byEndAlone } from './guest-states.ts';
import { idsOf, relations } from './matching.ts';
import { inStore, type Stored } from './statuses.ts';

/** The column behind each sort. By status, the list has one part per status, each by name. */
export const columns = {
  name: 'sort_key',
  email: 'email_key',
  changed: 'changed_at',
  status: 'sort_key',
  expiry: 'access_ends_at',
  timeLeft: 'link_ends_at',
} as const;
const indexes = {
  name: 'membership_by_name',
  email: 'membership_by_email',
  changed: 'membership_by_change',
  status: 'membership_by_status',
  expiry: 'membership_by_end',
  timeLeft: 'membership_by_link',
} as const satisfies Record<UserSort, MemberIndex>;

export interface Order {
  readonly sort: UserSort;
  readonly descending: boolean;
}

/** A list is one part, or several one after the other. */
export interface Part {
  readonly filter: UserFilter;
  /** The status of everybody in it, where the list is sorted by that. */
  readonly status?: UserStatus;
  /** Whether everybody in it has an end of access, where the list is sorted by that. */
  readonly ends?: boolean;
  readonly after: Cursor | undefined;
}

/** The parts of a list in their order, from the one that the cursor is in. */
export function partsOf(filter: UserFilter, { sort, descending }: Order, after: Cursor | undefined): Part[] {
  if (sort === 'expiry') return partsByEnd(filter, descending, after);
  if (sort !== 'status') return [{ filter, after }];
  const order = descending ? userStatuses.toReversed() : userStatuses;
  const begun = after?.status ? order.indexOf(after.status) : 0;
  return order
    .slice(begun)
    .filter((s) => filter.statuses.includes(s))
    .map((status) => ({
      filter: { ...filter, statuses: [status] },
      status,
      after: status === after?.status ? after : undefined,
    }));
}

function partsByEnd(filter: UserFilter, descending: boolean, after: Cursor | undefined): Part[] {
  const begunIn = after && after.key !== null;
  const order = descending ? [false, true] : [true, false];
  return order
    .slice(after ? order.indexOf(begunIn === true) : 0)
    .filter((ends) => (ends ? filter.kinds.includes('guest') : !byEndAlone(filter)))
    .map((ends) => ({ filter, ends, after: ends === begunIn ? after : undefined }));
}

/** The only kind in a list, if it is not users: it has its own order by name. */
export function kindAlone(kinds: readonly MemberKind[]): MemberKind | undefined {
  const [kind, ...more] = new Set(kinds);
  return kind !== 'user' && more.length === 0 ? kind : undefined;
}

export interface Walk {
  readonly index: MemberIndex;
  /** What the index is entered with. */
  readonly status?: Stored;
  readonly kind?: MemberKind;
  /** Whether the walk meets nobody of another status. */
  readonly whole: boolean;
}

/**
 * The walks along a part of a list, to be merged where there are several. People of one status are read by name from their
 * own index, and so are guests or inbox agents; those whose access has no end are read by id from one index, kind by kind.
 */
export function walksOf(sort: UserSort, { filter, ends }: Part, counters: Counters): Walk[] {
  if (ends === false)
    return [...new Set(filter.kinds)].map((kind) => ({ index: 'membership_without_end', kind, whole: false }));
  const { all, timed } = inStore(filter);
  const kind = sort === 'name' && kindAlone(filter.kinds);
  if (kind) return [{ index: 'membership_of_kind', kind, whole: false }];
  const [status, ...more] = all;
  const byName = sort === 'name' || sort === 'status';
  if (!byName) return [{ index: indexes[sort], whole: false }];
  const isOne = status !== undefined && more.length === 0;
  // a text or a team is checked in the index of names without reading the members, which makes up for many of another
  // status
  const isNarrowed = filter.search !== '' || relations.some((r) => idsOf(filter, r).length > 0);
  return isOne && !(isNarrowed && 20 * counters.of(memberKinds, [status]) > counters.all)
    ? [{ index: indexes.status, status, whole: timed.length === 0 }]
    : [{ index: indexes.name, whole: false }];
}
