import type { Draft, KnownNames, RecipientEntry } from './recipients/entry.ts';
import { type Columns, headingOf } from './recipients/headings.ts';
import { ordinaryLine } from './recipients/ordinary.ts';
import { readRow, tabDelimiter } from './recipients/rows.ts';
import { behindLineEnd, isLineEnd, type Meter, type Source, sourceOf } from './recipients/scan.ts';
import { readTableRow } from './recipients/table.ts';
import { knownOf } from './recipients/values.ts';

export type { KnownNames, RecipientEntry, RecipientProblem } from './recipients/entry.ts';

export interface Recipients {
  readonly entries: readonly RecipientEntry[];
  /** The line that names the columns, from 1. */
  readonly headingLine?: number;
}

/** Goes through the text once and tells the line of places that are asked for in order. */
function lineCounter(text: string): (place: number) => number {
  let at = 0;
  let line = 1;
  return (place) => {
    while (at < place) {
      if (!isLineEnd(text.charCodeAt(at))) at++;
      else {
        at = behindLineEnd(text, at);
        line++;
      }
    }
    return line;
  };
}

function entriesOf(text: string, drafts: readonly Draft[]): readonly RecipientEntry[] {
  const lineOf = lineCounter(text);
  let before = 0;
  let index = 0;
  return drafts.map(({ start, end, address, problem, name, roles, teams }) => {
    const line = lineOf(start);
    index = line === before ? index + 1 : 0;
    before = line;
    const entry: { -readonly [key in keyof RecipientEntry]: RecipientEntry[key] } = {
      line,
      index,
      raw: text.slice(start, end),
      start,
      end,
    };
    if (address) {
      entry.email = address.email;
      entry.key = address.key;
      if (address.warning) entry.warning = address.warning;
    } else entry.problem = problem ?? 'empty';
    if (name) entry.name = name;
    if (roles) entry.roles = roles;
    if (teams) entry.teams = teams;
    return entry;
  });
}

/** `parseRecipients` that counts its steps in `meter`, for the test that the work stays linear. */
export function readRecipients(text: string, known: KnownNames, meter: Meter): Recipients {
  const source: Source = sourceOf(text, meter);
  const names = knownOf(known);
  const drafts: Draft[] = [];
  let at = 0;
  let columns: Columns | undefined;
  let headingAt: number | undefined;
  let first = true;
  while (at < text.length) {
    const ordinary = first || columns ? undefined : ordinaryLine(text, at, meter);
    if (ordinary) {
      drafts.push(ordinary.draft);
      at = ordinary.next < text.length ? behindLineEnd(text, ordinary.next) : ordinary.next;
      continue;
    }
    const row = readRow(text, at, columns?.delimiter ?? tabDelimiter, meter);
    const heading = first && row.cells.length > 0 ? headingOf(source, at) : undefined;
    if (row.cells.length > 0) first = false;
    if (heading) {
      columns = heading.columns;
      headingAt = row.cells[0]?.start;
    } else for (const draft of readTableRow(source, row, columns, names)) drafts.push(draft);
    at = heading?.next ?? row.next;
  }
  const entries = entriesOf(text, drafts);
  return headingAt === undefined ? { entries } : { entries, headingLine: lineCounter(text)(headingAt) };
}

/**
 * Reads a pasted list of recipients: addresses, names with addresses, mail and calendar lists, and columns of a
 * spreadsheet. The only parser of recipients. Every piece that cannot be an address comes back with its problem, so
 * nothing is dropped silently; roles and teams without a heading are recognised by `known` only. Takes time in
 * proportion to the text, whatever it holds, and never throws.
 */
export function parseRecipients(text: string, known: KnownNames = { roles: [], teams: [] }): Recipients {
  return readRecipients(text, known, { steps: 0 });
}
