import { type Kysely, sql } from 'kysely';

interface Part {
  readonly type: 'index' | 'trigger';
  readonly name: string;
  readonly sql: string;
}

/** A column's CHECK can only be changed with the column; all that depends on the old one is then created again. */
const bouncedToo = [
  'ALTER TABLE outbox RENAME COLUMN state TO state_before',
  `ALTER TABLE outbox ADD COLUMN state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN
    ('queued', 'sending', 'sent', 'deferred', 'uncertain', 'failed', 'held', 'cancelled', 'bounced'))`,
  'UPDATE outbox SET state = state_before',
  'ALTER TABLE outbox DROP COLUMN state_before',
];

const reports = [
  `CREATE TABLE mail_report (
    id INTEGER PRIMARY KEY,
    organization_id INTEGER NOT NULL REFERENCES organization(id),
    outbox_id INTEGER NOT NULL REFERENCES outbox(id) ON DELETE CASCADE,
    action TEXT NOT NULL CHECK (action IN ('failed', 'delayed', 'delivered', 'relayed', 'expanded')),
    words TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('report', 'list', 'hand')),
    reporter TEXT,
    at INTEGER NOT NULL,
    marked_by TEXT NOT NULL,
    before_state TEXT,
    before_answer TEXT
  ) STRICT`,
  'CREATE INDEX mail_report_by_message ON mail_report (outbox_id, id)',
  // a report names the message that it is about
  'CREATE INDEX outbox_by_message_id ON outbox (organization_id, message_id) WHERE message_id IS NOT NULL',
];

/** Mail that came back: a state of its own, and what servers reported after they had accepted a message. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<Part>`
    SELECT type, name, sql FROM sqlite_master
    WHERE tbl_name = 'outbox' AND type IN ('index', 'trigger') AND sql IS NOT NULL`.execute(db);
  for (const { type, name } of rows) await sql.raw(`DROP ${type} ${name}`).execute(db);
  for (const statement of bouncedToo) await sql.raw(statement).execute(db);
  for (const part of rows) await sql.raw(part.sql).execute(db);
  for (const statement of reports) await sql.raw(statement).execute(db);
}
