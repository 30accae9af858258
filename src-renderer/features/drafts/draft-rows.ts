import type { DraftRow } from '#contract/drafts.ts';
import type { InputOf } from '#contract/index.ts';
import type { JudgedEntry, SendEntry } from '#contract/invitations.ts';
import { type InviteRow, isBlankRow, type RowVerdict } from '../invitations/rows-text.ts';

/** A stored row. */
export interface StoredRow {
  readonly id: number;
  readonly entry: SendEntry;
}
export type Stored = ReadonlyMap<number, StoredRow>;

/** First and last name make the name where none is given, as they do when sending. */
const nameIn = ({ name, firstName, lastName }: SendEntry): string =>
  name ?? [firstName, lastName].filter(Boolean).join(' ');

export const rowOf = (key: number, entry: SendEntry): InviteRow => ({
  key,
  email: entry.email,
  name: nameIn(entry),
  roles: entry.roles?.length ? entry.roles : null,
  teams: entry.teams ?? null,
});

/** The entry for a row; what the page has no field for (a phone, its own groups) is kept. */
export function entryOf(row: InviteRow, before?: SendEntry): SendEntry {
  const { name: _, firstName, lastName, roles: __, teams: ___, email: ____, ...rest } = before ?? { email: '' };
  const sameName = before !== undefined && row.name === nameIn(before);
  return {
    ...rest,
    email: row.email,
    ...(sameName
      ? {
          ...(before.name === undefined ? {} : { name: before.name }),
          ...(firstName === undefined ? {} : { firstName }),
          ...(lastName === undefined ? {} : { lastName }),
        }
      : row.name.trim() === ''
        ? {}
        : { name: row.name }),
    ...(row.roles ? { roles: [...row.roles] } : {}),
    ...(row.teams ? { teams: [...row.teams] } : {}),
  };
}

const said = ({ email, name, roles, teams }: InviteRow) => JSON.stringify([email, name, roles, teams]);
const isSame = (row: InviteRow, { entry }: StoredRow) => said(row) === said(rowOf(row.key, entry));

/**
 * The rows of a draft that was changed elsewhere: each keeps the key it has here, and with it the focus, and rows that are
 * still blank stay at the end.
 */
export function rowsAnew(entries: readonly StoredRow[], stored: Stored, here: readonly InviteRow[]) {
  const keys = new Map([...stored].map(([key, { id }]) => [id, key]));
  let next = Math.max(0, ...stored.keys(), ...here.map(({ key }) => key));
  const keyed = new Map(entries.map(({ id, entry }) => [keys.get(id) ?? ++next, { id, entry }]));
  return {
    stored: keyed as Stored,
    rows: [
      ...[...keyed].map(([key, { entry }]) => rowOf(key, entry)),
      ...here.filter((row) => isBlankRow(row) && !stored.has(row.key)),
    ],
  };
}

type Input = InputOf<'drafts.change'>;
interface Changes {
  readonly add: NonNullable<Input['add']>;
  readonly change: NonNullable<Input['change']>;
  readonly remove: NonNullable<Input['remove']>;
  /** The keys of the new rows, in order. */
  readonly added: readonly number[];
}

/** What to write so that the store holds these rows, and the keys of the new ones. */
export function changesBetween(stored: Stored, rows: readonly InviteRow[]): Changes {
  const here = new Set(rows.map((row) => row.key));
  const fresh = rows.filter((row) => !stored.has(row.key) && !isBlankRow(row));
  return {
    add: fresh.map((row) => entryOf(row)),
    added: fresh.map((row) => row.key),
    change: rows.flatMap((row) => {
      const before = stored.get(row.key);
      return before && !isSame(row, before) ? [{ id: before.id, entry: entryOf(row, before.entry) }] : [];
    }),
    remove: [...stored].flatMap(([key, { id }]) => (here.has(key) ? [] : [id])),
  };
}

/** A row of a draft as the lists of verdicts show it. `line` is its place in the draft, from 1. */
export const judgedOf = ({ entry, id: _, ...verdict }: DraftRow, place: number): JudgedEntry => ({
  line: place + 1,
  index: 0,
  raw: entry.email,
  email: entry.email,
  ...(nameIn(entry) === '' ? {} : { name: nameIn(entry) }),
  ...(entry.roles ? { roles: entry.roles } : {}),
  ...(entry.teams ? { teams: entry.teams } : {}),
  ...verdict,
});

/** Verdicts by row; a row that has changed since has none until it is written. */
export function verdictsOf(
  entries: readonly DraftRow[],
  stored: Stored,
  rows: readonly InviteRow[],
): ReadonlyMap<number, RowVerdict> {
  const judged = new Map(entries.map((row, place) => [row.id, judgedOf(row, place)]));
  return new Map(
    rows.flatMap((row) => {
      const before = stored.get(row.key);
      const entry = before && isSame(row, before) ? judged.get(before.id) : undefined;
      return entry ? [[row.key, { entry, several: false }] as const] : [];
    }),
  );
}
