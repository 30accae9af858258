import { isAsciiLetterOrDigit } from '#contract/address-ordinary.ts';
import { longestName, tidyName } from './names.ts';

const [space, quote, apostrophe, hyphen, dot, open] = [0x20, 0x22, 0x27, 0x2d, 0x2e, 0x3c];
const mayStandInName = (code: number): boolean =>
  isAsciiLetterOrDigit(code) ||
  code === space ||
  code === dot ||
  code === hyphen ||
  code === apostrophe ||
  code >= 0x80;

/** Words; the first begins with a letter, the others may begin with a digit. */
const words = /^\p{L}[\p{L}\p{M}\p{N}.'’-]*(?: +[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’-]*)*$/u;

/**
 * Reads the name at `from` if it is written like most: plain words up to an angle bracket, or all in quotation marks. Gives
 * what `tidyName` makes of it.
 */
export function ordinaryName(text: string, from: number): { name: string | undefined; end: number } | undefined {
  const quoted = text.charCodeAt(from) === quote;
  const start = quoted ? from + 1 : from;
  // bounded: letters of other languages are told from line ends only afterwards, so this may run on into the next lines
  const limit = Math.min(text.length, start + longestName);
  let at = start;
  while (at < limit && mayStandInName(text.charCodeAt(at))) at++;
  if (text.charCodeAt(at) !== (quoted ? quote : open)) return undefined;
  let end = at;
  while (end > start && text.charCodeAt(end - 1) === space) end--;
  const name = text.slice(start, end);
  return words.test(name) ? { name: tidyName(name), end: quoted ? at + 1 : end } : undefined;
}
