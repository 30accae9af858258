import type { JobItem } from '#contract/jobs.ts';
import { type ExportColumn, exportColumns } from '#contract/users.ts';

/** Excel takes a file for UTF-8 only when it begins with this mark. */
const mark = '\uFEFF';
const lineEnd = '\r\n';

interface Page {
  readonly rows: readonly Pick<JobItem, 'detail'>[];
  readonly next: number | null;
}

/**
 * The CSV file (RFC 4180) of an export: a line of titles, then what the job wrote down about each one.
 * @param titles of the columns
 * @param read reads the page of results behind a position
 */
export async function exportFile(
  titles: Readonly<Record<ExportColumn, string>>,
  read: (after: number) => Promise<Page>,
): Promise<string> {
  const lines: string[] = [exportColumns.map((column) => titles[column]).join(',')];
  for (let after: number | null = 0; after !== null; ) {
    const { rows, next }: Page = await read(after);
    for (const { detail } of rows) if (detail !== null) lines.push(detail);
    after = next;
  }
  return mark + lines.map((line) => line + lineEnd).join('');
}

/** `2026-11-25`, by the calendar of the organization: files of that name stand in their order. */
export const dayOf = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
