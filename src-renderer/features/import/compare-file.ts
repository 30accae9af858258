import { csvFile } from '#contract/csv.ts';
import { words } from '../../app/words.ts';
import type { Comparison } from './use-compare.ts';

/** A row of a result, as shown and saved. */
export interface ComparedRow {
  readonly line?: number;
  /** The address, or whatever is in its place. */
  readonly email: string;
  readonly name?: string | undefined;
  /** Why it could not be compared. */
  readonly reason?: string;
}

export const compareTabs = ['missing', 'surplus', 'both', 'unreadable'] as const;
export type CompareTab = (typeof compareTabs)[number];

/** The rows under each tab. */
export const rowsOf = (result: Comparison): Readonly<Record<CompareTab, readonly ComparedRow[]>> => ({
  missing: result.missing,
  surplus: result.surplus,
  both: result.both,
  unreadable: result.unreadable.map(({ line, raw, reason }) => ({
    line,
    email: raw,
    reason: words.invitations.reason(reason, ''),
  })),
});

/** The result as a CSV file, safe to open in a spreadsheet whatever the rows held. */
export function compareFile(rows: Readonly<Record<CompareTab, readonly ComparedRow[]>>): string {
  const { tabs, titles } = words.compare;
  return csvFile([
    [titles.result, titles.row, titles.email, titles.name, titles.reason],
    ...compareTabs.flatMap((tab) =>
      rows[tab].map(({ line, email, name = '', reason = '' }) => [
        tabs[tab],
        line === undefined ? '' : String(line),
        email,
        name,
        reason,
      ]),
    ),
  ]);
}
