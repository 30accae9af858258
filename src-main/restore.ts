import { applyRestore, dropStaging, restoreIsPending } from './features/backups/swap.ts';

export { restoreIsPending };

/**
 * Puts the workspace that `backups.restore` prepared in the place of this one, which must be closed.
 * @returns the folder that keeps what was there
 * @throws GatehouseError `workspace-busy` while somebody has it open; then nothing has changed
 */
export function replaceWorkspace(folder: string): string {
  try {
    return applyRestore(folder, Date.now());
  } catch (error) {
    // a swap that was begun is finished by whoever opens the workspace next
    if (!restoreIsPending(folder)) dropStaging(folder);
    throw error;
  }
}
