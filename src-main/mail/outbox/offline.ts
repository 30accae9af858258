import type { WritableDb } from '../../database/schema.ts';

/** The network is away: everything due waits unchanged for the next look. Nothing was tried, nothing has failed. */
export async function waitForNetwork(
  db: WritableDb,
  organizationId: number,
  nextAt: number,
  now: number,
): Promise<void> {
  await db
    .updateTable('mail_settings')
    .set((e) => ({ offline_since: e.fn.coalesce('offline_since', e.val(now)) }))
    .where('organization_id', '=', organizationId)
    .execute();
  await db
    .updateTable('outbox')
    .set({ next_at: nextAt, changed_at: now })
    .where('organization_id', '=', organizationId)
    .where('next_at', '<=', now)
    .execute();
}

/** The server was reached. */
export const networkIsThere = (db: WritableDb, organizationId: number) =>
  db
    .updateTable('mail_settings')
    .set({ offline_since: null })
    .where('organization_id', '=', organizationId)
    .where('offline_since', 'is not', null)
    .execute();

/** The system says that the network is back: whatever waited for it is due at once. */
export const tryAgainNow = (db: WritableDb, now: number) =>
  db
    .updateTable('outbox')
    .set({ next_at: now, changed_at: now })
    .where('next_at', '>', now)
    .where((e) =>
      e(
        'organization_id',
        'in',
        e.selectFrom('mail_settings').select('organization_id').where('offline_since', 'is not', null),
      ),
    )
    .execute();
