import { readdirSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { createBackupDuty } from '../../src-main/features/backups/scheduler.ts';
import type { Scheduler } from '../../src-main/kernel/scheduler.ts';
import { freshWorkspace, type Workspace } from './workspace.ts';

/** Makes passphrases cheap to try. */
export const cheap = { memory: 8, passes: 1, lanes: 1 };
export const passphrase = 'a passphrase for backups';

export const backupWorkspace = () => freshWorkspace({ backupCost: cheap });

export const backupFolder = ({ core }: Workspace) => path.join(core.folder, 'backups');
/** All files in the folder, unfinished ones included. */
export const filesOf = (w: Workspace, folder = backupFolder(w)) => readdirSync(folder).sort();

export const save = (w: Workspace, more: { folder?: string; passphrase?: string | null; automatic?: boolean }) =>
  w.call('backups.saveSettings', { automatic: true, folder: null, ...more });

/** What makes the automatic backups, as the service starts it. */
export function duty({ core }: Workspace, holder?: string): Scheduler {
  const made = createBackupDuty({ ...core, ...(holder ? { holder } : {}) });
  onTestFinished(() => made.close());
  return made;
}
