import { type Kysely, sql } from 'kysely';

const statements = [
  // null: for ever
  'ALTER TABLE organization ADD COLUMN audit_days INTEGER',
  // how much the rule removed from the front of a chain, up to which instant, how much of that did not fit the chain, and
  // how much of it an entry of the log already accounts for
  'ALTER TABLE audit_anchor ADD COLUMN removed INTEGER NOT NULL DEFAULT 0',
  'ALTER TABLE audit_anchor ADD COLUMN removed_until INTEGER',
  'ALTER TABLE audit_anchor ADD COLUMN faulty INTEGER NOT NULL DEFAULT 0',
  'ALTER TABLE audit_anchor ADD COLUMN told INTEGER NOT NULL DEFAULT 0',
  // what is known about the clock, so that a jump ahead empties no log
  `CREATE TABLE audit_clock (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seen_at INTEGER NOT NULL,
    trusted_at INTEGER NOT NULL,
    doubted_at INTEGER,
    doubted_days INTEGER NOT NULL DEFAULT 0
  ) STRICT`,
  // the text index keeps no texts: what is removed from it has to be given word for word
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
