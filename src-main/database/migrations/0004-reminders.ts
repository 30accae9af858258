import { type Kysely, sql } from 'kysely';

const statements = [
  'ALTER TABLE organization ADD COLUMN remind_hours INTEGER DEFAULT 24',
  'ALTER TABLE invitation ADD COLUMN reminded_at INTEGER',
  // whom to remind next, without the many invitations that are over
  `CREATE INDEX invitation_to_remind ON invitation (organization_id, expires_at)
    WHERE state = 'pending' AND reminded_at IS NULL AND expires_at IS NOT NULL`,
];

/** Reminders before the link of an invitation ends. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
