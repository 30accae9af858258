import { type Kysely, sql } from 'kysely';
import { foldName } from '#contract/fold.ts';

const statements = [
  `ALTER TABLE outbox ADD COLUMN search_text TEXT NOT NULL DEFAULT ''`,
  // all that a search or a filter looks at, in the order of the list: rows with their letters are read for hits only
  'CREATE INDEX outbox_listed ON outbox (organization_id, id, state, kind, search_text)',
  'ALTER TABLE mail_settings ADD COLUMN stopped_by TEXT',
  'ALTER TABLE mail_settings ADD COLUMN stopped_at INTEGER',
  'ALTER TABLE mail_settings ADD COLUMN offline_since INTEGER',
  'ALTER TABLE mail_settings ADD COLUMN per_minute INTEGER',
  // what went out within the last minute, so that a restart does not begin a new one
  `CREATE TABLE mail_pace (
    id INTEGER PRIMARY KEY,
    organization_id INTEGER NOT NULL REFERENCES organization(id),
    at INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX mail_pace_by_time ON mail_pace (organization_id, at)',
  `CREATE TABLE mail_conversation (
    outbox_id INTEGER NOT NULL REFERENCES outbox(id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    lines TEXT NOT NULL,
    PRIMARY KEY (outbox_id, attempt)
  ) STRICT`,
];

const atOnce = 500;

/** Outbox: search, a pause and a pace set by the operator, being offline, and the conversation with the mail server. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  for (let last = 0; ; ) {
    const { rows } = await sql<{ id: number; to_name: string; to_email: string }>`
      SELECT id, to_name, to_email FROM outbox WHERE id > ${last} ORDER BY id LIMIT ${atOnce}`.execute(db);
    for (const { id, to_name, to_email } of rows)
      await sql`UPDATE outbox SET search_text = ${foldName(`${to_name} ${to_email}`)} WHERE id = ${id}`.execute(db);
    if (rows.length < atOnce) return;
    last = rows.at(-1)?.id ?? last;
  }
}
