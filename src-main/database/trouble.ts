import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { GatehouseError } from '#contract/errors.ts';

/** SQLite's result codes (sqlite.org/rescode.html) that are about the file rather than a statement. */
const unusable = /^SQLITE_(?:READONLY|CANTOPEN|FULL|IOERR|PERM)(?=_|$)/;

/**
 * Puts SQLite's failure down to rights, the disk or another program where it is, so that people can be told.
 * @returns `workspace-busy`, `file-unreadable` or `file-damaged`; undefined for a defect of ours
 */
export function sqliteTrouble(error: unknown, file: string): GatehouseError | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string') return undefined;
  if (/^SQLITE_(?:BUSY|LOCKED)/.test(code)) return new GatehouseError('workspace-busy', { file });
  if (/^SQLITE_(?:CORRUPT|NOTADB)/.test(code)) return new GatehouseError('file-damaged', { file, detail: message });
  const detail = unusable.exec(code)?.[0];
  if (detail === undefined) return undefined;
  return new GatehouseError('file-unreadable', { file, detail: detail === 'SQLITE_IOERR' ? causeOf(file) : detail });
}

/** The same while a workspace is being opened, when failing system calls concern its files too. */
export function openingTrouble(error: unknown, file: string): unknown {
  if (error instanceof GatehouseError) return error;
  const { code, syscall, path: at = file } = error as NodeJS.ErrnoException;
  // Node reports a folder that may not be made as one that does not exist
  const detail = (code === 'ENOENT' && syscall === 'mkdir' && refusalOf(at)) || code;
  if (detail && syscall) return new GatehouseError('file-unreadable', { file: at, detail });
  return sqliteTrouble(error, file) ?? error;
}

/**
 * SQLite calls all of it a disk error, even where a file that connections share cannot grow, or a disk has turned
 * read-only.
 */
function causeOf(file: string): string {
  const folder = path.dirname(file);
  return refusalOf(folder) ?? (isFull(folder) ? 'SQLITE_FULL' : 'SQLITE_IOERR');
}

function isFull(folder: string): boolean {
  try {
    return statfsSync(folder).bavail === 0;
  } catch {
    return false;
  }
}

/** The code with which the system refuses to write in a folder, or in the nearest existing one above it. */
function refusalOf(folder: string): string | undefined {
  if (!existsSync(folder) && path.dirname(folder) !== folder) return refusalOf(path.dirname(folder));
  try {
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
}
