import type Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import { failpoint } from './failpoint.ts';
import { letsGoWhenQuiet } from './quiet.ts';

const mostStatements = 300;

/** Kysely prepares every query again, which costs more than a small query itself: this keeps the statements last used. */
function memoised(connection: Database.Database): SqliteDatabase {
  const statements = new Map<string, Database.Statement>();
  const asked = letsGoWhenQuiet(connection);
  return {
    close: () => connection.close(),
    prepare(sql) {
      failpoint('database.statement');
      asked();
      let statement = statements.get(sql);
      // re-inserting makes the map's order the order of use
      if (statement) statements.delete(sql);
      else statement = connection.prepare(sql);
      statements.set(sql, statement);
      if (statements.size > mostStatements) statements.delete(statements.keys().next().value as string);
      return statement;
    },
  };
}

class ImmediateDriver extends SqliteDriver {
  readonly #underWay: () => boolean;
  constructor(database: SqliteDatabase, underWay: () => boolean) {
    super({ database });
    this.#underWay = underWay;
  }
  /** A transaction that begins as a reader and writes later can fail at once when another process writes; this kind waits. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
  /** On a full disk SQLite rolls back by itself; a second rollback would fail and hide the original failure. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#underWay()) await super.rollbackTransaction(connection);
  }
}

class TransactionalAdapter extends SqliteAdapter {
  /**
   * SQLite rolls back CREATE and ALTER like anything else, which Kysely does not assume. With it all migrations are one
   * transaction: a crash leaves none half done, and of two processes that open a new file, one makes the tables.
   */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** SQLite as Gatehouse uses it: cached statements, and transactions that take the write lock when they begin. */
export class GatehouseDialect extends SqliteDialect {
  readonly #makeDriver: () => Driver;
  /** Answers synchronously, on the same connection with the same statements. */
  readonly ask: (sql: string, parameters: readonly unknown[]) => unknown[];
  constructor(connection: Database.Database) {
    const database = memoised(connection);
    super({ database });
    this.ask = (sql, parameters) => database.prepare(sql).all(parameters);
    this.#makeDriver = () => new ImmediateDriver(database, () => connection.inTransaction);
  }
  override createAdapter(): TransactionalAdapter {
    return new TransactionalAdapter();
  }
  override createDriver(): Driver {
    return this.#makeDriver();
  }
}
