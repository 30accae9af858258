import { isAsciiLetter, isAsciiLetterOrDigit, plainAddress } from '#contract/address-plain.ts';
import type { Draft } from './entry.ts';
import { longestName, tidyName } from './names.ts';
import { isLineEnd, type Meter } from './scan.ts';

const [space, quote, apostrophe, comma, hyphen, dot] = [0x20, 0x22, 0x27, 0x2c, 0x2d, 0x2e];
const [semicolon, open, close] = [0x3b, 0x3c, 0x3e];

/** The letters of European languages that are no ASCII; they are looked at as often as those. */
const isLatinLetter = (code: number): boolean => code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7;
/** Of any other language; looked at only where such letters are. */
const nameOfSomeLanguage = /^\p{L}[\p{L}\p{M}\p{N}.'’-]*(?: +[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’-]*)*$/u;

/** The first place in the text from `from` that holds no space. */
function skipSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) === space) at++;
  return at;
}

/**
 * Reads the name in [from, to): its words begin with a letter, the later ones perhaps with a digit. Undefined if it is
 * written in another way.
 */
function nameIn(text: string, from: number, to: number): string | undefined {
  // what a name that needs no tidying has: one space between words, and nothing at the end that parts it from something
  let tidy = true;
  let before = space;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (isAsciiLetter(code) || isLatinLetter(code)) {}
    before = code;
  }
  return undefined;
}
