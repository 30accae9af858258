import type { OutputOf } from '#contract/index.ts';
import type { Work } from '#contract/shell.ts';

type State = Pick<OutputOf<'outbox.state'>, 'counts' | 'setUp' | 'pause' | 'stop' | 'offlineSince'>;

/** Fewer messages are gone before anybody looks. */
const long = 20;

/**
 * How far the queue is, from the most that has waited since it was empty last.
 * @param most what the earlier call answered with; 0 at first
 */
export function sendingOf(most: number, state: State): { readonly most: number; readonly work: Work | undefined } {
  const left = (state.counts.queued ?? 0) + (state.counts.sending ?? 0);
  if (left === 0 || !state.setUp) return { most: 0, work: undefined };
  const total = Math.max(most, left);
  const done = total - left;
  const halted = state.pause ?? state.stop ?? state.offlineSince;
  // mail that only waits is no work that is under way
  if (total < long || (halted && done === 0)) return { most: total, work: undefined };
  return { most: total, work: { done, total, state: halted ? 'paused' : 'running' } };
}
