import { failpoint } from './failpoint.ts';
import type { WritableDb } from './schema.ts';

/**
 * Takes or keeps a lease: several processes may open one workspace, but only one of them sends its mail. A holder that was
 * killed loses it when its time is over. A lease with more time left than any lease can have was taken before the system's
 * clock was set back, and counts as over.
 * @param milliseconds how long it lasts without being renewed
 * @returns whether `holder` has it now
 */
export async function takeLease(
  db: WritableDb,
  name: string,
  holder: string,
  now: number,
  milliseconds: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('lease')
    .values({ name, holder, until: now + milliseconds })
    .onConflict((c) =>
      c
        .column('name')
        .doUpdateSet({ holder, until: now + milliseconds })
        .where((e) =>
          e.or([
            e('lease.holder', '=', holder),
            e('lease.until', '<=', now),
            e('lease.until', '>', now + milliseconds),
          ]),
        ),
    )
    .executeTakeFirstOrThrow();
  failpoint('lease.taken');
  return numInsertedOrUpdatedRows === 1n;
}

/** Gives a lease back, so that another process need not wait for it to end. */
export async function dropLease(db: WritableDb, name: string, holder: string): Promise<void> {
  await db.deleteFrom('lease').where('name', '=', name).where('holder', '=', holder).execute();
  failpoint('lease.dropped');
}
