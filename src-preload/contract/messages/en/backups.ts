import type { BackupKind } from '../../backups.ts';
import { count } from './common.ts';
import { number } from './format.ts';

/** Words about backups: their settings, their list, restoring one. */
export const backups = {
  lead: 'Copies of this workspace with everything in it, all organizations included. Each is opened and checked before it counts.',
  ownersOnly: 'A backup holds every organization of this workspace, so only owners see this page.',
  automatic: 'Back up every day',
  automaticHint:
    'Of the daily ones, the last 7 days, 4 weeks and 12 months are kept. A copy is always made before an update; the last 3 are kept.',
  folder: 'Folder',
  folderHint: 'Best on another disk. If that is not there, the backup fails and you are told.',
  usualFolder: 'In the folder of the workspace',
  choose: 'Choose…',
  useUsual: 'Use the workspace’s own',
  encrypt: 'Encrypt backups',
  encryptHint:
    'Only encrypted backups carry the workspace key. With it, links that are out stay valid on another computer too.',
  passphrase: 'Passphrase',
  passphraseHint: 'At least 12 characters. Keep it elsewhere: without it nobody can open the backup, not even you.',
  stored: 'Stored. Type to set another.',
  plain:
    'Without a passphrase, anybody who has the file can read all of it, and the workspace key must be kept beside it (workspace.key).',
  failed: (when: string) => `The last automatic backup failed, ${when}.`,
  failedHint: 'It is tried again every hour.',
  list: 'Backups',
  table: 'Backups, newest first',
  make: 'Back up now',
  making: (percent: number) => (percent >= 100 ? 'Checking…' : `Copying… ${percent} %`),
  made: (people: number) => `Backed up and verified: ${count(people, 'person', 'people')}.`,
  fromFile: 'Restore from a file…',
  columns: { made: 'Made', kind: 'Why', size: 'Size', encrypted: 'Encrypted', actions: 'Actions' },
  kinds: { daily: 'Daily', 'before-migration': 'Before an update', 'by-hand': 'By hand' } satisfies Readonly<
    Record<BackupKind, string>
  >,
  yes: 'Yes',
  no: 'No',
  size: (bytes: number) =>
    bytes < 1_000_000 ? `${number(Math.ceil(bytes / 1000))} kB` : `${number(Math.round(bytes / 100_000) / 10)} MB`,
  restore: 'Restore…',
  restoreOf: (when: string) => `Restore the backup of ${when}`,
  none: 'There is no backup yet.',
  unread: 'The backups could not be read',
  attention: {
    title: 'The last backup failed',
    action: 'Backups',
    old: (when: string) => `The last daily backup is from ${when}`,
    oldText: 'One is due every day. Gatehouse makes one while it runs.',
  },
  queue: 'The mail queue is paused: this workspace was restored from a backup',
  queueHint:
    'What left after the backup was made is unknown here. Look through the waiting mail, cancel what has been sent, then resume the queue in the Outbox.',
  preview: {
    title: 'Restore a backup',
    reading: 'Reading the backup…',
    locked: 'This backup is encrypted.',
    passphrase: 'Passphrase of the backup',
    open: 'Open',
    made: 'Made',
    table: 'What the backup holds, and what is here now',
    organization: 'Organization',
    when: 'When',
    otherOrganization: 'Somebody else’s organization',
    people: 'People',
    pending: 'Pending',
    waiting: 'Mail waiting',
    inBackup: 'In the backup',
    now: 'Now',
    nothing: '–',
    keys: {
      inside: 'It carries the workspace key: links that are out stay valid.',
      fits: 'The workspace key here fits: links that are out stay valid.',
      other:
        'It was made with another workspace key and carries none: links that are out end, and stored passwords must be typed again. Put its workspace.key into the workspace’s folder first if you have it.',
      unknown: 'Gatehouse cannot tell whether the workspace key here fits. If it does, links that are out stay valid.',
    },
    after:
      'The workspace as it is now is put aside in its folder, not deleted. Everybody signs in again. No mail leaves until you resume each queue.',
    type: (word: string) => `Type ${word} to confirm`,
    word: 'RESTORE',
    cancel: 'Cancel',
    confirm: 'Restore',
    unreadable: 'This backup cannot be restored',
  },
  firstStart: 'Restore a backup…',
  damaged: {
    other: 'Restore another backup…',
    text: 'A backup can take its place. The damaged file is kept.',
    latest: (when: string) => `Restore the backup of ${when}…`,
  },
  dialogs: { backups: 'Backups of Gatehouse', allFiles: 'All files' },
} as const;
