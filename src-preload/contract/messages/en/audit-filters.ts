import type { AuditColumn } from '../../vocabulary/audit.ts';
import { count } from './common.ts';
import { number } from './format.ts';

const columns: Readonly<Record<AuditColumn, string>> = {
  at: 'When',
  actor: 'Who',
  operation: 'What',
  target: 'To',
  face: 'From',
  osUser: 'System user',
  outcome: 'Outcome',
  detail: 'Details',
};

/** Words of the audit's filters and of its export. */
export const auditWords = {
  notADay: 'Use a day such as 2026-11-25.',
  tooLarge: (most: number) =>
    `At most ${number(most)} rows are exported at once. Choose dates, or another filter, and export in parts.`,
  filters: {
    label: 'Filters',
    who: 'Who',
    what: 'What',
    outcome: 'Outcome',
    face: 'From',
    target: 'To',
    dates: 'Dates',
    from: 'From',
    to: 'Until',
    /** In the organization's time zone. */
    zone: (timeZone: string) => `Whole days, ${timeZone}`,
    targetHint: 'The address or thing exactly as it stands in the log',
    targetClear: 'Clear',
    range: (from: string, to: string) => `${from} – ${to}`,
    since: (from: string) => `since ${from}`,
    until: (to: string) => `until ${to}`,
  },
  search: { label: 'Search the audit', placeholder: 'Who, what, to whom', clear: 'Clear search' },
  noMatch: 'Nothing in the log matches',
  clear: 'Clear filters',
  export: 'Export',
  columns,
  fileName: (day: string) => `Audit ${day}`,
  doing: (n: number) => `Exporting ${count(n, 'row', 'rows')} of the audit`,
  done: (n: number) => `${count(n, 'row', 'rows')} of the audit exported`,
  exported: 'Exported the audit',
} as const;
