import { auditColumns } from '#contract/audit.ts';
import type { JobRow } from '#contract/jobs.ts';
import { exportColumns } from '#contract/users.ts';
import { words } from '../../app/words.ts';

interface Export {
  /** Of every column that there may be. */
  readonly titles: Readonly<Record<string, string>>;
  /** The columns of a job that does not say. */
  readonly usual: readonly string[];
  readonly fileName: (day: string) => string;
}

/** The jobs whose results are saved as a file. */
const exports: Readonly<Record<string, Export>> = {
  'users.exportMany': { titles: words.jobs.exportColumns, usual: exportColumns, fileName: words.jobs.fileName },
  'audit.exportMany': { titles: words.audit.list.columns, usual: auditColumns, fileName: words.audit.list.fileName },
};

/** What the export of a job is saved as; undefined for a job that is none. */
export function exportOf({ operation, columns }: Pick<JobRow, 'operation' | 'columns'>) {
  const found = Object.hasOwn(exports, operation) ? exports[operation] : undefined;
  if (!found) return undefined;
  const { titles, usual, fileName } = found;
  return { titles: (columns ?? usual).map((column) => titles[column] ?? column), fileName };
}
