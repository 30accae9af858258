import type { Work } from '#contract/shell.ts';
import type { Progress } from './port.ts';

const none: Progress = { mode: 'none', value: 0 };
/** Whole percentages: a taskbar shows no finer steps, and is not updated a thousand times for a thousand people. */
const rounded = (done: number, total: number) =>
  total === 0 ? 1 : Math.min(1, Math.floor((100 * done) / total) / 100);

/**
 * One bar for all long work together: how much of it is done. A failure takes precedence; a pause shows only where nothing
 * is running; one running job of unknown length makes the whole unknown.
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
