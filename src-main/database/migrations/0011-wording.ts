import { type Kysely, sql } from 'kysely';

const statements = [
  `CREATE TABLE wording (
    organization_id INTEGER NOT NULL REFERENCES organization(id),
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (organization_id, kind, language)
  ) STRICT`,
  `CREATE TABLE logo (
    organization_id INTEGER NOT NULL REFERENCES organization(id),
    sha256 TEXT NOT NULL,
    type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (organization_id, sha256)
  ) STRICT`,
  `CREATE TABLE look (
    organization_id INTEGER PRIMARY KEY REFERENCES organization(id),
    accent TEXT,
    logo TEXT,
    FOREIGN KEY (organization_id, logo) REFERENCES logo(organization_id, sha256)
  ) STRICT`,
];

/** Mails in an organization's own words, with its logo and colour; organizations without rows here go on as before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
