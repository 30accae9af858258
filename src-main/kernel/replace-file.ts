import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';

/**
 * Writes a whole file or none, for its owner alone: what stood there stays until the new one is complete.
 * @param drafted called once the new one is complete and not in its place yet
 */
export async function replaceFile(file: string, content: string | Uint8Array, drafted = () => {}): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(draft, content, { mode: 0o600 });
    drafted();
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
