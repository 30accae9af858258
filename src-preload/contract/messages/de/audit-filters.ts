import type { AuditColumn } from '../../vocabulary/audit.ts';
import { count } from './common.ts';
import { number } from './format.ts';

const columns: Readonly<Record<AuditColumn, string>> = {
  at: 'Wann',
  actor: 'Wer',
  operation: 'Was',
  target: 'An wem',
  face: 'Von wo',
  osUser: 'Systembenutzer',
  outcome: 'Ausgang',
  detail: 'Einzelheiten',
};

/** Words of the audit's filters and of its export. */
export const auditWords = {
  notADay: 'Verwenden Sie einen Tag wie 2026-11-25.',
  tooLarge: (most: number) =>
    `Auf einmal werden höchstens ${number(most)} Zeilen exportiert. Wählen Sie Tage oder einen anderen Filter und exportieren Sie in Teilen.`,
  filters: {
    label: 'Filter',
    who: 'Wer',
    what: 'Was',
    outcome: 'Ausgang',
    face: 'Von wo',
    target: 'An wem',
    dates: 'Tage',
    from: 'Von',
    to: 'Bis',
    /** In the organization's time zone. */
    zone: (timeZone: string) => `Ganze Tage, ${timeZone}`,
    targetHint: 'Die Adresse oder Sache genau so, wie sie im Protokoll steht',
    targetClear: 'Leeren',
    range: (from: string, to: string) => `${from} – ${to}`,
    since: (from: string) => `seit ${from}`,
    until: (to: string) => `bis ${to}`,
  },
  search: { label: 'Im Protokoll suchen', placeholder: 'Wer, was, an wem', clear: 'Suche leeren' },
  noMatch: 'Nichts im Protokoll passt',
  clear: 'Filter aufheben',
  export: 'Exportieren',
  columns,
  fileName: (day: string) => `Protokoll ${day}`,
  doing: (n: number) => `${count(n, 'Zeile', 'Zeilen')} des Protokolls ${n === 1 ? 'wird' : 'werden'} exportiert`,
  done: (n: number) => `${count(n, 'Zeile', 'Zeilen')} des Protokolls exportiert`,
  exported: 'Protokoll exportiert',
} as const;
