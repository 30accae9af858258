import { GatehouseError } from '#contract/errors.ts';

/** Whose work it is: that of people at the window or the command line goes before that of strangers at the portal. */
export type Lane = 'own' | 'portal';

export interface TurnsOptions {
  /** How many run at once. */
  readonly most: number;
  /** How many of the portal's may wait; beyond that they are refused at once. */
  readonly mostWaiting: number;
}

/**
 * Runs work so many at once; the others wait in order, the house's own before the portal's.
 * @throws GatehouseError `too-many-passwords` when as many wait as may
 */
export type Turns = <T>(work: () => Promise<T>, lane: Lane) => Promise<T>;

/** What a piece of work takes before the first one was measured, in milliseconds. */
const firstGuess = 50;

/** A line before the counter, so that a flood is turned away instead of being kept in memory for minutes. */
export function createTurns({ most, mostWaiting }: TurnsOptions): Turns {
  const waiting: Readonly<Record<Lane, (() => void)[]>> = { own: [], portal: [] };
  let running = 0;
  let usual = firstGuess;

  return async (work, lane) => {
    if (running >= most) {
      if (lane === 'portal' && waiting.portal.length >= mostWaiting) {
        const seconds = Math.ceil((waiting.portal.length * usual) / most / 1000);
        throw new GatehouseError('too-many-passwords', { seconds });
      }
      await new Promise<void>((go) => waiting[lane].push(go));
    } else running++;
    const began = performance.now();
    try {
      return await work();
    } finally {
      usual += (performance.now() - began - usual) / 8;
      // the place goes from hand to hand, so that nobody slips in between
      const next = waiting.own.shift() ?? waiting.portal.shift();
      if (next) next();
      else running--;
    }
  };
}
