import type { Encoding, FileProblem, Separator } from '../../import.ts';
import type { ImportField } from '../../vocabulary/import.ts';
import { count } from './common.ts';
import { number } from './format.ts';

interface Facts {
  readonly limit?: number;
  readonly line?: number;
}

const megabytes = (bytes = 0) => `${number(Math.floor(bytes / 1024 / 1024))} MB`;
const inRow = (line: number | undefined) => (line === undefined ? '' : ` in row ${number(line)}`);
const unchanged = 'Nothing was changed.';

/** Why a file cannot be used, and what helps. */
const problems: { readonly [P in FileProblem]: (facts: Facts) => string } = {
  'too-large': (f) => `A file can have at most ${megabytes(f.limit)}. Save only the columns you need, or in parts.`,
  'too-expanded': (f) => `This workbook unpacks to more than ${megabytes(f.limit)}. Save the one sheet as CSV.`,
  'too-many-rows': (f) => `A list can have at most ${number(f.limit ?? 0)} rows. Save it in parts.`,
  'too-many-columns': (f) =>
    `A list can have at most ${number(f.limit ?? 0)} columns, and there are more${inRow(f.line)}.`,
  'cell-too-long': (f) =>
    `A cell can have at most ${number(f.limit ?? 0)} characters, and there is a longer one${inRow(f.line)}.`,
  'too-much-text': (f) =>
    `The cells of a list can have at most ${number(f.limit ?? 0)} characters in all. Save it in parts.`,
  empty: () => 'There are no rows in this file, or in this sheet.',
  'not-a-table': () => 'This is not a list: Gatehouse reads CSV, text and XLSX files.',
  'old-excel': () => 'This is a workbook of an old Excel, or one with a password. Save it as XLSX without a password.',
  locked: () => 'This workbook has a password. Save it without one.',
  broken: () => 'This workbook is damaged. Open it in a spreadsheet and save it again.',
  'no-such-sheet': () => 'This file does not have that sheet.',
  'path-elsewhere': () => 'Only the command line can name a file by its path.',
};

const fields: Readonly<Record<ImportField, string>> = {
  email: 'E-mail',
  name: 'Display name',
  first: 'First name',
  last: 'Last name',
  roles: 'Roles',
  teams: 'Teams',
  groups: 'Groups',
  products: 'Products',
};

const encodings: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

const separators: Readonly<Record<Separator, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
};

export const imports = {
  title: 'Import a file',
  problem: (problem: FileProblem, facts: Facts) => `${problems[problem](facts)} ${unchanged}`,
  fields,
  steps: { file: 'File', columns: 'Columns', check: 'Check', result: 'Result' },
  file: {
    drop: 'Drop a CSV or XLSX file here',
    or: 'One row for each person. The columns can stand in any order.',
    choose: 'Choose a file',
    limits: 'Up to 20 MB and 100,000 rows.',
    reading: (name: string) => `Reading ${name}`,
    template: 'Save template',
    templateHint: 'An empty list with all the columns that are understood.',
    templateName: 'people.csv',
    templateSaved: (file: string) => `Saved as ${file}`,
    dropHere: 'Drop the file to import it',
    one: 'Drop one file at a time.',
  },
  columns: {
    facts: (rows: number) => count(rows, 'row', 'rows'),
    csv: (encoding: Encoding, separator: Separator) => `${encodings[encoding]}, separated by ${separators[separator]}`,
    sheet: 'Sheet',
    heading: (line: number) => `Row ${number(line)} names the columns`,
    noHeading: 'No row names the columns',
    headingLabel: 'Headings',
    column: (letter: string) => `Column ${letter}`,
    use: (column: string) => `What “${column}” holds`,
    notUsed: 'Not used',
    emailNeeded: 'Say which column holds the e-mail addresses.',
    remembered: 'As you chose for a list like this before.',
    preview: 'The first rows of the file',
    row: 'Row',
    other: 'Another file',
    next: 'Check',
    checking: (rows: number) => `Checking ${count(rows, 'row', 'rows')}`,
  },
  check: {
    back: 'Change columns',
    rowsLabel: 'What will happen, row by row',
    row: (n: number) => `Row ${number(n)}`,
    defaults: 'A row that names no role, team, group or product takes these.',
  },
  result: {
    stopped: 'Stopped. Nobody else was invited.',
    failed: 'Not everybody was invited.',
    failedHint: 'Those who were invited stay invited; import the same file again for the rest.',
    save: 'Save result file',
    saveHint: 'Every row of the file, with what became of it.',
    fileName: (day: string) => `import-result-${day}.csv`,
    problems: (n: number) => `${count(n, 'row was', 'rows were')} refused`,
    outcomes: {
      invited: 'Invited',
      skipped: 'Skipped',
      refused: 'Refused',
      'not-sent': 'Not sent',
    },
    titles: { row: 'Row', email: 'E-mail', outcome: 'Outcome', reason: 'Reason' },
    another: 'Import another file',
  },
  leave: {
    title: 'Close without inviting?',
    text: 'The file stays as it is. How its columns are read is remembered once it was checked.',
    stay: 'Go on',
    close: 'Close without inviting',
  },
};
