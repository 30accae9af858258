import path from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect } from 'vitest';
import { nativeBinding } from '../../src-main/database/binding.ts';
import { migrations } from '../../src-main/database/migrations/index.ts';
import { temporaryFolder } from './workspace.ts';

/** A database as an earlier version left it: with only these migrations, and the statements' rows. @returns its file */
export async function workspaceOf(names: readonly string[], statements: readonly string[]): Promise<string> {
  const file = path.join(temporaryFolder(), 'gatehouse.sqlite');
  const database = new Database(file, { nativeBinding: nativeBinding() });
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  const known = Object.fromEntries(Object.entries(migrations).filter(([name]) => names.includes(name)));
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => known } }).migrateToLatest();
  expect(error).toBeUndefined();
  for (const statement of statements) await sql.raw(statement).execute(db);
  await db.destroy();
  return file;
}
