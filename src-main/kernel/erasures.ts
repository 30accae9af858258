import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Changes } from '../database/changes.ts';
import type { Store } from '../database/open.ts';
import { rewrite } from '../database/rewrite.ts';
import type { ReadableDb } from '../database/schema.ts';
import type { Clock } from './clock.ts';
import type { Keys } from './keys.ts';
import { replaceFile } from './replace-file.ts';

const remembered = z.object({
  id: z.string(),
  organization_id: z.int(),
  who: z.string(),
  pseudonym: z.string(),
  at: z.int(),
});
const listed = z.object({ erasures: z.array(remembered), proof: z.string() });
/** The record that somebody was erased, without saying who: `who` is an HMAC of their address. */
export type Remembered = z.infer<typeof remembered>;

const purpose = 'erasures';
const tryAgainMilliseconds = 10_000;
const fileIn = (folder: string) => path.join(folder, 'erased.json');

/**
 * Who was erased from a workspace, according to the list beside its database: an older backup still knows them, and the list
 * is applied to it when it is restored. A list that is gone, or that somebody else wrote, names nobody.
 */
export async function readErasures(folder: string, keys: Keys): Promise<readonly Remembered[]> {
  try {
    const { erasures, proof } = listed.parse(JSON.parse(await readFile(fileIn(folder), 'utf8')));
    return keys.verify(purpose, JSON.stringify(erasures), proof) ? erasures : [];
  } catch {
    return [];
  }
}

export interface ErasureKeeper {
  /** Resolves when what was erased is nowhere in the file any more, or when this turned out to have to wait. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface ErasureOptions {
  readonly store: Store;
  readonly changes: Changes;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly folder: string;
  readonly report?: (error: unknown) => void;
}

/**
 * After an erasure was committed, notes it beside the database and rewrites the file, since SQLite leaves what was deleted
 * in free pages, in the text indexes and in the WAL until something else is written there. While another process reads
 * from an old state of the WAL this cannot finish; it is tried again, also by whoever opens the workspace next.
 */
export function keepErasures(options: ErasureOptions): ErasureKeeper {
  const { store, changes, keys, clock, folder, report = console.error } = options;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let last: Promise<unknown> = Promise.resolve();

  const pass = async () => {
    if (!(await someWait(store.read))) return;
    await note(folder, keys, store.read);
    if (await rewrite(store)) {
      const now = clock.now();
      await changes.write([], now, (db) =>
        db.updateTable('erasure').set({ scrubbed_at: now }).where('scrubbed_at', 'is', null).execute(),
      );
    } else if (!closed) {
      clearTimeout(timer);
      timer = setTimeout(() => void inTurn(), tryAgainMilliseconds).unref();
    }
  };
  const inTurn = () => {
    last = last.then(pass).catch(report);
    return last;
  };
  const unsubscribe = changes.onCommit((tags) => {
    if (tags.has('users')) void inTurn();
  });
  void inTurn(); // finishes what a killed process left
  return {
    async settled() {
      await inTurn();
    },
    async close() {
      if (closed) return;
      closed = true;
      unsubscribe();
      clearTimeout(timer);
      await inTurn();
    },
  };
}

const someWait = async (db: ReadableDb): Promise<boolean> =>
  (await db.selectFrom('erasure').select('id').where('scrubbed_at', 'is', null).limit(1).executeTakeFirst()) !==
  undefined;

async function note(folder: string, keys: Keys, db: ReadableDb): Promise<void> {
  const rows = await db.selectFrom('erasure').select(['id', 'organization_id', 'who', 'pseudonym', 'at']).execute();
  const known = new Set(rows.map(({ id }) => id));
  const erasures = [...(await readErasures(folder, keys)).filter(({ id }) => !known.has(id)), ...rows];
  const proof = keys.sign(purpose, JSON.stringify(erasures));
  await replaceFile(fileIn(folder), JSON.stringify({ erasures, proof }));
}
