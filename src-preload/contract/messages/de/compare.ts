import type { MemberKind, UserStatus } from '../../vocabulary/user-filter.ts';
import { count } from './common.ts';
import { list, number } from './format.ts';
import { users } from './users.ts';

const kinds: Readonly<Record<MemberKind, string>> = {
  user: 'Benutzer',
  guest: 'Gäste',
  'inbox-agent': 'Posteingangsagenten',
};
/** After “mit”. */
const withKinds: Readonly<Record<MemberKind, string>> = {
  user: 'Benutzern',
  guest: 'Gästen',
  'inbox-agent': 'Posteingangsagenten',
};
const people = (n: number) => count(n, 'Person', 'Personen');

/** A list, from the personnel department say, beside who is in the organization. */
export const compare = {
  title: 'Mit einer Liste vergleichen',
  steps: { file: 'Datei', columns: 'Spalten', result: 'Ergebnis' },
  here: { kinds: 'Vergleichen mit', kind: kinds, statuses: 'Mit Status' },
  nobodyHere: 'Wählen Sie mindestens eine Art von Personen und einen Status.',
  compare: 'Vergleichen',
  comparing: (rows: number) => `${count(rows, 'Zeile wird', 'Zeilen werden')} verglichen`,
  comparedWith: (of: readonly MemberKind[], are: readonly UserStatus[]) => {
    const whom = list(of.map((kind) => withKinds[kind]));
    const how = list(
      are.map((status) => users.statuses[status].toLowerCase()),
      'disjunction',
    );
    return `Verglichen mit ${whom}, die ${how} sind. Es wurde nichts geändert.`;
  },
  change: 'Ändern',
  tabsLabel: 'Was der Vergleich ergeben hat',
  tabs: { missing: 'Fehlt hier', surplus: 'Nicht auf der Liste', both: 'In beiden', unreadable: 'Nicht lesbar' },
  quiet: {
    missing: 'Alle auf der Liste sind hier.',
    surplus: 'Alle, die hier sind, stehen auf der Liste.',
    both: 'Niemand ist in beiden.',
    unreadable: 'Jede Zeile konnte gelesen werden.',
  },
  emptyCell: '(leer)',
  row: (line: number) => `Zeile ${number(line)}`,
  invite: (n: number) => `${people(n)} einladen`,
  select: (n: number) => `${people(n)} unter Benutzer auswählen`,
  selectFirst: (n: number) => `Die ersten ${people(n)} unter Benutzer auswählen`,
  save: 'Ergebnisdatei speichern',
  fileName: (day: string) => `vergleich-${day}.csv`,
  titles: { result: 'Ergebnis', row: 'Zeile', email: 'E-Mail', name: 'Name', reason: 'Grund' },
  other: 'Andere Datei',
} as const;
