import { type Kysely, sql } from 'kysely';

const statements = [
  'ALTER TABLE organization ADD COLUMN group_required INTEGER NOT NULL DEFAULT 0',
  'ALTER TABLE organization ADD COLUMN seat_limit INTEGER',
  // the key of the person's address, repeated here: a page by address is found in one index
  `ALTER TABLE membership ADD COLUMN email_key TEXT NOT NULL DEFAULT ''`,
  'ALTER TABLE membership ADD COLUMN first_name TEXT',
  'ALTER TABLE membership ADD COLUMN last_name TEXT',
  'ALTER TABLE membership ADD COLUMN phone TEXT',
  `UPDATE membership SET email_key = (SELECT p.email_key FROM person AS p WHERE p.id = membership.person_id),
    first_name = (SELECT p.first_name FROM person AS p WHERE p.id = membership.person_id),
    last_name = (SELECT p.last_name FROM person AS p WHERE p.id = membership.person_id),
    phone = (SELECT p.phone FROM person AS p WHERE p.id = membership.person_id)`,
  'CREATE INDEX membership_by_email ON membership (organization_id, email_key, id)',
  'CREATE INDEX membership_by_change ON membership (organization_id, changed_at, id)',
  // guests and inbox agents have lists and counts of their own, and are few among many users
  `CREATE INDEX membership_by_kind ON membership (organization_id, kind, status) WHERE kind <> 'user'`,
  'CREATE INDEX audit_by_target ON audit (organization_id, target, id) WHERE target IS NOT NULL',
  `CREATE TABLE job_item (
    job_id INTEGER NOT NULL REFERENCES job(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    membership_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
    error TEXT,
    detail TEXT,
    PRIMARY KEY (job_id, position)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE saved_view (
    id INTEGER PRIMARY KEY,
    organization_id INTEGER NOT NULL REFERENCES organization(id),
    person_id INTEGER NOT NULL REFERENCES person(id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    query TEXT NOT NULL,
    UNIQUE (organization_id, person_id, name_key)
  ) STRICT`,
  `CREATE TABLE notice (
    id INTEGER PRIMARY KEY,
    organization_id INTEGER NOT NULL REFERENCES organization(id),
    person_id INTEGER NOT NULL REFERENCES person(id),
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    detail TEXT NOT NULL,
    read_at INTEGER
  ) STRICT`,
  'CREATE INDEX notice_by_person ON notice (person_id, id)',
];

/** Seats and policies of an organization, what a membership knows about its person, results of jobs, views, notices. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
