import { letterOf } from '#contract/column-letter.ts';

/** The position of a column by its heading, or by its letter as in spreadsheets; undefined where there is none. */
export function columnNamed(name: string, headings: readonly string[], width: number): number | undefined {
  const same = (heading: string) => heading.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase();
  const byHeading = headings.findIndex(same);
  if (byHeading >= 0) return byHeading;
  const letter = name.trim().toUpperCase();
  const byLetter = Array.from({ length: width }, (_, at) => letterOf(at)).indexOf(letter);
  return byLetter >= 0 ? byLetter : undefined;
}
