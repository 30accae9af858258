import type { TellSetBack } from '../database/changes.ts';
import { writeOwnAudit } from './audit.ts';
import type { Keys } from './keys.ts';

/** The log's name for invitations ending because the clock was set back. */
const operation = 'clock.setBack';

/** One entry for each organization: how many of its open invitations ended, and what the clock said before. */
export const auditSetBack =
  (keys: Keys): TellSetBack =>
  async (db, now, { from, invitations }) => {
    for (const [organizationId, ended] of invitations)
      await writeOwnAudit(db, keys, {
        now,
        operation,
        note: { organizationId, detail: { invitations: ended, from: new Date(from).toISOString() } },
      });
  };
