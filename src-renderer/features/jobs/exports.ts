import { auditColumns } from '#contract/audit.ts';
import { exportColumns } from '#contract/users.ts';
import { words } from '../../app/words.ts';

/** The jobs whose results are saved as a file: the titles of their columns, and how the file is called. */
const exports = {
  'users.exportMany': {
    titles: exportColumns.map((column) => words.jobs.exportColumns[column]),
    fileName: words.jobs.fileName,
  },
  'audit.exportMany': {
    titles: auditColumns.map((column) => words.audit.list.columns[column]),
    fileName: words.audit.list.fileName,
  },
} as const;

export const isExport = (operation: string): operation is keyof typeof exports => Object.hasOwn(exports, operation);

/** What an export is saved as. */
export const exportOf = (operation: string) => exports[isExport(operation) ? operation : 'users.exportMany'];
