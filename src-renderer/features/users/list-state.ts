import type { UserFilter } from '#contract/user-filter.ts';
import type { ViewQuery } from '#contract/views.ts';
import {
  type GuestState,
  guestStates,
  type MailGroup,
  type MemberKind,
  mailGroups,
  memberKinds,
  presentStatuses,
  type UserStatus,
  userStatuses,
} from '#contract/vocabulary/user-filter.ts';
import { type UserSort, userSorts } from '#contract/vocabulary/users.ts';

/** What people belong to: each is a filter with its ids in the address. */
export const belongings = ['roles', 'teams', 'groups', 'products', 'lines'] as const;
export type Belonging = (typeof belongings)[number];

export const tabs = ['all', ...presentStatuses] as const;
export type Tab = (typeof tabs)[number];

/** Who a list with a page of its own is about. */
export interface Scope {
  readonly kinds: readonly MemberKind[];
  readonly statuses: readonly UserStatus[];
  /** It is about unaccepted invitations, and so excludes guests whose access has ended. */
  readonly invited?: boolean;
}

/** What a list shows, and how: all of it is in the page's address. */
export interface ListState extends Readonly<Record<Belonging, readonly number[]>> {
  readonly tab: Tab;
  /** Chosen in the filter; none: those of the tab. */
  readonly statuses: readonly UserStatus[];
  readonly kinds: readonly MemberKind[];
  /** Only guests in one of these states; none: no such limit. */
  readonly guests: readonly GuestState[];
  /** Only pending people whose mail is in one of these groups; none: whatever happened to the mail. */
  readonly mail: readonly MailGroup[];
  readonly search: string;
  readonly sort: UserSort;
  readonly descending: boolean;
  /** The saved view that this came from. */
  readonly saved: number | null;
}

export const wholeList: ListState = {
  tab: 'all',
  statuses: [],
  kinds: [],
  roles: [],
  teams: [],
  groups: [],
  products: [],
  lines: [],
  guests: [],
  mail: [],
  search: '',
  sort: 'name',
  descending: false,
  saved: null,
};

/** Parameter names in the address: `/users?team=3&role=1,2`. */
const parameters: Readonly<Record<Belonging, string>> = {
  roles: 'role',
  teams: 'team',
  groups: 'group',
  products: 'product',
  lines: 'line',
};

const oneOf = <T extends string>(known: readonly T[], text: string | null): T | undefined =>
  known.find((value) => value === text);
const several = <T extends string>(known: readonly T[], text: string | null): readonly T[] => {
  const asked = text?.split(',') ?? [];
  return known.filter((value) => asked.includes(value));
};
const idIn = (text: string | null): number | null =>
  text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
/** The most that a filter can hold. */
const most = 200;
const idsIn = (text: string | null): readonly number[] =>
  [...new Set((text ?? '').split(',').flatMap((part) => idIn(part) ?? []))].slice(0, most);

/** Reads an address, wherever it came from: parts that make no sense are ignored. */
export function readList(query: URLSearchParams): ListState {
  const statuses = several(userStatuses, query.get('status'));
  return {
    tab: statuses.length > 0 ? 'all' : (oneOf(tabs, query.get('view')) ?? 'all'),
    statuses,
    kinds: several(memberKinds, query.get('kind')),
    guests: several(guestStates, query.get('guests')),
    mail: several(mailGroups, query.get('mail')),
    roles: idsIn(query.get(parameters.roles)),
    teams: idsIn(query.get(parameters.teams)),
    groups: idsIn(query.get(parameters.groups)),
    products: idsIn(query.get(parameters.products)),
    lines: idsIn(query.get(parameters.lines)),
    search: (query.get('search') ?? '').slice(0, 200),
    sort: oneOf(userSorts, query.get('sort')) ?? 'name',
    descending: query.get('desc') === '1',
    saved: idIn(query.get('saved')),
  };
}

/** The address of a list; defaults are left out. */
export function addressOf(path: string, state: ListState): string {
  const query = new URLSearchParams();
  if (state.saved !== null) query.set('saved', String(state.saved));
  if (state.tab !== 'all') query.set('view', state.tab);
  if (state.statuses.length > 0) query.set('status', state.statuses.join(','));
  if (state.kinds.length > 0) query.set('kind', state.kinds.join(','));
  if (state.guests.length > 0) query.set('guests', state.guests.join(','));
  if (state.mail.length > 0) query.set('mail', state.mail.join(','));
  for (const what of belongings) if (state[what].length > 0) query.set(parameters[what], state[what].join(','));
  if (state.search) query.set('search', state.search);
  if (state.sort !== 'name') query.set('sort', state.sort);
  if (state.descending) query.set('desc', '1');
  // commas need no escaping in a query, and the address stays readable
  const text = query.toString().replaceAll('%2C', ',');
  return text ? `${path}?${text}` : path;
}

/** Who a list shows, as the operations take it. */
export function filterOf(scope: Scope, state: ListState): UserFilter {
  const tab = state.tab === 'all' ? scope.statuses : [state.tab];
  return {
    kinds: [...(state.kinds.length > 0 ? state.kinds : scope.kinds)],
    statuses: [...(state.statuses.length > 0 ? state.statuses : tab)],
    invited: scope.invited ?? false,
    roles: [...state.roles],
    teams: [...state.teams],
    groups: [...state.groups],
    products: [...state.products],
    lines: [...state.lines],
    guests: [...state.guests],
    mail: [...state.mail],
    search: state.search.trim(),
  };
}

/** Whether a filter or the search is set; a tab does not count, be it a status or a state of the mail. */
export const isFiltered = (state: ListState): boolean =>
  state.search !== '' ||
  [state.statuses, state.kinds, state.guests, ...belongings.map((w) => state[w])].some((f) => f.length > 0);

export const withoutFilters = (state: ListState): ListState => ({
  ...wholeList,
  tab: state.tab,
  mail: state.mail,
  sort: state.sort,
  descending: state.descending,
});

export const queryOf = (scope: Scope, state: ListState): ViewQuery => ({
  filter: filterOf(scope, state),
  sort: state.sort,
  descending: state.descending,
});

const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((value) => other.includes(value));

/** What a saved view shows: the inverse of `queryOf`. */
export function stateOf(scope: Scope, saved: number, { filter, sort, descending }: ViewQuery): ListState {
  const [only, ...others] = filter.statuses;
  const tab = others.length === 0 ? oneOf(presentStatuses, only ?? null) : undefined;
  return {
    tab: tab ?? 'all',
    statuses: tab || same(filter.statuses, scope.statuses) ? [] : filter.statuses,
    kinds: same(filter.kinds, scope.kinds) ? [] : filter.kinds,
    guests: filter.guests,
    mail: filter.mail,
    roles: filter.roles,
    teams: filter.teams,
    groups: filter.groups,
    products: filter.products,
    lines: filter.lines,
    search: filter.search,
    sort,
    descending,
    saved,
  };
}
