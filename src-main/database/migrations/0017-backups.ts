import { type Kysely, sql } from 'kysely';

const statements = [
  `CREATE TABLE backup_settings (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    automatic INTEGER NOT NULL DEFAULT 1,
    folder TEXT,
    passphrase_sealed TEXT,
    failed_at INTEGER,
    failure TEXT
  ) STRICT`,
  'INSERT INTO backup_settings (id) VALUES (1)',
  // 1: the queue stands still because the workspace was restored, and nobody knows what was mailed since the backup
  'ALTER TABLE mail_settings ADD COLUMN stopped_restored INTEGER NOT NULL DEFAULT 0',
];

/** Backups: whether and where they are made, and what keeps a restored workspace from mailing twice. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
