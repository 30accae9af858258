import type { StoredLook } from '../look/store.ts';
import { htmlOf } from './html.ts';

/** A paragraph of one or more lines, a list, what somebody wrote line by line, or a link. */
export type Part =
  | string
  | { readonly list: readonly string[] }
  | { readonly quote: readonly string[] }
  | { readonly link: string; readonly button: string; readonly openLink: string };

/** What a letter says, in order: plain text throughout. */
export interface LetterWords {
  readonly language: string;
  readonly title: string;
  /** Replaces the logo where no pictures are shown. */
  readonly organization: string;
  readonly look?: StoredLook | undefined;
  readonly parts: readonly Part[];
  /** Below all that, in a fainter colour; the last one is the footer. */
  readonly faint: readonly string[];
}

/** The same words as text and as a page. */
export function bodyOf(words: LetterWords): { readonly text: string; readonly html: string } {
  const footer = words.faint.at(-1);
  const lines = [...words.parts.map(textPart), ...words.faint.slice(0, -1), `-- \n${footer}`];
  return { text: `${lines.join('\n\n')}\n`, html: htmlOf(words) };
}

function textPart(part: Part): string {
  if (typeof part === 'string') return part;
  if ('list' in part) return part.list.map((item) => `- ${item}`).join('\n');
  if ('quote' in part) return part.quote.map((line) => `> ${line}`.trimEnd()).join('\n');
  return `${part.openLink}\n${part.link}`;
}
