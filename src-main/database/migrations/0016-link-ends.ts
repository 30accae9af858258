import { type Kysely, sql } from 'kysely';

/** Later than every end: Number.MAX_SAFE_INTEGER. */
const never = '9007199254740991';
const ofNew = `UPDATE membership SET link_ends_at =
    CASE NEW.state WHEN 'pending' THEN coalesce(NEW.expires_at, ${never}) ELSE ${never} END
    WHERE id = NEW.membership_id`;

const statements = [
  // the end of the open invitation's link beside the member: a page of the list by time left is found by key
  `ALTER TABLE membership ADD COLUMN link_ends_at INTEGER NOT NULL DEFAULT ${never}`,
  `UPDATE membership SET link_ends_at = coalesce((SELECT expires_at FROM invitation
    WHERE invitation.membership_id = membership.id AND invitation.state = 'pending'), ${never})
    WHERE status = 'pending'`,
  'CREATE INDEX membership_by_link ON membership (organization_id, link_ends_at, id)',
  `CREATE TRIGGER invitation_tells_end AFTER INSERT ON invitation WHEN NEW.state = 'pending' BEGIN ${ofNew}; END`,
  `CREATE TRIGGER invitation_tells_end_again AFTER UPDATE OF state, expires_at ON invitation
    WHEN OLD.state = 'pending' OR NEW.state = 'pending' BEGIN ${ofNew}; END`,
];

/** When the link of each open invitation ends, kept by triggers whoever writes to the invitations. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
