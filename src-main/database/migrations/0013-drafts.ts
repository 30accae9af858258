import { type Kysely, sql } from 'kysely';

const statements = [
  'ALTER TABLE organization ADD COLUMN approval_required INTEGER NOT NULL DEFAULT 0',
  `CREATE TABLE draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organization_id INTEGER NOT NULL REFERENCES organization(id),
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'review', 'scheduled')),
    kind TEXT NOT NULL CHECK (kind IN ('user', 'guest', 'inbox-agent')),
    terms TEXT NOT NULL,
    version INTEGER NOT NULL,
    author_id INTEGER REFERENCES person(id),
    editor_id INTEGER REFERENCES person(id),
    approver_id INTEGER REFERENCES person(id),
    released_by INTEGER REFERENCES person(id),
    send_at INTEGER,
    returned_by INTEGER REFERENCES person(id),
    returned_at INTEGER,
    comment TEXT NOT NULL DEFAULT '',
    refusal TEXT,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    CHECK (state <> 'scheduled' OR (send_at IS NOT NULL AND released_by IS NOT NULL))
  ) STRICT`,
  'CREATE INDEX draft_of_organization ON draft (organization_id, state)',
  `CREATE INDEX draft_due ON draft (send_at) WHERE state = 'scheduled'`,
  `CREATE TABLE draft_row (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    draft_id INTEGER NOT NULL REFERENCES draft(id) ON DELETE CASCADE,
    entry TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX draft_row_of_draft ON draft_row (draft_id, id)',
  `CREATE TABLE draft_sent (
    id INTEGER PRIMARY KEY,
    organization_id INTEGER NOT NULL REFERENCES organization(id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    sent_by INTEGER REFERENCES person(id),
    approver_id INTEGER REFERENCES person(id),
    sent_at INTEGER NOT NULL,
    planned_at INTEGER,
    invited INTEGER NOT NULL,
    kept INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX draft_sent_lately ON draft_sent (organization_id, sent_at)',
];

/** Batches of invitations that wait: saved, in review, or for their time; and the policy of a second operator. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
