import type { JobRow } from '#contract/jobs.ts';
import { auditColumns } from '#contract/vocabulary/audit.ts';
import { exportColumns } from '#contract/vocabulary/users.ts';
import { words } from '../../app/words.ts';

interface Export {
  /** For every possible column. */
  readonly titles: Readonly<Record<string, string>>;
  /** The columns of a job that does not name its own. */
  readonly usual: readonly string[];
  readonly fileName: (day: string) => string;
}

/** The jobs whose results are saved as a file. */
const exports: Readonly<Record<string, Export>> = {
  'users.exportMany': { titles: words.jobs.exportColumns, usual: exportColumns, fileName: words.jobs.fileName },
  'audit.exportMany': { titles: words.audit.list.columns, usual: auditColumns, fileName: words.audit.list.fileName },
};

/** How a job's export is saved; undefined for a job that is not an export. */
export function exportOf({ operation, columns }: Pick<JobRow, 'operation' | 'columns'>) {
  const found = Object.hasOwn(exports, operation) ? exports[operation] : undefined;
  if (!found) return undefined;
  const { titles, usual, fileName } = found;
  return { titles: (columns ?? usual).map((column) => titles[column] ?? column), fileName };
}
