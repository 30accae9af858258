import { closeSync, fsyncSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { nativeBinding } from './binding.ts';
import { failpoint } from './failpoint.ts';

/** How far a copy has come, in pages of the database. */
export type CopyProgress = (done: number, total: number) => void;

/** Pages copied in one go: about a megabyte, so that nothing else on this thread waits for long. */
const pagesAtOnce = 256;

/** Opens a backup's file with this runtime's build of SQLite. */
export function connectTo(file: string, options: Database.Options = {}): Database.Database {
  const binding = nativeBinding();
  return new Database(file, { timeout: 10_000, ...options, ...(binding ? { nativeBinding: binding } : {}) });
}

/** Opens a file to read all of it once: nothing is read twice, so few of its pages are kept. */
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
  /** For tests: called once it is settled what the copy will hold, with the connection that sees exactly that. */
  readonly begun?: (source: Database.Database) => void;
}

/**
 * Copies a database that may be written to meanwhile, through SQLite's backup API (sqlite.org/backup.html). The source is
 * read within one transaction: the copy is the database at one instant, and writers never make it start over. It is a
 * single file without companions, and is on the disk when this returns.
 * @throws what SQLite and the system throw; the caller then removes the file `to`
 */
export async function copyDatabase(file: string, to: string, options: CopyOptions = {}): Promise<void> {
  const source = connectToReadThrough(file);
  try {
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_schema').get(); // a transaction's view is fixed by its first read
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

/** A copy is marked as using a WAL; without that it can be opened where nothing may be written beside it. */
function becomeOneFile(file: string): void {
  const copy = connectTo(file, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

/** Waits until a file is on the disk. */
export function flush(file: string, how = 'r+'): void {
  const handle = openSync(file, how);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The same for a folder's entries. Some systems (Windows) cannot be asked to, and need not be. */
export function flushFolder(folder: string): void {
  try {
    flush(folder, 'r');
  } catch {
    // see above
  }
}

/**
 * Moves the WAL into a database that nobody else has open, so that it is one file. This also shows that nobody else has it
 * open, since SQLite refuses it while there is any other connection.
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
