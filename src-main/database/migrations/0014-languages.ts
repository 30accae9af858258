import { type Kysely, sql } from 'kysely';

const statements = [
  // what its mails are written in where nobody chose otherwise
  `ALTER TABLE organization ADD COLUMN language TEXT NOT NULL DEFAULT 'en'`,
  // what the inviter chose for the mail of this one
  'ALTER TABLE invitation ADD COLUMN language TEXT',
  // what the person chose, or accepted in
  'ALTER TABLE person ADD COLUMN language TEXT',
];

/** In which language mails speak to somebody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
