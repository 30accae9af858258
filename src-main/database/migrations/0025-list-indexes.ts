import { type Kysely, sql } from 'kysely';

const statements = [
  // with the columns that narrow lists, so that a walk by name reads only the members that a page shows
  'DROP INDEX membership_by_name',
  'CREATE INDEX membership_by_name ON membership (organization_id, sort_key, id, kind, status, search_text)',
  // guests and inbox agents by name; users are the most, and have the index above
  `CREATE INDEX membership_of_kind ON membership (organization_id, kind, sort_key, id, status, search_text)
    WHERE kind <> 'user'`,
  // with the period, which decides how long before the end the window mentions it
  'DROP INDEX membership_by_end',
  `CREATE INDEX membership_by_end ON membership (organization_id, access_ends_at, id, status, guest_days)
    WHERE kind = 'guest' AND access_ends_at IS NOT NULL`,
];

/** Indexes from which a page of the list, a search in it and the guests who expire soon are read without the members' rows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
