import { open } from 'node:fs/promises';
import { GatehouseError } from '#contract/errors.ts';
import type { GivenFile } from '#contract/import.ts';
import { importLimits } from '#contract/vocabulary/import.ts';
import type { Caller } from '../../kernel/context.ts';
import { unsuitable } from './table.ts';

/**
 * The bytes of a given file. The window passes the content of what a person chose and never a path, so a page cannot get any
 * other file read; the command line may name one.
 * @throws GatehouseError `file-unsuitable`, `file-unreadable`
 */
export async function bytesOf(file: GivenFile, { face }: Caller): Promise<Buffer> {
  const limit = importLimits.size;
  if ('base64' in file) {
    // four letters for three bytes: checked before anything is decoded
    if (file.base64.length > Math.ceil(limit / 3) * 4) throw unsuitable('too-large', { limit });
    return Buffer.from(file.base64, 'base64');
  }
  if (face !== 'cli' && face !== 'core') throw unsuitable('path-elsewhere');
  return readUpTo(file.path, limit);
}

async function readUpTo(file: string, limit: number): Promise<Buffer> {
  try {
    const handle = await open(file, 'r');
    try {
      const stat = await handle.stat();
      // a pipe or a device may never end
      if (!stat.isFile()) throw unsuitable('not-a-table');
      if (stat.size > limit) throw unsuitable('too-large', { limit });
      const bytes = Buffer.alloc(stat.size);
      const { bytesRead } = await handle.read(bytes, 0, stat.size, 0);
      return bytes.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof GatehouseError) throw error;
    throw new GatehouseError('file-unreadable', { file, detail: (error as NodeJS.ErrnoException).code ?? '' });
  }
}
