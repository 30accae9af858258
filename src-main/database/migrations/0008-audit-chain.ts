import { type Kysely, sql } from 'kysely';

const statements = [
  'ALTER TABLE audit ADD COLUMN digest TEXT',
  'ALTER TABLE audit ADD COLUMN seal TEXT',
  `CREATE TABLE audit_anchor (
    chain INTEGER PRIMARY KEY,
    after_id INTEGER NOT NULL,
    seal TEXT NOT NULL,
    proof TEXT NOT NULL
  ) STRICT`,
];

/** Each entry of the audit is sealed together with the one before it; what was written before stays as it is, unsealed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
