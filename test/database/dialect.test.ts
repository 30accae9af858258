import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, it, onTestFinished } from 'vitest';
import { databaseFile } from '../../src-main/core.ts';
import { GatehouseDialect } from '../../src-main/database/dialect.ts';
import { openStore } from '../../src-main/database/open.ts';
import type { Schema } from '../../src-main/database/schema.ts';
import { temporaryFolder } from '../support/workspace.ts';

it('a migration that fails halfway leaves nothing of itself, nor of those before it', async () => {
  const connection = new Database(':memory:');
  const db = new Kysely<Schema>({ dialect: new GatehouseDialect(connection) });
  onTestFinished(() => db.destroy());
  const make = (table: string) => (db: Kysely<unknown>) =>
    db.schema.createTable(table).addColumn('id', 'integer').execute();
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () => ({
        '0001': { up: make('first') },
        '0002': {
          async up(db) {
            await make('second')(db);
            throw new Error('in the middle');
          },
        },
      }),
    },
  });
  expect((await migrator.migrateToLatest()).error).toMatchObject({ message: 'in the middle' });
  const tables = connection.prepare(`SELECT name FROM sqlite_schema WHERE name IN ('first', 'second')`).all();
  expect(tables).toEqual([]);
});

it('a file whose creator was killed before the first table can be opened', async () => {
  const file = databaseFile(temporaryFolder());
  const killed = new Database(file);
  killed.pragma('journal_mode = WAL');
  killed.pragma('user_version = 0');
  killed.close();
  const store = await openStore(file);
  onTestFinished(() => store.close());
  expect(await store.read.selectFrom('organization').selectAll().execute()).toEqual([]);
});
