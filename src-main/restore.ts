import { applyRestore, dropStaging, restoreIsPending } from './features/backups/swap.ts';

export { restoreIsPending };

/**
 * Lets the workspace that `backups.restore` got ready take the place of this one, which must be closed.
 * @returns the folder that keeps what was there
 * @throws GatehouseError `workspace-busy` while somebody has it open; then everything is as it was
 */
export function replaceWorkspace(folder: string): string {
  try {
    return applyRestore(folder, Date.now());
  } catch (error) {
    // what was begun is finished by whoever opens the workspace next
    if (!restoreIsPending(folder)) dropStaging(folder);
    throw error;
  }
}
