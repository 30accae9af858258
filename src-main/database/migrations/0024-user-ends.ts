import { type Kysely, sql } from 'kysely';

/** A minute, two hours, ten days: each 120 times the one before. In milliseconds. */
const spans = '(SELECT 60000 AS span UNION ALL SELECT 7200000 UNION ALL SELECT 864000000)';

/** When time alone changes a membership: the end of a pending person's link or of a guest's access; else null. */
const endOf = (row: string) => `CASE ${row}.status
    WHEN 'pending' THEN nullif(${row}.link_ends_at, 9007199254740991)
    WHEN 'active' THEN CASE ${row}.kind WHEN 'guest' THEN ${row}.access_ends_at END
  END`;

const add = (row: 'OLD' | 'NEW', n: 1 | -1) =>
  `INSERT INTO user_end SELECT ${row}.organization_id, span, at / span * span, ${row}.kind, ${row}.status, ${n}
    FROM (SELECT ${endOf(row)} AS at), ${spans} WHERE at IS NOT NULL
    ON CONFLICT DO UPDATE SET n = n + excluded.n;`;

const statements = [
  // what is over takes a few rows of long spans, then of shorter ones, whether a hundred or a million have ended
  `CREATE TABLE user_end (
    organization_id INTEGER NOT NULL REFERENCES organization(id),
    span INTEGER NOT NULL,
    begins_at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (organization_id, span, begins_at, kind, status)
  ) STRICT, WITHOUT ROWID`,
  `INSERT INTO user_end SELECT organization_id, span, at / span * span, kind, status, count(*)
    FROM (SELECT organization_id, kind, status, ${endOf('membership')} AS at FROM membership), ${spans}
    WHERE at IS NOT NULL GROUP BY 1, 2, 3, 4, 5`,
  `CREATE TRIGGER membership_end_counted AFTER INSERT ON membership WHEN ${endOf('NEW')} IS NOT NULL BEGIN
    ${add('NEW', 1)} END`,
  `CREATE TRIGGER membership_end_recounted AFTER UPDATE OF kind, status, link_ends_at, access_ends_at ON membership
    WHEN ${endOf('OLD')} IS NOT ${endOf('NEW')}
      OR (${endOf('NEW')} IS NOT NULL AND (OLD.kind <> NEW.kind OR OLD.status <> NEW.status)) BEGIN
    ${add('OLD', -1)} ${add('NEW', 1)} END`,
  `CREATE TRIGGER membership_end_uncounted AFTER DELETE ON membership WHEN ${endOf('OLD')} IS NOT NULL BEGIN
    ${add('OLD', -1)} END`,
  // else every minute in which a link could ever end would keep its row
  `CREATE TRIGGER user_end_empty AFTER UPDATE OF n ON user_end WHEN NEW.n = 0 BEGIN
    DELETE FROM user_end WHERE organization_id = NEW.organization_id AND span = NEW.span
      AND begins_at = NEW.begins_at AND kind = NEW.kind AND status = NEW.status;
  END`,
];

/** How many members there are by when their link or their access ends, kept by triggers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
