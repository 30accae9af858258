import type { Run } from './session.ts';
import type { VerbName } from './table.ts';

const people = () => import('./verbs/people.ts');
const outbox = () => import('./verbs/outbox.ts');
const exporting = () => import('./verbs/export.ts');

type Apart = 'sign-in' | 'recover' | 'sign-out' | 'serve' | 'call' | 'operations' | 'completion' | 'help';

/** What runs each verb. Modules are imported when they are needed: help opens neither a database nor a server. */
const runners: Readonly<Record<Exclude<VerbName, Apart>, () => Promise<Run>>> = {
  invite: async () => (await import('./verbs/invite.ts')).invite,
  reinvite: async () => (await people()).reinvite,
  revoke: async () => (await people()).revoke,
  'guests renew': async () => (await people()).renewGuests,
  'users list': async () => (await import('./verbs/users-list.ts')).listUsers,
  import: async () => (await import('./verbs/import.ts')).importFile,
  'export users': async () => (await exporting()).exportUsers,
  'export pending': async () => (await exporting()).exportPending,
  'export guests': async () => (await exporting()).exportGuests,
  'export audit': async () => (await exporting()).exportAudit,
  'outbox list': async () => (await outbox()).listOutbox,
  'outbox show': async () => (await outbox()).showMessage,
  'outbox retry': async () => (await outbox()).retry,
  'outbox hold': async () => (await outbox()).hold,
  'outbox release': async () => (await outbox()).release,
  'outbox cancel': async () => (await outbox()).cancel,
  'outbox pause': async () => (await outbox()).pause,
  'outbox resume': async () => (await outbox()).resume,
  'backup make': async () => (await import('./verbs/backup.ts')).makeBackup,
  'backup list': async () => (await import('./verbs/backup.ts')).listBackups,
  'backup restore': async () => (await import('./verbs/backup.ts')).restoreBackup,
  'audit list': async () => (await import('./verbs/audit.ts')).listAudit,
  'audit verify': async () => (await import('./verbs/audit.ts')).verifyAudit,
};

/** Undefined for the commands that stand apart. */
export const runnerOf = (name: VerbName): Promise<Run> | undefined =>
  name in runners ? runners[name as keyof typeof runners]() : undefined;
