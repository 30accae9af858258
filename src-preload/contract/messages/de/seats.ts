import { number } from './format.ts';

/** Words of the licence meter. */
export const seats = {
  title: 'Plätze',
  of: (taken: number, limit: number) => `${number(taken)} von ${number(limit)}`,
  noLimit: (taken: number) => `${number(taken)} ${taken === 1 ? 'Platz' : 'Plätze'} belegt, keine Grenze`,
  active: (n: number) => `${number(n)} aktiv`,
  pending: (n: number) => `${number(n)} ausstehend`,
  free: (n: number) => `${number(n)} frei`,
  open: 'Benutzer & Lizenzen öffnen',
  separator: ' · ',
} as const;
