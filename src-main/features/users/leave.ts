import { hasAccess } from '../../database/access.ts';
import type { WritableDb } from '../../database/schema.ts';
import { cancelGuestMail } from '../../mail/queue.ts';
import { voidUnlessOwner } from '../recovery/store.ts';
import { linkOf, relations } from './matching.ts';

/**
 * Ends a membership for good. The row stays as history; roles, teams and so on go, so that none of it comes back by itself
 * and an unused role can be removed. The end of access is cleared: it means nothing any more, and lists ordered by it would
 * have to skip it.
 */
export async function endMembership(
  db: WritableDb,
  membershipId: number,
  status: 'revoked' | 'removed',
  now: number,
): Promise<void> {
  for (const relation of relations)
    await db.deleteFrom(linkOf(relation).table).where('membership_id', '=', membershipId).execute();
  await db
    .updateTable('membership')
    .set({ status, access_ends_at: null, changed_at: now })
    .where('id', '=', membershipId)
    .execute();
  await cancelGuestMail(db, [membershipId], now);
  await voidUnlessOwner(db, membershipId, now);
}

/** Signs somebody out everywhere who no longer has access anywhere. */
export async function endSessions(db: WritableDb, personId: number, now: number): Promise<void> {
  const somewhere = await db
    .selectFrom('membership')
    .select('id')
    .where('person_id', '=', personId)
    .where((e) => hasAccess(e, now))
    .limit(1)
    .executeTakeFirst();
  if (!somewhere) await db.deleteFrom('session').where('person_id', '=', personId).execute();
}
