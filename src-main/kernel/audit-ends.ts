import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Changes } from '../database/changes.ts';
import { failpoint } from '../database/failpoint.ts';
import type { Store } from '../database/open.ts';
import type { ReadableDb } from '../database/schema.ts';
import { anchorOf, endOf, inChain, proofOf } from './audit-chain.ts';
import type { Clock } from './clock.ts';
import type { Keys } from './keys.ts';
import { replaceFile } from './replace-file.ts';

const end = z.object({ id: z.int(), seal: z.string() });
const ends = z.record(
  z.string(),
  z.object({
    last: end,
    /** Ends that were noted once and are no longer in the database. */
    lost: z.array(end).max(50),
  }),
);
/** `since`: when the file was begun; it knows nothing of what was there before. Milliseconds since 1970. */
const book = z.object({ since: z.int(), ends });
const noted = z.object({ book, proof: z.string() });
export type AuditEnd = z.infer<typeof end>;
export type AuditEnds = z.infer<typeof ends>;

/** What is known outside the database about the ends of the chains. */
export type NotedEnds =
  | ({ readonly kind: 'noted' } & z.infer<typeof book>)
  | { readonly kind: 'missing' }
  | { readonly kind: 'forged' };

export interface AuditEndsKeeper {
  /**
   * Begins the file in a workspace in which nothing has been done yet. If it began only after the first entries, a process
   * killed in between would leave a workspace that looks as if somebody had taken the file away.
   */
  readonly begin: () => Promise<void>;
  /** Notes whatever is not noted yet, and returns what is noted then. */
  readonly read: () => Promise<NotedEnds>;
  /** Notes the ends as they are now, and stops. */
  readonly close: () => Promise<void>;
}

export interface AuditEndsOptions {
  readonly store: Store;
  readonly changes: Changes;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly folder: string;
  /** For a file that takes its place later. */
  readonly name?: string;
  readonly report?: (error: unknown) => void;
}

/** Beside the database. */
export const auditEndsFile = 'audit-ends.json';
/** However many entries a second brings, they are noted once. */
const noteMilliseconds = 1000;
const purpose = 'audit-ends';

/**
 * A chain proves nothing about its own end: whoever removes the last entries leaves a shorter chain that is sound. So the
 * end is noted in a file beside the database, a moment after each commit. An end that was noted and is gone stays noted as
 * lost, even when the chain grows again. Whoever can write both, and has an old copy of both, can still put them back.
 */
export function keepAuditEnds(options: AuditEndsOptions): AuditEndsKeeper {
  const { store, changes, keys, clock, folder, name = auditEndsFile, report = console.error } = options;
  const file = path.join(folder, name);
  let timer: NodeJS.Timeout | undefined;
  let dirty = false;
  let last: Promise<unknown> = Promise.resolve();

  const read = async (): Promise<NotedEnds> => {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { kind: 'missing' };
      throw error;
    }
    try {
      const found = noted.parse(JSON.parse(text));
      const sound = keys.verify(purpose, JSON.stringify(found.book), found.proof);
      return sound ? { kind: 'noted', ...found.book } : { kind: 'forged' };
    } catch {
      return { kind: 'forged' };
    }
  };
  const note = async () => {
    if (!dirty) return;
    dirty = false;
    // the file first: whatever it names has been committed, so the database must have it
    const before = await read();
    if (before.kind === 'forged') return; // kept as evidence
    const now: z.infer<typeof book> = {
      since: before.kind === 'noted' ? before.since : clock.now(),
      ends: await endsIn(store.read, keys, before.kind === 'noted' ? before.ends : {}),
    };
    const text = JSON.stringify({ book: now, proof: keys.sign(purpose, JSON.stringify(now)) });
    await replaceFile(file, text, () => failpoint('audit-ends.drafted'));
    failpoint('audit-ends.noted');
  };
  const inTurn = () => {
    last = last.then(note).catch((error) => {
      dirty = true; // a full disk, say: the next commit or the next read tries again
      report(error);
    });
    return last;
  };
  const unsubscribe = changes.onCommit((tags) => {
    if (!tags.has('audit')) return;
    dirty = true;
    timer ??= setTimeout(() => {
      timer = undefined;
      void inTurn();
    }, noteMilliseconds).unref();
  });
  return {
    async begin() {
      if (existsSync(file) || (await isInUse(store.read))) return;
      dirty = true;
      await inTurn();
    },
    async read() {
      await inTurn();
      return read();
    },
    async close() {
      unsubscribe();
      clearTimeout(timer);
      await inTurn();
    },
  };
}

async function isInUse(db: ReadableDb): Promise<boolean> {
  const done = await db.selectFrom('audit').select('id').limit(1).executeTakeFirst();
  return (done ?? (await db.selectFrom('organization').select('id').limit(1).executeTakeFirst())) !== undefined;
}

async function endsIn(db: ReadableDb, keys: Keys, before: AuditEnds): Promise<AuditEnds> {
  const organizations = await db.selectFrom('organization').select('id').orderBy('id').execute();
  const now: AuditEnds = {};
  for (const chain of [0, ...organizations.map(({ id }) => id)]) {
    const was = before[chain];
    const found = await endOf(db, chain);
    const gone = was && !(await hasEnd(db, keys, chain, was.last)) ? [was.last] : [];
    const lost = [...(was?.lost ?? []), ...gone].slice(0, 50);
    const is = found ?? was?.last;
    if (is) now[chain] = { last: { id: is.id, seal: is.seal }, lost };
  }
  return now;
}

/** Whether a chain still has an entry, or the retention rule removed it with all older ones: a forged anchor proves no rule. */
export async function hasEnd(db: ReadableDb, keys: Keys, chain: number, { id, seal }: AuditEnd): Promise<boolean> {
  const there = await inChain(db, chain).select('id').where('id', '=', id).where('seal', '=', seal).executeTakeFirst();
  if (there) return true;
  const begins = await anchorOf(db, chain);
  return begins !== undefined && id <= begins.after_id && begins.proof === proofOf(keys, begins);
}
