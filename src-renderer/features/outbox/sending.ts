import type { OutputOf } from '#contract/index.ts';
import type { Work } from '#contract/shell.ts';

type State = Pick<OutputOf<'outbox.state'>, 'counts' | 'setUp' | 'pause' | 'stop' | 'offlineSince'>;

/** A batch of mail being sent, as observed so far. */
export interface Batch {
  /** The most that were waiting at once since the queue was last empty. */
  readonly most: number;
  readonly left: number;
  /** When a message last left. */
  readonly movedAt: number;
}
export const noBatch: Batch = { most: 0, left: 0, movedAt: 0 };

/** Fewer messages than this are gone before anybody looks. */
const long = 20;
/** A queue that has not moved for this long, in ms, waits for a later time and no longer counts as work under way. */
const patience = 120_000;

/** The progress of the queue with the batch observed so far. */
export function sendingOf(
  before: Batch,
  state: State,
  now: number,
): { readonly batch: Batch; readonly work: Work | undefined } {
  const left = (state.counts.queued ?? 0) + (state.counts.sending ?? 0);
  if (left === 0 || !state.setUp) return { batch: noBatch, work: undefined };
  const moved = left !== before.left;
  const movedAt = moved ? now : before.movedAt;
  if (now - movedAt > patience) return { batch: { most: left, left, movedAt }, work: undefined };
  const most = Math.max(before.most, left);
  const done = most - left;
  const batch = { most, left, movedAt };
  const halted = state.pause ?? state.stop ?? state.offlineSince;
  if (most < long || (halted && done === 0)) return { batch, work: undefined };
  return { batch, work: { done, total: most, state: halted ? 'paused' : 'running' } };
}
