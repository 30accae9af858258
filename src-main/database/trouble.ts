import { statfsSync } from 'node:fs';
import path from 'node:path';
import { GatehouseError } from '#contract/errors.ts';

/** Result codes of SQLite (sqlite.org/rescode.html) that speak about the file and not about a statement. */
const unusable = /^SQLITE_(?:READONLY|CANTOPEN|FULL|IOERR|PERM)(?=_|$)/;

/**
 * What rights, the disk or another program have to do with SQLite's failure, for people to be told.
 * @returns `workspace-busy`, `file-unreadable` or `file-damaged`; undefined for a defect of ours
 */
export function sqliteTrouble(error: unknown, file: string): GatehouseError | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string') return undefined;
  if (/^SQLITE_(?:BUSY|LOCKED)/.test(code)) return new GatehouseError('workspace-busy', { file });
  if (/^SQLITE_(?:CORRUPT|NOTADB)/.test(code)) return new GatehouseError('file-damaged', { file, detail: message });
  const detail = unusable.exec(code)?.[0];
  if (detail === undefined) return undefined;
  const full = detail === 'SQLITE_IOERR' && !hasRoom(path.dirname(file));
  return new GatehouseError('file-unreadable', { file, detail: full ? 'SQLITE_FULL' : detail });
}

/** SQLite calls it an error of the disk where the file that connections share cannot be made for want of room. */
function hasRoom(folder: string): boolean {
  try {
    return statfsSync(folder).bavail > 0;
  } catch {
    return true;
  }
}

/** The same while a workspace is being opened, when a failing system call is about its files too. */
export function openingTrouble(error: unknown, file: string): unknown {
  if (error instanceof GatehouseError) return error;
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (code && syscall) return new GatehouseError('file-unreadable', { file: path ?? file, detail: code });
  return sqliteTrouble(error, file) ?? error;
}
