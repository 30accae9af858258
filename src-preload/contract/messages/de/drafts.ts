import { count } from './common.ts';

const standing: Readonly<Record<string, string>> = {
  draft: 'wird gerade geschrieben',
  review: 'wird gerade geprüft',
  scheduled: 'ist geplant',
};
const wanted: Readonly<Record<string, string>> = {
  draft: 'weder in Prüfung noch geplant sein',
  review: 'in Prüfung sein',
  scheduled: 'geplant sein',
};

/** Words of batches that wait: written, reviewed, scheduled. */
export const drafts = {
  title: 'Entwürfe',
  standing: (state: string) => standing[state] ?? `ist ${state}`,
  wanted: (state: string) => wanted[state] ?? `${state} sein`,
  people: (n: number) => count(n, 'Person', 'Personen'),
} as const;
