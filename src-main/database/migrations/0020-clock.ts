import { type Kysely, sql } from 'kysely';

const statements = [
  // how far the clock had come when somebody last wrote; milliseconds since 1970
  `CREATE TABLE clock_mark (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    at INTEGER NOT NULL
  ) STRICT`,
  'INSERT INTO clock_mark (id, at) VALUES (1, 0)',
];

/** A mark of how late it has been, which shows when the clock is set back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
