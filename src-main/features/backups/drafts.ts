import { randomBytes } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { draftPrefix } from './names.ts';

/** Longer than making any backup takes. */
const abandonedMilliseconds = 6 * 3_600_000;

/** A name for something that is being made in a folder. */
export const draftIn = (folder: string) => path.join(folder, `${draftPrefix}${randomBytes(6).toString('hex')}`);

/** Removes a draft and what SQLite may have put beside it. */
export async function removeDraft(draft: string): Promise<void> {
  for (const file of [draft, `${draft}-journal`, `${draft}-wal`, `${draft}-shm`])
    await rm(file, { force: true, recursive: true });
}

/** Removes drafts that a killed process left behind. */
export async function sweepDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(draftPrefix)) continue;
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > abandonedMilliseconds) await removeDraft(file);
  }
}
