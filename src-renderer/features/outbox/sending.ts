import type { OutputOf } from '#contract/index.ts';
import type { Work } from '#contract/shell.ts';

type State = Pick<OutputOf<'outbox.state'>, 'counts' | 'setUp' | 'pause' | 'stop' | 'offlineSince'>;

/** A batch of mail that leaves, as far as it was watched. */
export interface Batch {
  /** The most that has waited since nothing did. */
  readonly most: number;
  readonly left: number;
  /** When the last one left. */
  readonly movedAt: number;
}
export const noBatch: Batch = { most: 0, left: 0, movedAt: 0 };

/** Fewer messages are gone before anybody looks. */
const long = 20;
/** What moves no more than this, in milliseconds, waits for a later time: it is no work that is under way. */
const patience = 120_000;

/** How far the queue is with the batch that was watched until now. */
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
