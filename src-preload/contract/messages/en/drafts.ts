import { count } from './common.ts';

const standing: Readonly<Record<string, string>> = {
  draft: 'is being written',
  review: 'is in review',
  scheduled: 'is scheduled',
};
const wanted: Readonly<Record<string, string>> = {
  draft: 'be out of review and off the schedule',
  review: 'be in review',
  scheduled: 'be scheduled',
};

/** Words of batches that wait: written, reviewed, scheduled. */
export const drafts = {
  title: 'Drafts',
  standing: (state: string) => standing[state] ?? `is ${state}`,
  wanted: (state: string) => wanted[state] ?? `be ${state}`,
  people: (n: number) => count(n, 'person', 'people'),
} as const;
