import { foldName } from '#contract/fold.ts';
import type { WrittenPage } from './pages.ts';
import { plainText, type Section } from './sections.ts';

/** A section of the help that matches what was typed. */
export interface Found {
  readonly page: WrittenPage;
  readonly heading: string;
  readonly anchor: string;
}

export type Book = Readonly<Record<WrittenPage, readonly Section[]>>;

/** The sections that contain every typed word; those with all of them in the heading come first. */
export function searchHelp(book: Book, typed: string): readonly Found[] {
  const wanted = foldName(typed).split(' ').filter(Boolean);
  if (wanted.length === 0) return [];
  const holds = (text: string) => {
    const folded = foldName(text);
    return wanted.every((word) => folded.includes(word));
  };
  const found = Object.entries(book).flatMap(([page, sections]) =>
    sections
      .map(({ heading, anchor, tokens }) => ({
        found: { page: page as WrittenPage, heading, anchor },
        inHeading: holds(heading),
        inText: holds(`${heading} ${plainText(tokens)}`),
      }))
      .filter(({ inText }) => inText),
  );
  return [...found.filter((f) => f.inHeading), ...found.filter((f) => !f.inHeading)].map((f) => f.found);
}
