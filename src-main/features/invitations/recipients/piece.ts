import { type AddressResult, parseAddress } from '#contract/address.ts';
import { isLabel } from './labels.ts';
import { isMailto } from './mailto.ts';

const pairs: Readonly<Record<string, string>> = { '[': ']', '{': '}', "'": "'", '‘': '’', '`': '`' };
/** Web pages and mail programs leave these around copied text; nobody sees them. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

export interface Piece {
  readonly text: string;
  /** Where it begins in the word. */
  readonly start: number;
  /** Whether a label such as "To:" comes directly before it. */
  readonly labelled: boolean;
  /** Whether the name of a mail group comes before the address. */
  readonly group: boolean;
}

/** Removes what may surround an address without being part of it, once each. */
export function pieceOf(word: string): Piece {
  let start = 0;
  let end = word.length;
  while (start < end && invisible.test(word.charAt(start))) start++;
  while (end > start && invisible.test(word.charAt(end - 1))) end--;
  let labelled = false;
  const colon = word.slice(start, start + 40).indexOf(':');
  const at = word.slice(start, start + 40).indexOf('@');
  if (colon >= 0 && (at < 0 || colon < at) && !isMailto(word, start)) {
    if (!isLabel(word.slice(start, start + colon)))
      return { text: word.slice(start, end), start, labelled, group: true };
    start += colon + 1;
    labelled = true;
  }
  const closer = pairs[word.charAt(start)];
  if (closer !== undefined && end - start > 2 && word.charAt(end - 1) === closer) {
    start++;
    end--;
  }
  // The full stop of a sentence; two of them do not end a sentence.
  if (word.charAt(end - 1) === '.' && word.charAt(end - 2) !== '.') end--;
  return { text: word.slice(start, end), start, labelled, group: false };
}

/**
 * Reads the address of a piece. An unpaired quotation mark may or may not belong to the address, so such a piece is refused
 * rather than mailed to somebody else.
 */
export function addressOf(text: string): AddressResult {
  return /^['‘’`]/.test(text) ? { ok: false, problem: 'local-quoted' } : parseAddress(text);
}
