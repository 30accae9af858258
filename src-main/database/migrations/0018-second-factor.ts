import { type Kysely, sql } from 'kysely';

const statements = [
  `CREATE TABLE second_factor (
    person_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    secret_sealed TEXT NOT NULL,
    confirmed_at INTEGER,
    last_step INTEGER NOT NULL DEFAULT 0
  ) STRICT`,
  `CREATE TABLE recovery_code (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    code_hash TEXT NOT NULL,
    used_at INTEGER
  ) STRICT`,
  'CREATE UNIQUE INDEX recovery_code_by_hash ON recovery_code (person_id, code_hash)',
  // the right password was given, the code is still to come
  `CREATE TABLE sign_in_attempt (
    id INTEGER PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    face TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX sign_in_attempt_by_person ON sign_in_attempt (person_id)',
  // an owner's way back in without the password
  `CREATE TABLE owner_recovery (
    person_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    code_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT`,
  'ALTER TABLE organization ADD COLUMN two_factor_required INTEGER NOT NULL DEFAULT 0',
];

/** Signing in with a second factor, organizations that demand it, and codes for those who lost their factor or password. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
