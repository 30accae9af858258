import { type Kysely, sql } from 'kysely';

const statements = [
  'ALTER TABLE organization ADD COLUMN guest_days INTEGER NOT NULL DEFAULT 90',
  'ALTER TABLE organization ADD COLUMN guest_notice_days INTEGER NOT NULL DEFAULT 14',
  `ALTER TABLE organization ADD COLUMN guest_mail_days TEXT NOT NULL DEFAULT '[14,3]'`,
  'ALTER TABLE organization ADD COLUMN partner_domains TEXT',
  'ALTER TABLE membership ADD COLUMN guest_days INTEGER',
  'ALTER TABLE membership ADD COLUMN access_ends_at INTEGER',
  'ALTER TABLE membership ADD COLUMN sponsor_id INTEGER REFERENCES person(id)',
  'ALTER TABLE membership ADD COLUMN may_invite_guests INTEGER NOT NULL DEFAULT 0',
  'ALTER TABLE invitation ADD COLUMN note TEXT',
  // portal sessions only: when it was last used
  'ALTER TABLE session ADD COLUMN last_seen_at INTEGER',
  // what ends next, for the list by expiry, the notice in the window and the mails before it; counted without the rows
  `CREATE INDEX membership_by_end ON membership (organization_id, access_ends_at, id, status)
    WHERE kind = 'guest' AND access_ends_at IS NOT NULL`,
  // the rest of the list by expiry: those without an end, by id
  `CREATE INDEX membership_without_end ON membership (organization_id, kind, id) WHERE access_ends_at IS NULL`,
  // guests by sponsor, which also finds the few without one
  `CREATE INDEX membership_by_sponsor ON membership (organization_id, sponsor_id) WHERE kind = 'guest'`,
  // written in the transaction that queues the mail: what is listed here is never sent twice for the same end of access
  `CREATE TABLE guest_notice (
    membership_id INTEGER NOT NULL REFERENCES membership(id),
    access_ends_at INTEGER NOT NULL,
    days_before INTEGER NOT NULL,
    at INTEGER NOT NULL,
    for_digest INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (membership_id, access_ends_at, days_before)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX guest_notice_for_digest ON guest_notice (membership_id) WHERE for_digest = 1',
  // one a day, even when two processes try
  `CREATE TABLE guest_digest (
    organization_id INTEGER NOT NULL REFERENCES organization(id),
    day INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (organization_id, day)
  ) STRICT, WITHOUT ROWID`,
  // the token of a link is derived from the id with the workspace key, so that nothing here opens anything
  `CREATE TABLE password_reset (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person(id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    ended_at INTEGER
  ) STRICT`,
  'CREATE INDEX password_reset_of_person ON password_reset (person_id) WHERE ended_at IS NULL',
  'ALTER TABLE outbox ADD COLUMN reset_id INTEGER REFERENCES password_reset(id)',
  'ALTER TABLE outbox ADD COLUMN about TEXT',
  'CREATE INDEX outbox_about_guests ON outbox (membership_id) WHERE about IS NOT NULL',
];

/** Guests: how long their access lasts, who answers for them, and which notices went out before it ends. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
