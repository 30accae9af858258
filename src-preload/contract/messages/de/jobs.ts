import type { ItemState, JobState } from '../../jobs.ts';
import type { ExportColumn } from '../../vocabulary/users.ts';
import { auditWords } from './audit-filters.ts';
import { bounces } from './bounces.ts';
import { common, count } from './common.ts';
import { number } from './format.ts';

const { people } = common;
const left = (n: number) =>
  n === 0
    ? ''
    : ` ${count(n, 'Person wurde nicht erreicht und bleibt', 'Personen wurden nicht erreicht und bleiben')} wie zuvor.`;
/** “3 Personen werden gesperrt” */
const being = (n: number, what: string) => `${count(n, 'Person wird', 'Personen werden')} ${what}`;

const exportColumns: Readonly<Record<ExportColumn, string>> = {
  name: 'Name',
  email: 'E-Mail',
  kind: 'Art',
  status: 'Status',
  roles: 'Rollen',
  teams: 'Teams',
  groups: 'Gruppen',
  products: 'Produkte',
  lines: 'Linien',
  invitedBy: 'Eingeladen von',
  sentAt: 'Gesendet',
  validUntil: 'Gültig bis',
  changedAt: 'Letzte Änderung',
  accessEndsAt: 'Zugang endet',
  sponsor: 'Verantwortlich',
  mailState: 'E-Mail-Stand',
  mailAnswer: 'Worte des Mailservers',
  invitedAt: 'Eingeladen',
  age: 'Alter (Stunden)',
  timeLeft: 'Verbleibend (Stunden)',
  generation: 'Einladung Nr.',
};

/** Words of deeds on many people: progress and results. */
export const jobs = {
  title: 'Sammelaktionen',
  doing: {
    'users.updateMany': (n: number) => being(n, 'geändert'),
    'users.suspendMany': (n: number) => being(n, 'gesperrt'),
    'users.reactivateMany': (n: number) => being(n, 'entsperrt'),
    'users.removeMany': (n: number) => being(n, 'entfernt'),
    'users.exportMany': (n: number) => being(n, 'exportiert'),
    'invitations.reinviteMany': (n: number) => being(n, 'erneut eingeladen'),
    'invitations.extendMany': (n: number) => `Links von ${people(n)} werden verlängert`,
    'invitations.revokeMany': (n: number) => `Einladungen von ${people(n)} werden widerrufen`,
    'audit.exportMany': auditWords.doing,
    'bounces.markMany': bounces.doing.mark,
    'bounces.unmarkMany': bounces.doing.unmark,
    'guests.renewMany': (n: number) => `Zugang von ${count(n, 'Gast', 'Gästen')} wird verlängert`,
    'guests.setSponsorMany': (n: number) => `Verantwortliche Person von ${count(n, 'Gast', 'Gästen')} wird geändert`,
  },
  doingOther: (n: number) => being(n, 'bearbeitet'),
  done: {
    'users.updateMany': (n: number) => `${people(n)} geändert`,
    'users.suspendMany': (n: number) => `${people(n)} gesperrt`,
    'users.reactivateMany': (n: number) => `${people(n)} entsperrt`,
    'users.removeMany': (n: number) => `${people(n)} entfernt`,
    'users.exportMany': (n: number) => `${people(n)} exportiert`,
    'invitations.reinviteMany': (n: number) => `${people(n)} erneut eingeladen`,
    'invitations.extendMany': (n: number) => `${count(n, 'Link', 'Links')} verlängert`,
    'invitations.revokeMany': (n: number) => `${count(n, 'Einladung', 'Einladungen')} widerrufen`,
    'audit.exportMany': auditWords.done,
    'bounces.markMany': bounces.done.mark,
    'bounces.unmarkMany': bounces.done.unmark,
    'guests.renewMany': (n: number) => `${count(n, 'Gast', 'Gäste')} verlängert`,
    'guests.setSponsorMany': (n: number) => `Verantwortliche Person von ${count(n, 'Gast', 'Gästen')} geändert`,
  },
  doneOther: (n: number) => `${people(n)} bearbeitet`,
  through: (n: number, total: number) => `${number(n)} von ${number(total)}`,
  failed: (n: number) => `Bei ${number(n)} war es nicht möglich.`,
  allDone: 'Alle sind bearbeitet.',
  ended: {
    cancelled: (n: number) => `Abgebrochen.${left(n)}`,
    denied: (n: number) => `Angehalten: Das Recht dazu wurde entzogen.${left(n)}`,
    failed: (n: number) => `Angehalten: In Gatehouse ist etwas schiefgegangen.${left(n)}`,
  } satisfies Readonly<Record<Exclude<JobState, 'running' | 'finished'>, (n: number) => string>>,
  goesOn: 'Läuft weiter, wenn dies geschlossen wird.',
  background: 'Im Hintergrund fortsetzen',
  results: 'Ergebnisse',
  items: { failed: 'Nicht möglich', done: 'Erledigt', waiting: 'Nicht erreicht' } satisfies Readonly<
    Record<ItemState, string>
  >,
  columns: { who: 'Wer', why: 'Warum', email: 'E-Mail' },
  showResult: 'Ergebnis anzeigen',
  openRunning: (what: string) => `${what}: Fortschritt anzeigen`,
  severalRunning: (n: number) => `${number(n)} Sammelaktionen laufen`,
  saveFile: 'Datei speichern',
  saved: (file: string) => `Gespeichert als ${file}.`,
  format: { label: 'Format', csv: 'CSV', xlsx: 'Excel (XLSX)' },
  fileName: (date: string) => `benutzer-${date}`,
  exportColumns,
} as const;
