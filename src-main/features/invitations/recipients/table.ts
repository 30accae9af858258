import { assertNever } from '#contract/assert-never.ts';
import type { Draft } from './entry.ts';
import { type Columns, cellText } from './headings.ts';
import { ListReader } from './list.ts';
import { tidyName } from './names.ts';
import { type Cell, type Row, unquote } from './rows.ts';
import { type Source, sourceOf } from './scan.ts';
import { type Known, knownValuesOf, valuesOf } from './values.ts';

/** Reads one cell, or a whole line without columns, as a list. */
function readList(source: Source, cell: Cell): Draft[] {
  const drafts: Draft[] = [];
  if (!cell.quoted) {
    new ListReader(source, cell.start, cell.end, drafts).read();
    return drafts;
  }
  const inner = unquote(source.text, cell);
  new ListReader(sourceOf(inner.text, source.meter), 0, inner.text.length, drafts).read();
  for (const draft of drafts) {
    draft.start = inner.place(draft.start);
    draft.end = inner.place(draft.end);
  }
  // Quotation marks belong to a single entry; around several they stay out, so that each entry can be removed by itself.
  if (drafts.length === 1) Object.assign(drafts[0] as Draft, { start: cell.start, end: cell.end });
  return drafts;
}

interface Found {
  name?: string | undefined;
  first?: string | undefined;
  last?: string | undefined;
  roles?: readonly string[];
  teams?: readonly string[];
}

function fromHeading(text: string, others: readonly Cell[], columns: Columns, known: Known): Found {
  const found: Found = {};
  for (const cell of others) {
    const kind = columns.kinds.get(cell.column);
    const value = cellText(text, cell);
    switch (kind) {
      case 'name':
      case 'first':
      case 'last':
        found[kind] = tidyName(value);
        break;
      case 'roles':
      case 'teams':
        found[kind] = valuesOf(value, known[kind]);
        break;
      case 'email':
      case undefined:
        break;
      default:
        assertNever(kind);
    }
  }
  return found;
}

/** Without a heading: known roles and teams; of the rest, one column is the name, two are first and last name. */
function fromContent(text: string, others: readonly Cell[], known: Known): Found {
  const found: Found = {};
  const names: string[] = [];
  for (const cell of others) {
    const value = cellText(text, cell);
    const roles = found.roles ? undefined : knownValuesOf(value, known.roles);
    const teams = found.teams ? undefined : knownValuesOf(value, known.teams);
    if (roles) found.roles = roles;
    else if (teams) found.teams = teams;
    else if (/\p{L}/u.test(value) && value.length <= 200) names.push(tidyName(value) ?? '');
  }
  const [one = '', two = ''] = names.filter((name) => name !== '');
  // A full name says enough; the other column is a title or a place.
  found.name = names.length === 2 || !one.includes(' ') ? `${one} ${two}`.trim() : one;
  return found;
}

const nameOf = (found: Found): string | undefined =>
  tidyName(found.name || [found.first, found.last].filter(Boolean).join(' '));

/** Lists the whole row piece by piece, because its columns cannot be identified for sure. */
function readPieces(source: Source, row: Row, delimiter: string | undefined): Draft[] {
  const first = row.cells[0] as Cell;
  const last = row.cells.at(-1) as Cell;
  if (delimiter === ',' || delimiter === ';') {
    return readList(source, { column: 0, start: first.start, end: last.end, quoted: false });
  }
  return row.cells.flatMap((cell) => readList(source, cell));
}

/** Reads one row: a person with columns, or a line of a list. */
export function readTableRow(source: Source, row: Row, columns: Columns | undefined, known: Known): Draft[] {
  const [only] = row.cells;
  const lastCell = row.cells.at(-1);
  if (!only || !lastCell) return [];
  if (row.cells.length === 1) return readList(source, only);
  const withAt = row.cells.filter((cell) => source.finder.next('@', cell.start, cell.end) >= 0);
  const emailColumn = [...(columns?.kinds ?? [])].find(([, kind]) => kind === 'email')?.[0];
  const inColumn = row.cells.find((cell) => cell.column === emailColumn);
  const surplus = (cell: Cell) => cell.column >= (columns?.count ?? 0) || columns?.kinds.has(cell.column);
  const doubtful = withAt.some((cell) => cell !== inColumn && surplus(cell));
  const cell = inColumn ?? (withAt.length === 1 ? withAt[0] : undefined);
  const whole = { start: only.start, end: lastCell.end };
  if (withAt.length === 0) return [{ ...whole, problem: inColumn ? 'no-at' : 'empty' }];
  if (!cell || (inColumn ? doubtful : withAt.length > 1)) return readPieces(source, row, columns?.delimiter);
  const drafts = readList(source, cell);
  const others = row.cells.filter((other) => other !== cell);
  const found = columns ? fromHeading(source.text, others, columns, known) : fromContent(source.text, others, known);
  for (const draft of drafts) {
    if (drafts.length === 1) draft.name = nameOf(found) ?? draft.name;
    if (found.roles?.length) draft.roles = found.roles;
    if (found.teams?.length) draft.teams = found.teams;
  }
  const [firstDraft] = drafts;
  const lastDraft = drafts.at(-1);
  if (!firstDraft || !lastDraft) return [{ ...whole, problem: 'empty' }];
  firstDraft.start = whole.start;
  lastDraft.end = whole.end;
  return drafts;
}
