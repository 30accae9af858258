import { closeSync, fsyncSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { nativeBinding } from './binding.ts';
import { failpoint } from './failpoint.ts';

/** How far a copy has come, in pages of the database. */
export type CopyProgress = (done: number, total: number) => void;

/** Pages copied at one go: about a megabyte, so that nothing else on this thread waits for long. */
const pagesAtOnce = 256;

/** Opens a file of a backup with this runtime's build of SQLite. */
export function connectTo(file: string, options: Database.Options = {}): Database.Database {
  const binding = nativeBinding();
  return new Database(file, { timeout: 10_000, ...options, ...(binding ? { nativeBinding: binding } : {}) });
}

/** Opens a file to read all of it once: what was read is not read again, and few of its pages are kept. */
export function connectToReadThrough(file: string): Database.Database {
  const connection = connectTo(file, { readonly: true, fileMustExist: true });
  try {
    connection.pragma('cache_size = -2048');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

export interface CopyOptions {
  readonly progress?: CopyProgress;
  /** For tests: called once it is settled what the copy will hold, with the connection that sees just that. */
  readonly begun?: (source: Database.Database) => void;
}

/**
 * Copies a database that may be written to meanwhile, through SQLite's backup API (sqlite.org/backup.html). The source is
 * read within one transaction: the copy is the database of one instant, and writers never make it begin anew. It is one
 * file without companions, and lies on the disk when this returns.
 * @throws what SQLite and the system throw; the file `to` is then the caller's to remove
 */
export async function copyDatabase(file: string, to: string, options: CopyOptions = {}): Promise<void> {
  const source = connectToReadThrough(file);
  try {
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_schema').get(); // a transaction begins to see with its first read
    options.begun?.(source);
    await source.backup(to, {
      progress({ totalPages, remainingPages }) {
        failpoint('backup.copying');
        options.progress?.(totalPages - remainingPages, totalPages);
        return pagesAtOnce;
      },
    });
  } finally {
    source.close();
  }
  failpoint('backup.copied');
  becomeOneFile(to);
  failpoint('backup.one-file');
  flush(to);
}

/** A copy says of itself that it keeps a WAL; without one it can be opened where nothing may be written beside it. */
function becomeOneFile(file: string): void {
  const copy = connectTo(file, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

/** Waits until the disk has a file. */
export function flush(file: string, how = 'r+'): void {
  const handle = openSync(file, how);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The same for what a folder lists. Some systems cannot be asked for it (Windows), and need no asking. */
export function flushFolder(folder: string): void {
  try {
    flush(folder, 'r');
  } catch {
    // see above
  }
}

/**
 * Makes a database that nobody else has open one file: its WAL moves into it. It is how the house finds out that it is
 * alone, since SQLite refuses this while any other connection is there.
 * @returns false when somebody else has it open
 */
export function settleAlone(file: string): boolean {
  const connection = connectTo(file, { fileMustExist: true, timeout: 2000 });
  try {
    return connection.pragma('journal_mode = DELETE', { simple: true }) === 'delete';
  } catch (error) {
    if (/^SQLITE_(?:BUSY|LOCKED)/.test((error as { code?: string }).code ?? '')) return false;
    throw error;
  } finally {
    connection.close();
  }
}
