import { type Kysely, sql } from 'kysely';

/** A window that was left alone keeps its session, and asks for the password before it goes on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('ALTER TABLE session ADD COLUMN locked_at INTEGER').execute(db);
}
