import { number } from './format.ts';

/** Words of the licence meter. */
export const seats = {
  title: 'Seats',
  of: (taken: number, limit: number) => `${number(taken)} of ${number(limit)}`,
  noLimit: (taken: number) => `${number(taken)} ${taken === 1 ? 'seat' : 'seats'} used, no limit`,
  active: (n: number) => `${number(n)} active`,
  pending: (n: number) => `${number(n)} pending`,
  free: (n: number) => `${number(n)} free`,
  open: 'Open Users & licences',
  separator: ' · ',
} as const;
