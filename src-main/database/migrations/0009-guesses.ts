import { type Kysely, sql } from 'kysely';

/** Wrong passwords by account; `who` is an HMAC, so that the table names nobody without an account. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`CREATE TABLE wrong_password (
      who TEXT PRIMARY KEY,
      failures INTEGER NOT NULL,
      last_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID`)
    .execute(db);
  await sql.raw('CREATE INDEX wrong_password_by_time ON wrong_password (last_at)').execute(db);
}
