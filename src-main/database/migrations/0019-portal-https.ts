import { type Kysely, sql } from 'kysely';

const statements = [
  // both or neither; the files are read, never copied: whoever renews them puts new ones in their place
  'ALTER TABLE portal_settings ADD COLUMN certificate_file TEXT',
  'ALTER TABLE portal_settings ADD COLUMN key_file TEXT',
  // addresses and networks with a space in between; empty: the usual ones
  `ALTER TABLE portal_settings ADD COLUMN trusted_proxies TEXT NOT NULL DEFAULT ''`,
];

/** HTTPS served by the portal itself, and the proxies it trusts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
