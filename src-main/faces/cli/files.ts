import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { wrongUse } from './read-verb.ts';
import type { Session } from './session.ts';

/** A file that is there already is replaced only with `--yes`. @throws GatehouseError `usage` */
export function refuseOverwriting({ given }: Pick<Session, 'given'>, file: string): void {
  if (!given.yes && existsSync(file)) throw wrongUse('file-exists', file);
}

/** Writes a whole file or none: what stood there stays until the new one is complete. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const half = `${file}.${process.pid}.part`;
  try {
    await writeFile(half, content, { mode: 0o600 });
    await rename(half, file);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}
