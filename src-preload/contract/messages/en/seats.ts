/** Words of the licence meter. */
export const seats = {
  title: 'Seats',
  of: (taken: number, limit: number) => `${taken.toLocaleString('en')} of ${limit.toLocaleString('en')}`,
  noLimit: (taken: number) => `${taken.toLocaleString('en')} ${taken === 1 ? 'seat' : 'seats'} used, no limit`,
  active: (n: number) => `${n.toLocaleString('en')} active`,
  pending: (n: number) => `${n.toLocaleString('en')} pending`,
  free: (n: number) => `${n.toLocaleString('en')} free`,
  open: 'Open Users & licences',
  separator: ' · ',
} as const;
