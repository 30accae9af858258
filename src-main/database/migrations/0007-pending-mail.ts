import { type Kysely, sql } from 'kysely';

/** The last queued of the messages with an invitation's link. */
const latest = (invitation: string) => `(SELECT max(id) FROM outbox WHERE invitation_id = ${invitation})`;

const statements = [
  // what became of the latest mail, stored with the invitation: lists of pending people are filtered and counted by it
  'ALTER TABLE invitation ADD COLUMN mail_state TEXT',
  `UPDATE invitation SET mail_state = (SELECT state FROM outbox WHERE id = ${latest('invitation.id')})
    WHERE state = 'pending'`,
  `CREATE INDEX invitation_by_mail ON invitation (organization_id, mail_state, expires_at, membership_id)
    WHERE state = 'pending'`,
  `CREATE TRIGGER outbox_tells_invitation AFTER INSERT ON outbox WHEN NEW.invitation_id IS NOT NULL BEGIN
    UPDATE invitation SET mail_state = NEW.state WHERE id = NEW.invitation_id AND NEW.id = ${latest('NEW.invitation_id')};
  END`,
  `CREATE TRIGGER outbox_tells_invitation_again AFTER UPDATE OF state ON outbox
    WHEN NEW.invitation_id IS NOT NULL AND OLD.state <> NEW.state BEGIN
    UPDATE invitation SET mail_state = NEW.state WHERE id = NEW.invitation_id AND NEW.id = ${latest('NEW.invitation_id')};
  END`,
];

/** The state of the latest mail of each open invitation, kept by triggers whoever writes to the outbox. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
