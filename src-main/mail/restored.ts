import type { WritableDb } from '../database/schema.ts';

/**
 * Stops the mail of every organization, since a restored outbox may hold messages that left after the backup was made. Where
 * no server is set, there is no queue to stop: what waits there is held, to be released one by one or all at once.
 */
export async function holdForRestore(db: WritableDb, now: number): Promise<void> {
  await db.updateTable('mail_settings').set({ stopped_by: '', stopped_at: now, stopped_restored: 1 }).execute();
  await db
    .updateTable('outbox')
    .set({ state: 'held', next_at: null, changed_at: now })
    .where('next_at', 'is not', null)
    .where('organization_id', 'not in', db.selectFrom('mail_settings').select('organization_id'))
    .execute();
}
