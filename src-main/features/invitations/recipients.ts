import { entryMaker, lineCounter } from './recipients/entries.ts';
import type { KnownNames, RecipientEntry } from './recipients/entry.ts';
import { type Columns, headingOf } from './recipients/headings.ts';
import { ordinaryLine } from './recipients/ordinary.ts';
import { readRow, tabDelimiter } from './recipients/rows.ts';
import { behindLineEnd, type Meter, type Source, sourceOf } from './recipients/scan.ts';
import { readTableRow } from './recipients/table.ts';
import { knownOf } from './recipients/values.ts';

export type { KnownNames, RecipientEntry, RecipientProblem } from './recipients/entry.ts';

export interface Recipients {
  readonly entries: readonly RecipientEntry[];
  /** The line that names the columns, from 1. */
  readonly headingLine?: number;
}

/** `parseRecipients`, counting its steps in `meter` for the test that the work stays linear. */
export function readRecipients(text: string, known: KnownNames, meter: Meter): Recipients {
  const source: Source = sourceOf(text, meter);
  const names = knownOf(known);
  const entryOf = entryMaker(text);
  const entries: RecipientEntry[] = [];
  let at = 0;
  let columns: Columns | undefined;
  let headingAt: number | undefined;
  let first = true;
  while (at < text.length) {
    const ordinary = columns ? undefined : ordinaryLine(text, at, meter);
    if (ordinary) {
      first = false;
      for (const draft of ordinary.drafts) entries.push(entryOf(draft));
      at = ordinary.next < text.length ? behindLineEnd(text, ordinary.next) : ordinary.next;
      continue;
    }
    const row = readRow(text, at, columns?.delimiter ?? tabDelimiter, meter);
    const heading = first && row.cells.length > 0 ? headingOf(source, at) : undefined;
    if (row.cells.length > 0) first = false;
    if (heading) {
      columns = heading.columns;
      headingAt = row.cells[0]?.start;
    } else for (const draft of readTableRow(source, row, columns, names)) entries.push(entryOf(draft));
    at = heading?.next ?? row.next;
  }
  return headingAt === undefined ? { entries } : { entries, headingLine: lineCounter(text)(headingAt) };
}

/**
 * Reads a pasted list of recipients: addresses, names with addresses, mail and calendar lists, and columns of a
 * spreadsheet. The only parser of recipients. Every piece that cannot be an address comes back with its problem, so
 * nothing is dropped silently; roles and teams without a heading are recognised only through `known`. Takes time in
 * proportion to the text, whatever it holds, and never throws.
 */
export function parseRecipients(text: string, known: KnownNames = { roles: [], teams: [] }): Recipients {
  return readRecipients(text, known, { steps: 0 });
}
