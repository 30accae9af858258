import { type Kysely, sql } from 'kysely';

const statements = [
  // null: for ever
  'ALTER TABLE organization ADD COLUMN audit_days INTEGER',
  // what the rule removed from the front of a chain, up to which instant, how much of it did not fit the chain, and how
  // much of it an entry of the log tells of already
  'ALTER TABLE audit_anchor ADD COLUMN removed INTEGER NOT NULL DEFAULT 0',
  'ALTER TABLE audit_anchor ADD COLUMN removed_until INTEGER',
  'ALTER TABLE audit_anchor ADD COLUMN faulty INTEGER NOT NULL DEFAULT 0',
  'ALTER TABLE audit_anchor ADD COLUMN told INTEGER NOT NULL DEFAULT 0',
  // what is known of the clock, so that one that jumps ahead empties no log
  `CREATE TABLE audit_clock (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seen_at INTEGER NOT NULL,
    trusted_at INTEGER NOT NULL,
    doubted_at INTEGER,
    doubted_days INTEGER NOT NULL DEFAULT 0
  ) STRICT`,
  // the index of texts keeps none of them: what leaves it has to be said word for word
  `CREATE TRIGGER audit_search_removed AFTER DELETE ON audit BEGIN
    INSERT INTO audit_search (audit_search, rowid, search_text) VALUES ('delete', OLD.id, OLD.search_text);
  END`,
  `CREATE TRIGGER audit_search_changed AFTER UPDATE OF id, search_text ON audit
    WHEN OLD.id <> NEW.id OR OLD.search_text <> NEW.search_text BEGIN
    INSERT INTO audit_search (audit_search, rowid, search_text) VALUES ('delete', OLD.id, OLD.search_text);
    INSERT INTO audit_search (rowid, search_text) VALUES (NEW.id, NEW.search_text);
  END`,
];

/** How long an organization keeps its audit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
