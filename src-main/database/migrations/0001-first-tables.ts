import { type Kysely, sql } from 'kysely';

const structure = (table: string) => [
  `CREATE TABLE "${table}" (
    id INTEGER PRIMARY KEY,
    organization_id INTEGER NOT NULL REFERENCES organization(id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    archived_at INTEGER,
    created_at INTEGER NOT NULL,
    UNIQUE (organization_id, name_key)
  ) STRICT`,
  `CREATE TABLE membership_${table} (
    membership_id INTEGER NOT NULL REFERENCES membership(id) ON DELETE CASCADE,
    ${table}_id INTEGER NOT NULL REFERENCES "${table}"(id) ON DELETE CASCADE,
    PRIMARY KEY (membership_id, ${table}_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX membership_${table}_by_${table} ON membership_${table} (${table}_id)`,
];

/** Counters per kind and status: COUNT over a large organization costs hundreds of times as much as reading these. */
const counters = [
  `CREATE TABLE user_count (
    organization_id INTEGER NOT NULL REFERENCES organization(id),
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (organization_id, kind, status)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER membership_counted AFTER INSERT ON membership BEGIN
    INSERT INTO user_count VALUES (NEW.organization_id, NEW.kind, NEW.status, 1)
      ON CONFLICT DO UPDATE SET n = n + 1;
  END`,
  `CREATE TRIGGER membership_recounted AFTER UPDATE OF kind, status ON membership
    WHEN OLD.kind <> NEW.kind OR OLD.status <> NEW.status BEGIN
    UPDATE user_count SET n = n - 1
      WHERE organization_id = OLD.organization_id AND kind = OLD.kind AND status = OLD.status;
    INSERT INTO user_count VALUES (NEW.organization_id, NEW.kind, NEW.status, 1)
      ON CONFLICT DO UPDATE SET n = n + 1;
  END`,
  `CREATE TRIGGER membership_uncounted AFTER DELETE ON membership BEGIN
    UPDATE user_count SET n = n - 1
      WHERE organization_id = OLD.organization_id AND kind = OLD.kind AND status = OLD.status;
  END`,
];

/**
 * Substring search: trigrams without positions, verified by LIKE; a third of the size of the full index. The text is
 * folded (case, accents) before it gets here.
 */
const search = [
  `CREATE VIRTUAL TABLE membership_search USING fts5(
    search_text, content='', contentless_delete=1, tokenize='trigram', detail=none
  )`,
  `CREATE TRIGGER membership_search_added AFTER INSERT ON membership BEGIN
    INSERT INTO membership_search (rowid, search_text) VALUES (NEW.id, NEW.search_text);
  END`,
  `CREATE TRIGGER membership_search_changed AFTER UPDATE OF search_text ON membership
    WHEN OLD.search_text <> NEW.search_text BEGIN
    DELETE FROM membership_search WHERE rowid = OLD.id;
    INSERT INTO membership_search (rowid, search_text) VALUES (NEW.id, NEW.search_text);
  END`,
  `CREATE TRIGGER membership_search_removed AFTER DELETE ON membership BEGIN
    DELETE FROM membership_search WHERE rowid = OLD.id;
  END`,
];

const statements = [
  `CREATE TABLE organization (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    link_life_hours INTEGER NOT NULL,
    refuse_free_mail INTEGER NOT NULL DEFAULT 1,
    name_required INTEGER NOT NULL DEFAULT 0,
    contact TEXT,
    created_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    first_name TEXT,
    last_name TEXT,
    phone TEXT,
    created_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE credential (
    person_id INTEGER PRIMARY KEY REFERENCES person(id),
    password_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person(id),
    face TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE membership (
    id INTEGER PRIMARY KEY,
    organization_id INTEGER NOT NULL REFERENCES organization(id),
    person_id INTEGER NOT NULL REFERENCES person(id),
    kind TEXT NOT NULL CHECK (kind IN ('user', 'guest', 'inbox-agent')),
    status TEXT NOT NULL CHECK (status IN ('pending', 'active', 'suspended', 'revoked', 'removed')),
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    search_text TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    joined_at INTEGER,
    UNIQUE (organization_id, person_id)
  ) STRICT`,
  'CREATE INDEX membership_by_name ON membership (organization_id, sort_key, id)',
  'CREATE INDEX membership_by_status ON membership (organization_id, status, sort_key, id)',
  'CREATE INDEX membership_by_person ON membership (person_id)',
  `CREATE TABLE role (
    id INTEGER PRIMARY KEY,
    organization_id INTEGER NOT NULL REFERENCES organization(id),
    key TEXT,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (organization_id, name_key)
  ) STRICT`,
  `CREATE TABLE role_permission (
    role_id INTEGER NOT NULL REFERENCES role(id) ON DELETE CASCADE,
    permission TEXT NOT NULL,
    PRIMARY KEY (role_id, permission)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE membership_role (
    membership_id INTEGER NOT NULL REFERENCES membership(id) ON DELETE CASCADE,
    role_id INTEGER NOT NULL REFERENCES role(id),
    PRIMARY KEY (membership_id, role_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX membership_role_by_role ON membership_role (role_id)',
  ...['team', 'group', 'product', 'line'].flatMap(structure),
  `CREATE TABLE invitation (
    id INTEGER PRIMARY KEY,
    organization_id INTEGER NOT NULL REFERENCES organization(id),
    membership_id INTEGER NOT NULL REFERENCES membership(id),
    generation INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'accepted', 'revoked', 'replaced')),
    invited_by INTEGER REFERENCES person(id),
    life_hours INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    starts_at INTEGER,
    expires_at INTEGER,
    ended_at INTEGER,
    UNIQUE (membership_id, generation)
  ) STRICT`,
  // one live link per membership, whatever two operators do at once
  `CREATE UNIQUE INDEX invitation_pending ON invitation (membership_id) WHERE state = 'pending'`,
  `CREATE INDEX invitation_ending ON invitation (organization_id, expires_at) WHERE state = 'pending'`,
  `CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    organization_id INTEGER NOT NULL REFERENCES organization(id),
    membership_id INTEGER REFERENCES membership(id),
    invitation_id INTEGER REFERENCES invitation(id),
    kind TEXT NOT NULL,
    to_email TEXT NOT NULL,
    to_name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN
      ('queued', 'sending', 'sent', 'deferred', 'uncertain', 'failed', 'held', 'cancelled')),
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER,
    lease_holder TEXT,
    fixed TEXT,
    message_id TEXT,
    first_tried_at INTEGER,
    first_body_at INTEGER,
    body_begun INTEGER NOT NULL DEFAULT 0,
    answer TEXT,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    sent_at INTEGER
  ) STRICT`,
  // partial on a condition that comparisons imply: with bound values SQLite would not see that a list of states fits
  'CREATE INDEX outbox_due ON outbox (organization_id, next_at) WHERE next_at IS NOT NULL',
  'CREATE INDEX outbox_leased ON outbox (lease_holder) WHERE lease_holder IS NOT NULL',
  'CREATE INDEX outbox_by_state ON outbox (organization_id, state, id)',
  'CREATE INDEX outbox_by_invitation ON outbox (invitation_id)',
  `CREATE TABLE mail_settings (
    organization_id INTEGER PRIMARY KEY REFERENCES organization(id),
    host TEXT NOT NULL,
    port INTEGER NOT NULL,
    security TEXT NOT NULL CHECK (security IN ('starttls', 'tls', 'none')),
    login TEXT NOT NULL,
    password_sealed TEXT,
    sender_name TEXT NOT NULL,
    sender TEXT NOT NULL,
    reply_to TEXT,
    accept_any_certificate INTEGER NOT NULL DEFAULT 0,
    paused_reason TEXT,
    paused_answer TEXT,
    paused_at INTEGER
  ) STRICT`,
  `CREATE TABLE portal_settings (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    address TEXT NOT NULL,
    port INTEGER NOT NULL,
    base_url TEXT
  ) STRICT`,
  `INSERT INTO portal_settings VALUES (1, '127.0.0.1', 0, NULL)`,
  `CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    organization_id INTEGER,
    at INTEGER NOT NULL,
    actor_person_id INTEGER,
    actor TEXT NOT NULL,
    face TEXT NOT NULL,
    os_user TEXT,
    operation TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'denied')),
    target TEXT,
    detail TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX audit_by_organization ON audit (organization_id, id)',
  'CREATE TABLE change_log (id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, tags TEXT NOT NULL) STRICT',
  'CREATE TABLE lease (name TEXT PRIMARY KEY, holder TEXT NOT NULL, until INTEGER NOT NULL) STRICT, WITHOUT ROWID',
  `CREATE TABLE job (
    id INTEGER PRIMARY KEY,
    organization_id INTEGER NOT NULL REFERENCES organization(id),
    operation TEXT NOT NULL,
    input TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'cancelled', 'denied', 'failed')),
    person_id INTEGER REFERENCES person(id),
    face TEXT NOT NULL,
    os_user TEXT,
    cursor INTEGER NOT NULL DEFAULT 0,
    done INTEGER NOT NULL DEFAULT 0,
    total INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    started_at INTEGER NOT NULL,
    ended_at INTEGER
  ) STRICT`,
  ...counters,
  ...search,
];

/** The tables of the first version: organizations, people, invitations, outbox, settings, audit and jobs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
