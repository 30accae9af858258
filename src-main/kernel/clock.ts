/** The only source of the time, so that tests can move it. Milliseconds since 1970, UTC. */
export interface Clock {
  readonly now: () => number;
}

export const systemClock: Clock = { now: () => Date.now() };
