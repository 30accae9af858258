import { type ListRow, measures } from '../app/density.ts';
import { usePreference } from '../app/preferences.ts';

/** How high such rows are in the chosen density, in CSS pixels. */
export const useRowHeight = (rows: ListRow): number =>
  measures[usePreference('density') ?? 'comfortable'].listRows[rows];
