import { parseAddress } from '#contract/address.ts';
import type { ImportField } from '#contract/vocabulary/import.ts';
import type { Choices } from '../invitations/choices.ts';
import { tidyName } from '../invitations/recipients/names.ts';
import { type Canonical, canonical, valuesOf } from '../invitations/recipients/values.ts';
import { parseRecipients, type RecipientEntry } from '../invitations/recipients.ts';
import type { Fields } from './columns.ts';
import { breathe, type TableRow } from './table.ts';

const lists = ['roles', 'teams', 'groups', 'products'] as const;
type Lists = { readonly [L in (typeof lists)[number]]?: readonly string[] };

/** Somebody as described by a row of the file. */
export interface ImportedPerson extends RecipientEntry, Lists {
  readonly firstName?: string;
  readonly lastName?: string;
}

const rowsAtOnce = 1000;
/** The longest that `invitations.send` accepts. */
const longestPart = 100;

/** The people of a list, row by row. A cell with several addresses stands for several people, as in the paste box. */
export async function peopleOf(
  rows: readonly TableRow[],
  fields: Fields,
  choices: Choices,
  signal?: AbortSignal,
): Promise<ImportedPerson[]> {
  const known = Object.fromEntries(
    lists.map((kind) => [kind, canonical([...choices[kind].values()].map(({ name }) => name))]),
  ) as Readonly<Record<(typeof lists)[number], Canonical>>;
  const columns = new Map(fields.flatMap((field, column) => (field ? [[field, column] as const] : [])));
  const people: ImportedPerson[] = [];
  for (const [at, { line, cells }] of rows.entries()) {
    if (at % rowsAtOnce === rowsAtOnce - 1) await breathe(signal);
    const cell = (field: ImportField) => cells[columns.get(field) ?? -1] ?? '';
    const firstName = tidyName(cell('first'))?.slice(0, longestPart).trim();
    const lastName = tidyName(cell('last'))?.slice(0, longestPart).trim();
    const name = tidyName(cell('name') || [firstName, lastName].filter(Boolean).join(' '));
    const named: { [L in (typeof lists)[number]]?: readonly string[] } = {};
    for (const kind of lists) {
      const values = valuesOf(cell(kind), known[kind]);
      if (values.length > 0) named[kind] = values;
    }
    addressesOf(cell('email')).forEach((found, index, all) => {
      const own = all.length === 1;
      people.push({
        ...found,
        line,
        index,
        ...named,
        ...(own && name ? { name } : {}),
        ...(own && firstName ? { firstName } : {}),
        ...(own && lastName ? { lastName } : {}),
      });
    });
  }
  return people;
}

/** The paste box's parser reads anything more than a bare address; a cell without one comes back with its problem. */
function addressesOf(cell: string): readonly RecipientEntry[] {
  const whole = { line: 0, index: 0, raw: cell, start: 0, end: cell.length };
  const parsed = parseAddress(cell);
  if (parsed.ok) {
    const { email, key, warning } = parsed.address;
    return [{ ...whole, email, key, ...(warning ? { warning } : {}) }];
  }
  const { entries } = parseRecipients(cell);
  return entries.some(({ email }) => email) ? entries : [{ ...whole, problem: parsed.problem }];
}
