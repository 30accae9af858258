import type { InputOf, OutputOf } from '#contract/index.ts';
import { addAnswer, emptyTally, type Outgoing, slices, type Tally } from './batch.ts';

export interface SendOptions {
  readonly send: (input: InputOf<'invitations.send'>) => Promise<OutputOf<'invitations.send'>>;
  /** Everything the slices have in common. */
  readonly common: Omit<InputOf<'invitations.send'>, 'entries'>;
  readonly items: readonly Outgoing[];
  readonly onProgress: (done: number) => void;
  /** Asked before each slice: whether the person has cancelled. */
  readonly stopped: () => boolean;
}

export interface SendOutcome {
  readonly tally: Tally;
  /** True when every slice was sent; otherwise the rest is still to be sent. */
  readonly complete: boolean;
  readonly error: unknown;
}

/** Sends slice after slice. Each is one transaction, so an error or *Cancel* leaves nothing half done. Never throws. */
export async function sendBatch({ send, common, items, onProgress, stopped }: SendOptions): Promise<SendOutcome> {
  let tally = emptyTally;
  let done = 0;
  for (const slice of slices(items)) {
    if (stopped()) return { tally, complete: false, error: null };
    try {
      tally = addAnswer(tally, slice, await send({ ...common, entries: slice.map(({ entry }) => entry) }));
    } catch (error) {
      return { tally, complete: false, error };
    }
    done += slice.length;
    onProgress(done);
  }
  return { tally, complete: true, error: null };
}
