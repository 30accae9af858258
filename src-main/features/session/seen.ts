import type { Changes } from '../../database/changes.ts';
import type { Store } from '../../database/open.ts';
import { sqliteTrouble } from '../../database/trouble.ts';
import { hashToken, idleMilliseconds } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';

interface Kept {
  readonly store: Store;
  readonly changes: Changes;
  readonly clock: Clock;
}

/** A session in use is written once in this time, not with every page. */
const everyMilliseconds = 60_000;

/**
 * Notes that a session of the portal is in use, which keeps it from idling out; one that has ended stays ended. The page is
 * still shown while another program locks the file.
 */
export async function noteUse({ store, changes, clock }: Kept, token: string): Promise<void> {
  const now = clock.now();
  const hash = hashToken(token);
  const due = await store.read
    .selectFrom('session')
    .select('id')
    .where('token_hash', '=', hash)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', now - idleMilliseconds)
    .where('last_seen_at', '<=', now - everyMilliseconds)
    .executeTakeFirst();
  if (!due) return;
  try {
    await changes.write([], now, async (db) => {
      await db
        .updateTable('session')
        .set({ last_seen_at: now })
        .where('id', '=', due.id)
        .where('last_seen_at', '<', now)
        .execute();
    });
  } catch (error) {
    if (sqliteTrouble(error, store.file)?.code !== 'workspace-busy') throw error;
  }
}
