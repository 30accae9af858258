import type { Clock } from '../kernel/clock.ts';

/** A clock that can be set back, so that the demo's past is written by the same operations as its present. */
export interface DemoClock extends Clock {
  readonly moveTo: (time: number) => void;
  /** From now on it shows the real time. */
  readonly release: () => void;
}

export function createDemoClock(): DemoClock {
  let held: number | undefined;
  return {
    now: () => held ?? Date.now(),
    moveTo(time) {
      held = time;
    },
    release() {
      held = undefined;
    },
  };
}
