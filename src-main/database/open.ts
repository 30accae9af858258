import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { GatehouseError } from '#contract/errors.ts';
import { nativeBinding } from './binding.ts';
import { GatehouseDialect } from './dialect.ts';
import { failpoint } from './failpoint.ts';
import { migrations } from './migrations/index.ts';
import { askDirectly } from './prepared.ts';
import type { ReadableDb, Schema } from './schema.ts';
import { openingTrouble, sqliteTrouble } from './trouble.ts';

/** An open workspace database: one connection that writes, and a separate one for queries, which cannot. */
export interface Store {
  readonly write: Kysely<Schema>;
  readonly read: ReadableDb;
  /** Whether another process has written since this was last asked. */
  readonly changedElsewhere: () => boolean;
  readonly sqliteVersion: string;
  readonly file: string;
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  /** Look for damage page by page before use, as after a crash. */
  readonly check?: boolean;
  /** How long to wait for another program that holds the lock. */
  readonly busyMilliseconds?: number;
  /** Called before an older database is migrated; when it fails, the file stays as it is. */
  readonly beforeMigration?: () => Promise<void>;
}

type Found = 'current' | 'older' | 'empty';

const sqliteHeader = 'SQLite format 3\0';
/** How long every process waits for the lock of writing, the command line included. */
export const usualBusyMilliseconds = 10_000;
/** Checking every page takes about a second per gigabyte: small files get it on every start, large ones after a crash. */
const alwaysCheckedBytes = 64 * 2 ** 20;

/**
 * Opens or creates the database of a workspace and brings it to this version.
 * @throws GatehouseError `file-unreadable`, `file-damaged`, `file-newer`, `workspace-busy`: the file is then untouched.
 */
export async function openStore(file: string, options: OpenOptions = {}): Promise<Store> {
  try {
    return await open(file, options);
  } catch (error) {
    throw openingTrouble(error, file);
  }
}

async function open(file: string, options: OpenOptions): Promise<Store> {
  const exists = existsSync(file) && statSync(file).size > 0;
  const timeout = options.busyMilliseconds ?? usualBusyMilliseconds;
  const found = exists && inspect(file, timeout, options.check ?? statSync(file).size < alwaysCheckedBytes);
  if (found === 'older') await saveFirst(file, options);
  const writer = connect(file, timeout, false);
  try {
    const db = new Kysely<Schema>({ dialect: new GatehouseDialect(writer) });
    // migrating takes the write lock, for which a mere reader need not wait
    if (found !== 'current') await migrate(db, file);
    const reader = connect(file, timeout, true);
    const dialect = new GatehouseDialect(reader);
    const read = new Kysely<Schema>({ dialect });
    askDirectly(read, dialect.ask);
    let version = dataVersion(writer);
    return {
      write: db,
      read,
      file,
      sqliteVersion: writer.prepare('SELECT sqlite_version()').pluck().get() as string,
      changedElsewhere() {
        const now = dataVersion(writer);
        const changed = now !== version;
        version = now;
        return changed;
      },
      async close() {
        // Kysely closes only what it has used. The writer goes last: only it can move the WAL into the file.
        await read.destroy();
        reader.close();
        await db.destroy();
        writer.close();
      },
    };
  } catch (error) {
    writer.close();
    throw error;
  }
}

/** @throws GatehouseError `not-saved-before-update` */
async function saveFirst(file: string, { beforeMigration }: OpenOptions): Promise<void> {
  try {
    failpoint('migration.saving');
    await beforeMigration?.();
    failpoint('migration.saved');
  } catch (error) {
    const trouble = openingTrouble(error, file);
    if (!(trouble instanceof GatehouseError)) throw trouble;
    const { file: where = file, detail = trouble.code } = trouble.data as { file?: string; detail?: string };
    throw new GatehouseError('not-saved-before-update', { file: where, detail });
  }
}

const dataVersion = (connection: Database.Database) => connection.pragma('data_version', { simple: true }) as number;

function connect(file: string, timeout: number, readonly: boolean): Database.Database {
  const binding = nativeBinding();
  const connection = new Database(file, {
    readonly,
    timeout,
    ...(binding ? { nativeBinding: binding } : {}),
  });
  if (!readonly) connection.pragma('journal_mode = WAL');
  // better-sqlite3 is compiled with NORMAL for WAL: a power cut could then undo what was reported as saved
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('cache_size = -65536');
  if (readonly) connection.pragma('query_only = ON');
  assertPragmas(connection, readonly);
  return connection;
}

/** A pragma that does not take effect fails silently, so each one is read back. */
function assertPragmas(connection: Database.Database, readonly: boolean): void {
  const expected = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, ...(readonly ? { query_only: 1 } : {}) };
  for (const [name, value] of Object.entries(expected)) {
    const actual = connection.pragma(name, { simple: true });
    if (actual !== value) throw new Error(`SQLite pragma ${name} is ${String(actual)}, expected ${value}`);
  }
}

/**
 * Inspects an existing file through a read-only connection, so that a refused file stays as it is.
 * @returns whether it is of this version; `empty` when another process is about to fill it
 */
function inspect(file: string, timeout: number, thorough: boolean): Found {
  readHeader(file);
  let connection: Database.Database | undefined;
  try {
    const binding = nativeBinding();
    connection = new Database(file, {
      readonly: true,
      fileMustExist: true,
      timeout,
      ...(binding ? { nativeBinding: binding } : {}),
    });
    const found = thorough ? connection.pragma('integrity_check(1)', { simple: true }) : 'ok';
    if (found !== 'ok') throw new GatehouseError('file-damaged', { file, detail: String(found) });
    return versionOf(connection, file);
  } catch (error) {
    if (error instanceof GatehouseError) throw error;
    throw sqliteTrouble(error, file) ?? new GatehouseError('file-damaged', { file, detail: (error as Error).message });
  } finally {
    connection?.close();
  }
}

function readHeader(file: string): void {
  const handle = openSync(file, 'r');
  const head = Buffer.alloc(sqliteHeader.length);
  try {
    readSync(handle, head, 0, head.length, 0);
  } finally {
    closeSync(handle);
  }
  if (head.toString('latin1') !== sqliteHeader)
    throw new GatehouseError('file-damaged', { file, detail: 'it does not begin like a SQLite database' });
}

/** @throws GatehouseError `file-newer`; `file-damaged` for another program's database */
function versionOf(connection: Database.Database, file: string): Found {
  const tables = connection.prepare('SELECT name FROM sqlite_schema').pluck().all();
  if (tables.length === 0) return 'empty'; // another process is about to make them, or one was killed before it could
  if (!tables.includes('kysely_migration'))
    throw new GatehouseError('file-damaged', { file, detail: 'it is not a Gatehouse workspace' });
  const names = connection.prepare('SELECT name FROM kysely_migration ORDER BY name').pluck().all() as string[];
  // the table of migrations exists before the first of them has run: its maker was killed, and nothing is lost
  if (names.length === 0) return 'empty';
  const newer = names.find((name) => !Object.hasOwn(migrations, name));
  if (newer) throw new GatehouseError('file-newer', { file, version: newer });
  return names.length === Object.keys(migrations).length ? 'current' : 'older';
}

async function migrate(db: Kysely<Schema>, file: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => steps() } });
  const { error } = await migrator.migrateToLatest();
  failpoint('migration.over');
  if (error)
    throw (
      sqliteTrouble(error, file) ??
      new GatehouseError('file-damaged', { file, detail: error instanceof Error ? error.message : String(error) })
    );
}

/** All of them run in one transaction. */
const steps = () =>
  Object.fromEntries(
    Object.entries(migrations).map(([name, { up }]): [string, Migration] => [
      name,
      {
        async up(db) {
          failpoint('migration.step');
          await up(db);
          failpoint('migration.stepped');
        },
      },
    ]),
  );
