import type { JudgedEntry, PreviewEntry } from '#contract/invitations.ts';

/** One row of *One by one*. `key` is only the page's, to tell React which row is which. */
export interface InviteRow {
  readonly key: number;
  readonly email: string;
  readonly name: string;
  /** Null: those of the batch. */
  readonly roles: readonly string[] | null;
  readonly teams: readonly string[] | null;
}

export const isBlankRow = (row: InviteRow): boolean => row.email.trim() === '' && row.name.trim() === '';

/** A field on one line, without anything that would end a cell. */
export const flat = (value: string): string => value.replace(/[\t\r\n\u2028\u2029]+/gu, ' ').trim();

const cell = (value: string): string => {
  const one = flat(value);
  return one.includes('"') ? `"${one.replaceAll('"', '""')}"` : one;
};
/** An @ in the column of names would be read as another address. Verdicts only depend on whether there is a name. */
const nameCell = (name: string): string => cell(name.replaceAll('@', '\uff20'));

export interface RowsText {
  readonly text: string;
  /** The row of each line under the headings. */
  readonly keys: readonly number[];
}

/**
 * The rows as a pasted table for `invitations.preview`, so that both ways of inviting share one parser and one set of
 * verdicts. Roles and teams are left out: they are chosen from lists and known to exist.
 */
export function rowsText(rows: readonly InviteRow[]): RowsText {
  const typed = rows.filter((row) => !isBlankRow(row));
  if (typed.length === 0) return { text: '', keys: [] };
  const lines = typed.map((row) => `${cell(row.email)}\t${nameCell(row.name)}`);
  return { text: ['E-mail\tName', ...lines].join('\n'), keys: typed.map((row) => row.key) };
}

/** What the preview says about a row; several entries in one field are an error. */
export interface RowVerdict {
  readonly entry: JudgedEntry;
  readonly several: boolean;
}

/** The verdict of each row, by its key. */
export function rowVerdicts(
  keys: readonly number[],
  entries: readonly PreviewEntry[],
): ReadonlyMap<number, RowVerdict> {
  const verdicts = new Map<number, RowVerdict>();
  for (const entry of entries) {
    const key = keys[entry.line - 2];
    if (key === undefined) continue;
    const before = verdicts.get(key);
    verdicts.set(key, before ? { entry: before.entry, several: true } : { entry, several: false });
  }
  return verdicts;
}

/** Whether a paste into one field is meant for the box: more than one line, or more than one address. */
export function isList(pasted: string): boolean {
  const lines = pasted.split(/\r\n|[\r\n\u2028\u2029]/u).filter((line) => line.trim() !== '');
  return lines.length > 1 || pasted.split('@').length > 2;
}
