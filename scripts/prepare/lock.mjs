import { closeSync, mkdirSync, openSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './report.mjs';

const BEAT_MS = 1000;
const ABANDONED_MS = 20_000;

/**
 * Lets one process at a time do the work. The lock is a file that its owner keeps touching, so one left behind by a
 * crash is taken over, even if the owner was in another container on the same folder.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  mkdirSync(path.dirname(file), { recursive: true });
  let told = false;
  while (!take(file)) {
    if (isAbandoned(file)) rmSync(file, { force: true });
    else {
      if (!told) say(`waiting for another process that holds ${file}`);
      told = true;
      await sleep(200);
    }
  }
  const beat = setInterval(() => touch(file), BEAT_MS);
  beat.unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    closeSync(openSync(file, 'wx'));
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function isAbandoned(file) {
  const state = statSync(file, { throwIfNoEntry: false });
  return state !== undefined && Date.now() - state.mtimeMs > ABANDONED_MS;
}

/** @param {string} file */
function touch(file) {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // Somebody removed it: the work goes on, nobody is waiting any more.
  }
}
