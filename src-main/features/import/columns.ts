import { type ImportField, importFields } from '#contract/vocabulary/import.ts';
import { columnKind, plain } from '../invitations/recipients/headings.ts';
import type { TableRow } from './table.ts';

export type Fields = readonly (ImportField | null)[];

/** Columns that a pasted list cannot have: there, everybody gets the groups and products of the batch. */
const more: ReadonlyMap<string, ImportField> = new Map([
  ...['group', 'groups', 'groupname', 'usergroup', 'usergroups', 'gruppe', 'gruppen', 'groupe', 'grupo'].map(
    (word) => [word, 'groups'] as const,
  ),
  ...['product', 'products', 'productname', 'licence', 'license', 'produkt', 'produkte', 'produit', 'producto'].map(
    (word) => [word, 'products'] as const,
  ),
]);
const fieldOf = (heading: string): ImportField | undefined => columnKind(heading) ?? more.get(plain(heading));

/** How far down to look for a line of headings: there may be a title and remarks above it. */
const looked = 20;
/** Enough rows to recognise a column of addresses. */
const compared = 200;

/** The line that names the columns; 0 when none seems to. */
export function guessHeadingLine(rows: readonly TableRow[]): number {
  let above: TableRow | undefined;
  for (const row of rows.slice(0, looked)) {
    const { line, cells } = row;
    const address = cells.findIndex((cell) => cell.includes('@'));
    // the people begin here: the text above the first address may be its heading, whatever it says
    if (address >= 0) return above?.cells[address] && above.cells.length > 1 ? above.line : 0;
    const known = new Set(cells.map(fieldOf).filter((field) => field !== undefined));
    if (known.has('email') || known.size > 1) return line;
    above = row;
  }
  return 0;
}

/** How many columns the list has. */
export const widthOf = (rows: readonly TableRow[]): number =>
  rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);

/**
 * What each column seems to hold: by its heading, with the paste box's words, and addresses by their @ where no heading says
 * so. No field is given twice; the first column gets it.
 */
export function guessFields(headings: readonly string[], people: readonly TableRow[], width: number): Fields {
  const fields: (ImportField | null)[] = new Array(width).fill(null);
  const free = new Set<ImportField>(importFields);
  headings.slice(0, width).forEach((heading, column) => {
    const field = fieldOf(heading);
    if (field && free.delete(field)) fields[column] = field;
  });
  if (free.has('email')) {
    const addresses = new Array<number>(width).fill(0);
    for (const { cells } of people.slice(0, compared))
      for (const [column, cell] of cells.entries())
        if (cell.includes('@')) addresses[column] = (addresses[column] ?? 0) + 1;
    const most = Math.max(0, ...addresses);
    if (most > 0) fields[addresses.indexOf(most)] = 'email';
  }
  return fields;
}

/** The rows below the headings. */
export const peopleBelow = (rows: readonly TableRow[], headingLine: number): readonly TableRow[] =>
  headingLine === 0 ? rows : rows.filter(({ line }) => line > headingLine);
