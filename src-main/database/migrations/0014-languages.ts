import { type Kysely, sql } from 'kysely';

const statements = [
  // the language of its mails where nobody chose another
  `ALTER TABLE organization ADD COLUMN language TEXT NOT NULL DEFAULT 'en'`,
  // what the inviter chose for the mail of this one
  'ALTER TABLE invitation ADD COLUMN language TEXT',
  // what the person chose, or accepted in
  'ALTER TABLE person ADD COLUMN language TEXT',
];

/** The language in which mails address somebody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
