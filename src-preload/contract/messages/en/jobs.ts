import type { ItemState, JobState } from '../../jobs.ts';
import type { ExportColumn } from '../../vocabulary/users.ts';
import { auditWords } from './audit-filters.ts';
import { bounces } from './bounces.ts';
import { common, count } from './common.ts';
import { number } from './format.ts';

const { people } = common;
const left = (n: number) =>
  n === 0 ? '' : ` ${count(n, 'person was', 'people were')} not reached and stay as before.`;

const exportColumns: Readonly<Record<ExportColumn, string>> = {
  name: 'Name',
  email: 'E-mail',
  kind: 'Kind',
  status: 'Status',
  roles: 'Roles',
  teams: 'Teams',
  groups: 'Groups',
  products: 'Products',
  lines: 'Lines',
  invitedBy: 'Invited by',
  sentAt: 'Sent',
  validUntil: 'Valid until',
  changedAt: 'Last change',
  accessEndsAt: 'Access ends',
  sponsor: 'Sponsor',
  mailState: 'Mail',
  mailAnswer: 'Mail server’s words',
  invitedAt: 'Invited',
  age: 'Age (hours)',
  timeLeft: 'Time left (hours)',
  generation: 'Invitation no.',
};

/** Words of deeds on many people: progress and results. */
export const jobs = {
  title: 'Bulk deeds',
  doing: {
    'users.updateMany': (n: number) => `Changing ${people(n)}`,
    'users.suspendMany': (n: number) => `Suspending ${people(n)}`,
    'users.reactivateMany': (n: number) => `Reactivating ${people(n)}`,
    'users.removeMany': (n: number) => `Removing ${people(n)}`,
    'users.exportMany': (n: number) => `Exporting ${people(n)}`,
    'invitations.reinviteMany': (n: number) => `Reinviting ${people(n)}`,
    'invitations.extendMany': (n: number) => `Extending the links of ${people(n)}`,
    'invitations.revokeMany': (n: number) => `Revoking the invitations of ${people(n)}`,
    'audit.exportMany': auditWords.doing,
    'bounces.markMany': bounces.doing.mark,
    'bounces.unmarkMany': bounces.doing.unmark,
    'guests.renewMany': (n: number) => `Renewing the access of ${count(n, 'guest', 'guests')}`,
    'guests.setSponsorMany': (n: number) => `Changing the sponsor of ${count(n, 'guest', 'guests')}`,
  },
  doingOther: (n: number) => `Working on ${people(n)}`,
  done: {
    'users.updateMany': (n: number) => `${people(n)} changed`,
    'users.suspendMany': (n: number) => `${people(n)} suspended`,
    'users.reactivateMany': (n: number) => `${people(n)} reactivated`,
    'users.removeMany': (n: number) => `${people(n)} removed`,
    'users.exportMany': (n: number) => `${people(n)} exported`,
    'invitations.reinviteMany': (n: number) => `${people(n)} reinvited`,
    'invitations.extendMany': (n: number) => `${count(n, 'link', 'links')} extended`,
    'invitations.revokeMany': (n: number) => `${count(n, 'invitation', 'invitations')} revoked`,
    'audit.exportMany': auditWords.done,
    'bounces.markMany': bounces.done.mark,
    'bounces.unmarkMany': bounces.done.unmark,
    'guests.renewMany': (n: number) => `${count(n, 'guest', 'guests')} renewed`,
    'guests.setSponsorMany': (n: number) => `Sponsor of ${count(n, 'guest', 'guests')} changed`,
  },
  doneOther: (n: number) => `${people(n)} done`,
  through: (n: number, total: number) => `${number(n)} of ${number(total)}`,
  failed: (n: number) => `${number(n)} could not be done.`,
  allDone: 'All of them are done.',
  ended: {
    cancelled: (n: number) => `Cancelled.${left(n)}`,
    denied: (n: number) => `Stopped: the right to do this was withdrawn.${left(n)}`,
    failed: (n: number) => `Stopped: something went wrong inside Gatehouse.${left(n)}`,
  } satisfies Readonly<Record<Exclude<JobState, 'running' | 'finished'>, (n: number) => string>>,
  goesOn: 'Continues when this is closed.',
  background: 'Continue in background',
  results: 'Results',
  items: { failed: 'Could not be done', done: 'Done', waiting: 'Not reached' } satisfies Readonly<
    Record<ItemState, string>
  >,
  columns: { who: 'Who', why: 'Why', email: 'E-mail' },
  showResult: 'Show result',
  openRunning: (what: string) => `${what}: show progress`,
  severalRunning: (n: number) => `${number(n)} jobs running`,
  saveFile: 'Save file',
  saved: (file: string) => `Saved as ${file}.`,
  format: { label: 'Format', csv: 'CSV', xlsx: 'Excel (XLSX)' },
  fileName: (date: string) => `users-${date}`,
  exportColumns,
} as const;
