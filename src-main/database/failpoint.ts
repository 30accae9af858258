/**
 * Places at which `npm run test:crash` kills a process, or a test makes something fail. A place in a transaction comes
 * before the next step; one after a step says that the step is done.
 */
export const failpoints = [
  // every transaction and every statement
  'database.statement',
  'transaction.begun',
  'transaction.worked',
  'transaction.written',
  'transaction.committed',
  'lease.taken',
  'lease.dropped',
  // inviting: one person, from a file and from a draft
  'invite.people',
  'invite.members',
  'invite.access',
  'invite.invitations',
  'invite.queued',
  'import.read',
  'draft.invited',
  'draft.rows-removed',
  // the life of an invitation and of a guest
  'accept.proved',
  'accept.claimed',
  'accept.account',
  'accept.joined',
  'invitation.closed',
  'reinvite.renewed',
  'renew.extended',
  'renew.queued',
  // jobs
  'job.planned',
  'job.held',
  'job.items-written',
  'job.chunk-worked',
  'job.chunk-over',
  // the outbox, from the lease to the outcome
  'outbox.leased',
  'outbox.letters-fixed',
  'outbox.composed',
  'outbox.body-allowed',
  'outbox.body-left',
  'outbox.answered',
  'outbox.settling',
  'outbox.settled',
  'outbox.taken-over',
  // the audit and the workspace's secret
  'audit.sealed',
  'audit-ends.drafted',
  'audit-ends.noted',
  'key.drafted',
  'key.linked',
  // migrations
  'migration.saving',
  'migration.saved',
  'migration.step',
  'migration.stepped',
  'migration.over',
  // backups
  'backup.begun',
  'backup.copying',
  'backup.copied',
  'backup.one-file',
  'backup.checked',
  'backup.sealed',
  'backup.named',
  'backup.pruned',
  // restoring: getting ready, then the swap
  'restore.begun',
  'restore.brought',
  'restore.keyed',
  'restore.settled',
  'restore.staged',
  'restore.ready',
  'restore.journal-drafted',
  'restore.journal-written',
  'restore.companion',
  'restore.leaves',
  'restore.arrives',
  'restore.all-moved',
  'restore.journal-gone',
] as const;
export type Failpoint = (typeof failpoints)[number];

let hook: ((point: Failpoint) => void) | undefined;

/**
 * Marks a place. It does nothing unless a test has set its hook: no setting, argument or environment variable can, and
 * `test/scripts/failpoints.test.ts` shows that nothing in the application can either.
 */
export function failpoint(point: Failpoint): void {
  hook?.(point);
}

/** For tests only. @returns what removes the hook */
export function atFailpoints(reached: (point: Failpoint) => void): () => void {
  hook = reached;
  return () => {
    hook = undefined;
  };
}
