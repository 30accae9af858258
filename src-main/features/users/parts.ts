import { type MemberKind, type UserFilter, type UserSort, type UserStatus, userStatuses } from '#contract/users.ts';
import type { MemberIndex } from '../../database/members.ts';
import type { Cursor } from './cursor.ts';
import { inStore, type Stored } from './statuses.ts';

/** The column that each sort goes by. By status the list is one part per status, each by name. */
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

/** A list is one part, or several one behind the other. */
export interface Part {
  readonly filter: UserFilter;
  /** The status that all of it have, where the list is sorted by that. */
  readonly status?: UserStatus;
  /** Whether the access of all of it has an end, where the list is sorted by that. */
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
  const endsOnly = filter.guests.length > 0 && !filter.guests.includes('no-sponsor');
  return order
    .slice(after ? order.indexOf(begunIn === true) : 0)
    .filter((ends) => (ends ? filter.kinds.includes('guest') : !endsOnly))
    .map((ends) => ({ filter, ends, after: ends === begunIn ? after : undefined }));
}

export interface Walk {
  readonly index: MemberIndex;
  /** What the index is entered with. */
  readonly status?: Stored;
  readonly kind?: MemberKind;
  /** The walk meets nobody of another status. */
  readonly whole: boolean;
}

/**
 * The walks that lead along a part of a list, to be merged where they are several. People of one status are read by name
 * from an index of their own, and those whose access has no end by id from one for each kind.
 */
export function walksOf(sort: UserSort, { filter, ends }: Part): Walk[] {
  if (ends === false)
    return [...new Set(filter.kinds)].map((kind) => ({ index: 'membership_without_end', kind, whole: false }));
  const { all, timed } = inStore(filter);
  const [status, ...more] = all;
  const byStatus = (sort === 'name' || sort === 'status') && status && more.length === 0;
  return byStatus
    ? [{ index: indexes.status, status, whole: timed.length === 0 }]
    : [{ index: indexes[sort], whole: false }];
}
