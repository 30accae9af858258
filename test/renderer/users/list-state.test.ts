import { expect, test } from 'vitest';
import { userFilter } from '#contract/user-filter.ts';
import { viewQuery } from '#contract/views.ts';
import { presentStatuses } from '#contract/vocabulary/user-filter.ts';
import {
  addressOf,
  filterOf,
  isFiltered,
  type ListState,
  queryOf,
  readList,
  stateOf,
  wholeList,
  withoutFilters,
} from '../../../src-renderer/features/users/list-state.ts';

const users = { kinds: ['user', 'guest'], statuses: presentStatuses } as const;
const read = (search: string) => readList(new URLSearchParams(search));
const full: ListState = {
  tab: 'pending',
  statuses: [],
  kinds: ['guest'],
  roles: [1, 2],
  teams: [3],
  groups: [4],
  products: [5],
  lines: [6],
  guests: ['expiring', 'no-sponsor'],
  mail: ['failed', 'ending'],
  search: 'Jörg & co',
  sort: 'changed',
  descending: true,
  saved: 7,
};

test('an address holds all that a list shows, and reading it gives the same list', () => {
  const address = addressOf('/users', full);
  expect(address).toBe(
    '/users?saved=7&view=pending&kind=guest&guests=expiring,no-sponsor&mail=failed,ending&role=1,2&team=3&group=4&product=5&line=6&search=J%C3%B6rg+%26+co&sort=changed&desc=1',
  );
  expect(read(address.split('?')[1] ?? '')).toEqual(full);
});

test('the whole list has the bare address', () => {
  expect(addressOf('/users', wholeList)).toBe('/users');
  expect(read('')).toEqual(wholeList);
});

test('what makes no sense in an address is ignored', () => {
  expect(
    read(
      'view=owners&kind=cat,guest&guests=gone,expired&mail=lost,sent&role=0,x,-1,2,2,1e9&sort=age&desc=yes&saved=one',
    ),
  ).toEqual({
    ...wholeList,
    kinds: ['guest'],
    roles: [2],
    guests: ['expired'],
    mail: ['sent'],
  });
  expect(read(`role=${Array.from({ length: 300 }, (_, i) => i + 1)}`).roles).toHaveLength(200);
});

test('a status in the address wins over the tab', () => {
  expect(read('view=pending&status=removed')).toEqual({ ...wholeList, statuses: ['removed'] });
});

test('the filter holds whom the page is about, narrowed by tab and filters, in the form that the operations take', () => {
  expect(filterOf(users, wholeList)).toEqual(userFilter.parse({}));
  expect(filterOf(users, full)).toEqual({
    kinds: ['guest'],
    statuses: ['pending'],
    invited: false,
    roles: [1, 2],
    teams: [3],
    groups: [4],
    products: [5],
    lines: [6],
    guests: ['expiring', 'no-sponsor'],
    mail: ['failed', 'ending'],
    search: 'Jörg & co',
  });
  expect(filterOf({ kinds: ['guest'], statuses: ['pending', 'expired'] }, wholeList)).toEqual(
    userFilter.parse({ kinds: ['guest'], statuses: ['pending', 'expired'] }),
  );
  expect(filterOf({ kinds: ['guest'], statuses: ['expired'], invited: true }, wholeList).invited).toBe(true);
});

test('a saved view comes back as the list that it was saved from', () => {
  for (const state of [
    full,
    { ...wholeList, saved: 7 },
    { ...full, tab: 'all', statuses: ['removed', 'revoked'] },
  ] as const)
    expect(stateOf(users, 7, viewQuery.parse(queryOf(users, state)))).toEqual(state);
});

test('clearing the filters keeps the tab, the state of the mail and the order', () => {
  expect(withoutFilters(full)).toEqual({
    ...wholeList,
    tab: 'pending',
    mail: ['failed', 'ending'],
    sort: 'changed',
    descending: true,
  });
  expect(isFiltered(full)).toBe(true);
  expect(isFiltered(withoutFilters(full))).toBe(false);
});
