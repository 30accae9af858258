import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { nativeBinding } from '../../src-main/database/binding.ts';

/** Opens a database file directly, without Gatehouse. */
export function rawDatabase(file: string, options: Database.Options = {}): Database.Database {
  const binding = nativeBinding();
  return new Database(file, { ...options, ...(binding ? { nativeBinding: binding } : {}) });
}

/** A digest over every row of every table of a database. */
export function digestOf(connection: Database.Database): string {
  const hash = createHash('sha256');
  const tables = connection
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as string[];
  for (const table of tables) {
    hash.update(table);
    for (const row of connection.prepare(`SELECT * FROM "${table}"`).raw().iterate()) hash.update(JSON.stringify(row));
  }
  return hash.digest('hex');
}
