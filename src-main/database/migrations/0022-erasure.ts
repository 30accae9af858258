import { type Kysely, sql } from 'kysely';

const statements = [
  // that somebody was erased, without saying who: what is kept of the address can only be compared, and only with the key
  `CREATE TABLE erasure (
    id TEXT PRIMARY KEY,
    organization_id INTEGER NOT NULL,
    who TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    at INTEGER NOT NULL,
    scrubbed_at INTEGER
  ) STRICT, WITHOUT ROWID`,
  // which erasure took an entry's personal part, and a proof that Gatehouse did it
  'ALTER TABLE audit ADD COLUMN erased TEXT',
];

/** People whose data was erased. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
