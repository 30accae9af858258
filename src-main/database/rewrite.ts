import { sql } from 'kysely';
import type { Store } from './open.ts';

/**
 * Rewrites the file, so that nothing that was deleted or changed is left in free pages, in the text indexes or in the WAL.
 * It needs the database's size in free disk space, about a second of work per hundred megabytes, and the time to write it.
 * @returns false when somebody is still reading from the WAL, which then keeps what it had
 */
export async function rewrite({ write }: Pick<Store, 'write'>): Promise<boolean> {
  for (const index of ['membership_search', 'audit_search'])
    await sql.raw(`INSERT INTO ${index} (${index}) VALUES ('optimize')`).execute(write);
  await sql.raw('VACUUM').execute(write);
  const { rows } = await sql.raw<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)').execute(write);
  return rows[0]?.busy === 0;
}
