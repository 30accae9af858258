import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';

/**
 * Writes a file whole or not at all, readable by its owner only: the old one stays until the new one is complete, and on the
 * disk, so that a power cut leaves one of the two.
 * @param drafted called once the new one is complete but not yet in its place
 */
export async function replaceFile(file: string, content: string | Uint8Array, drafted = () => {}): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(draft, content, { mode: 0o600, flush: true });
    drafted();
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
