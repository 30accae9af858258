import type { MemberKind, UserStatus } from '../../vocabulary/user-filter.ts';
import { count } from './common.ts';
import { list, number } from './format.ts';
import { users } from './users.ts';

const kinds: Readonly<Record<MemberKind, string>> = { user: 'Users', guest: 'Guests', 'inbox-agent': 'Inbox agents' };
const people = (n: number) => count(n, 'person', 'people');
const listed = (names: readonly string[], type: 'conjunction' | 'disjunction') =>
  list(
    names.map((name) => name.toLowerCase()),
    type,
  );

/** A list, from the personnel department say, beside who is in the organization. */
export const compare = {
  title: 'Compare with a list',
  steps: { file: 'File', columns: 'Columns', result: 'Result' },
  here: { kinds: 'Compare with', kind: kinds, statuses: 'Who are' },
  nobodyHere: 'Choose at least one kind of people and one status.',
  compare: 'Compare',
  comparing: (rows: number) => `Comparing ${count(rows, 'row', 'rows')}`,
  comparedWith: (of: readonly MemberKind[], are: readonly UserStatus[]) => {
    const whom = listed(
      of.map((kind) => kinds[kind]),
      'conjunction',
    );
    const how = listed(
      are.map((status) => users.statuses[status]),
      'disjunction',
    );
    return `Compared with ${whom} who are ${how}. Nothing was changed.`;
  },
  change: 'Change',
  tabsLabel: 'What the comparison found',
  tabs: { missing: 'Missing here', surplus: 'Not on the list', both: 'On both', unreadable: 'Could not be read' },
  quiet: {
    missing: 'Everybody on the list is here.',
    surplus: 'Everybody who is here is on the list.',
    both: 'Nobody is on both.',
    unreadable: 'Every row could be read.',
  },
  emptyCell: '(empty)',
  row: (line: number) => `Row ${number(line)}`,
  invite: (n: number) => `Invite ${people(n)}`,
  select: (n: number) => `Select ${people(n)} in Users`,
  selectFirst: (n: number) => `Select the first ${people(n)} in Users`,
  save: 'Save result file',
  fileName: (day: string) => `comparison-${day}.csv`,
  titles: { result: 'Result', row: 'Row', email: 'E-mail', name: 'Name', reason: 'Reason' },
  other: 'Another file',
} as const;
