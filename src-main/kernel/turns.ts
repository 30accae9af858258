import { GatehouseError } from '#contract/errors.ts';

/** Whose work it is: people at the window or the command line go before strangers at the portal. */
export type Lane = 'own' | 'portal';

export interface TurnsOptions {
  /** How many run at once. */
  readonly most: number;
  /** How many of the portal's may wait; any more are refused at once. */
  readonly mostWaiting: number;
}

/**
 * Runs a limited amount of work at once; the rest waits in order, our own before the portal's.
 * @throws GatehouseError `too-many-passwords` when the portal's queue is full
 */
export type Turns = <T>(work: () => Promise<T>, lane: Lane) => Promise<T>;

/** How long a piece of work is assumed to take until the first has been measured, in milliseconds. */
const firstGuess = 50;

/** A queue with a limit, so that a flood is turned away instead of being kept in memory for minutes. */
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
      // the place is handed straight to the next in line, so that nobody slips in between
      const next = waiting.own.shift() ?? waiting.portal.shift();
      if (next) next();
      else running--;
    }
  };
}
