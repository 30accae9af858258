import type { Encoding, FileProblem, Separator } from '../../import.ts';
import type { ImportField } from '../../vocabulary/import.ts';
import { count } from './common.ts';
import { number } from './format.ts';

interface Facts {
  readonly limit?: number;
  readonly line?: number;
}

const megabytes = (bytes = 0) => `${number(Math.floor(bytes / 1024 / 1024))} MB`;
const inRow = (line: number | undefined) => (line === undefined ? '' : ` in Zeile ${number(line)}`);
const unchanged = 'Es wurde nichts geändert.';

/** Why a file cannot be used, and what helps. */
const problems: { readonly [P in FileProblem]: (facts: Facts) => string } = {
  'too-large': (f) =>
    `Eine Datei darf höchstens ${megabytes(f.limit)} haben. Speichern Sie nur die nötigen Spalten, oder in Teilen.`,
  'too-expanded': (f) =>
    `Diese Arbeitsmappe ist entpackt größer als ${megabytes(f.limit)}. Speichern Sie das eine Blatt als CSV.`,
  'too-many-rows': (f) =>
    `Eine Liste darf höchstens ${number(f.limit ?? 0)} Zeilen haben. Speichern Sie sie in Teilen.`,
  'too-many-columns': (f) =>
    `Eine Liste darf höchstens ${number(f.limit ?? 0)} Spalten haben, und es gibt mehr${inRow(f.line)}.`,
  'cell-too-long': (f) =>
    `Eine Zelle darf höchstens ${number(f.limit ?? 0)} Zeichen haben, und es gibt eine längere${inRow(f.line)}.`,
  'too-much-text': (f) =>
    `Die Zellen einer Liste dürfen zusammen höchstens ${number(f.limit ?? 0)} Zeichen haben. Speichern Sie sie in Teilen.`,
  empty: () => 'In dieser Datei oder in diesem Blatt gibt es keine Zeilen.',
  'not-a-table': () => 'Das ist keine Liste: Gatehouse liest CSV-, Text- und XLSX-Dateien.',
  'old-excel': () =>
    'Das ist eine Arbeitsmappe eines alten Excel oder eine mit Kennwort. Speichern Sie sie als XLSX ohne Kennwort.',
  locked: () => 'Diese Arbeitsmappe hat ein Kennwort. Speichern Sie sie ohne.',
  broken: () =>
    'Diese Arbeitsmappe ist beschädigt. Öffnen Sie sie in einer Tabellenkalkulation und speichern Sie sie noch einmal.',
  'no-such-sheet': () => 'Dieses Blatt gibt es in der Datei nicht.',
  'path-elsewhere': () => 'Nur die Kommandozeile kann eine Datei mit ihrem Pfad angeben.',
};

const fields: Readonly<Record<ImportField, string>> = {
  email: 'E-Mail',
  name: 'Anzeigename',
  first: 'Vorname',
  last: 'Nachname',
  roles: 'Rollen',
  teams: 'Teams',
  groups: 'Gruppen',
  products: 'Produkte',
};

const encodings: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

const separators: Readonly<Record<Separator, string>> = {
  ',': 'Kommas',
  ';': 'Semikolons',
  '\t': 'Tabulatoren',
  '|': 'senkrechte Striche',
};

export const imports = {
  title: 'Datei importieren',
  problem: (problem: FileProblem, facts: Facts) => `${problems[problem](facts)} ${unchanged}`,
  fields,
  steps: { file: 'Datei', columns: 'Spalten', check: 'Prüfung', result: 'Ergebnis' },
  file: {
    drop: 'Ziehen Sie eine CSV- oder XLSX-Datei hierher',
    or: 'Eine Zeile je Person. Die Reihenfolge der Spalten ist beliebig.',
    choose: 'Datei wählen',
    limits: 'Bis 20 MB und 100.000 Zeilen.',
    reading: (name: string) => `${name} wird gelesen`,
    template: 'Vorlage speichern',
    templateHint: 'Eine leere Liste mit allen Spalten, die verstanden werden.',
    templateName: 'personen.csv',
    templateSaved: (file: string) => `Gespeichert als ${file}`,
    dropHere: 'Loslassen, um die Datei zu importieren',
    one: 'Legen Sie immer nur eine Datei ab.',
  },
  columns: {
    facts: (rows: number) => count(rows, 'Zeile', 'Zeilen'),
    csv: (encoding: Encoding, separator: Separator) =>
      `${encodings[encoding]}, getrennt durch ${separators[separator]}`,
    sheet: 'Blatt',
    heading: (line: number) => `Zeile ${number(line)} benennt die Spalten`,
    noHeading: 'Keine Zeile benennt die Spalten',
    headingLabel: 'Überschriften',
    column: (letter: string) => `Spalte ${letter}`,
    use: (column: string) => `Was „${column}“ enthält`,
    notUsed: 'Nicht verwendet',
    emailNeeded: 'Geben Sie an, welche Spalte die E-Mail-Adressen enthält.',
    remembered: 'Wie Sie es für eine solche Liste schon gewählt haben.',
    preview: 'Die ersten Zeilen der Datei',
    row: 'Zeile',
    other: 'Andere Datei',
    next: 'Prüfen',
    checking: (rows: number) => `${count(rows, 'Zeile wird', 'Zeilen werden')} geprüft`,
  },
  check: {
    back: 'Spalten ändern',
    rowsLabel: 'Was geschehen wird, Zeile für Zeile',
    row: (n: number) => `Zeile ${number(n)}`,
    defaults: 'Zeilen ohne Angabe von Rolle, Team, Gruppe oder Produkt übernehmen diese.',
  },
  result: {
    stopped: 'Angehalten. Sonst wurde niemand eingeladen.',
    failed: 'Nicht alle wurden eingeladen.',
    failedHint: 'Wer eingeladen wurde, bleibt eingeladen; importieren Sie für die übrigen dieselbe Datei noch einmal.',
    save: 'Ergebnisdatei speichern',
    saveHint: 'Jede Zeile der Datei mit dem, was aus ihr wurde.',
    fileName: (day: string) => `import-ergebnis-${day}.csv`,
    problems: (n: number) => `${count(n, 'Zeile wurde', 'Zeilen wurden')} abgelehnt`,
    outcomes: {
      invited: 'Eingeladen',
      skipped: 'Übersprungen',
      refused: 'Abgelehnt',
      'not-sent': 'Nicht gesendet',
    },
    titles: { row: 'Zeile', email: 'E-Mail', outcome: 'Ausgang', reason: 'Grund' },
    another: 'Weitere Datei importieren',
  },
  leave: {
    title: 'Schließen, ohne einzuladen?',
    text: 'Die Datei bleibt, wie sie ist. Wie ihre Spalten gelesen werden, ist gemerkt, sobald sie geprüft wurde.',
    stay: 'Weitermachen',
    close: 'Schließen, ohne einzuladen',
  },
};
