import { GatehouseError } from '#contract/errors.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { countSeats } from '../organizations/seats.ts';

/** Takes one seat. @throws GatehouseError `seats-exceeded` */
export type TakeSeat = () => Promise<void>;

/**
 * Seats for the people of one transaction, one after the other: counted when the first is taken and then subtracted, because
 * counting again for each of a hundred costs a hundred times as much.
 */
export function seatsToGive(db: ReadableDb, organizationId: number, now: number): TakeSeat {
  let free: number | null | undefined;
  return async () => {
    if (free === undefined) free = (await countSeats(db, organizationId, now)).free;
    if (free === null) return;
    if (free < 1) throw new GatehouseError('seats-exceeded', { free: 0, needed: 1 });
    free--;
  };
}
