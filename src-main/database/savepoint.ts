import { sql } from 'kysely';
import type { WritableDb } from './schema.ts';

/**
 * A part of a transaction that takes effect whole or not at all: when `work` fails, nothing of it stays and the transaction
 * goes on. Kysely has savepoints only for transactions that are begun and ended by hand.
 */
export async function inSavepoint<T>(db: WritableDb, work: () => Promise<T>): Promise<T> {
  await sql`SAVEPOINT part`.execute(db);
  try {
    const result = await work();
    await sql`RELEASE part`.execute(db);
    return result;
  } catch (error) {
    await takeBack(db);
    throw error;
  }
}

/** A full disk ends the whole transaction, savepoints and all: the first failure says more than this one would. */
async function takeBack(db: WritableDb): Promise<void> {
  try {
    await sql`ROLLBACK TO part`.execute(db);
    await sql`RELEASE part`.execute(db);
  } catch {
    // whoever began the transaction gets the first failure
  }
}
