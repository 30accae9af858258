import type { JobItem } from '#contract/jobs.ts';

interface Page {
  readonly rows: readonly Pick<JobItem, 'detail' | 'cells'>[];
  readonly next: number | null;
}

/**
 * The table of an export: a row of titles, then what the job recorded for each row.
 * @param titles of the columns
 * @param read reads the page of results after a position
 */
export async function exportTable(
  titles: readonly string[],
  read: (after: number) => Promise<Page>,
): Promise<readonly (readonly string[])[]> {
  const table: (readonly string[])[] = [titles];
  for (let after: number | null = 0; after !== null; ) {
    const { rows, next }: Page = await read(after);
    // an earlier version recorded no cells
    for (const { cells, detail } of rows) if (detail !== null) table.push(cells ?? [detail]);
    after = next;
  }
  return table;
}

/** `2026-11-25`, by the organization's calendar: files named so sort in order. */
export const dayOf = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
