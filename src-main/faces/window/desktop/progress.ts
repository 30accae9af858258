import type { Work } from '#contract/shell.ts';
import type { Progress } from './port.ts';

const none: Progress = { mode: 'none', value: 0 };
/** Whole percents: a taskbar shows no less, and is not asked a thousand times for a thousand people. */
const rounded = (done: number, total: number) =>
  total === 0 ? 1 : Math.min(1, Math.floor((100 * done) / total) / 100);

/**
 * One bar for all long work at once: how many of all are through. A failure is seen before anything else, a pause only where
 * nothing goes on; one work of unknown length makes all of it unknown.
 */
export function progressOf(works: readonly Work[]): Progress {
  if (works.length === 0) return none;
  const sized = works.filter((work) => work.total !== null);
  const done = sized.reduce((sum, work) => sum + work.done, 0);
  const total = sized.reduce((sum, work) => sum + (work.total ?? 0), 0);
  const value = sized.length === 0 ? 1 : rounded(done, total);
  if (works.some(({ state }) => state === 'failed')) return { mode: 'error', value };
  const running = works.filter(({ state }) => state === 'running');
  if (running.length === 0) return { mode: 'paused', value };
  return running.some((work) => work.total === null) ? { mode: 'indeterminate', value: 0 } : { mode: 'normal', value };
}
