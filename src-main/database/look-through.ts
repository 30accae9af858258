import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type ErrorReport, GatehouseError } from '#contract/errors.ts';

/** What the thread is told. */
export interface Look {
  readonly file: string;
}

/** What it answers. */
export type LookedAt =
  | { readonly ok: true }
  | { readonly ok: false; readonly trouble: ErrorReport }
  | { readonly ok: false; readonly defect: string };

/**
 * Checks every page and every reference of a database, in a thread of its own: with a million people it takes many seconds,
 * during which everybody else still gets answers.
 * @throws GatehouseError `file-damaged`, `file-unreadable`
 */
export async function lookThrough(file: string): Promise<void> {
  const answer = await new Promise<LookedAt>((resolve, reject) => {
    const thread = new Worker(threadFile(), { workerData: { file } satisfies Look });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the thread that looked through a database ended without an answer')));
  });
  if (answer.ok) return;
  if ('defect' in answer) throw new Error(answer.defect);
  throw new GatehouseError(answer.trouble.code, answer.trouble.data as never);
}

/** Beside this module in the source; once built, this module may be part of a chunk, but the thread never is. */
function threadFile(): string {
  const places = ['./look-thread.ts', './look-thread.js', '../look-thread.js'];
  const files = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const found = files.find((file) => existsSync(file));
  if (!found) throw new Error('the thread that looks through a database is missing from this build');
  return found;
}
