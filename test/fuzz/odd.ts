import fc from 'fast-check';
import { oddTexts } from '../support/from-schema.ts';

/** Bytes as text of characters below U+0100: what changes texts can change them as well. */
export const asBytes = (text: string): Buffer => Buffer.from(text, 'latin1');
export const asText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** What means something to some parser or terminal, wherever it stands. */
export const tokens = [
  ...oddTexts.filter((text) => text.length < 100),
  ...['\r', '\n', '\r\n', '\r\n\r\n', '\t', '\v', '\f', '\u0085', '\u2028', '\ufeff', '\u00ad', '\ufffd', '\udfff'],
  ...['constructor', 'prototype', 'toString', 'hasOwnProperty', '__proto__[x]=1', 'null', 'undefined', 'NaN', '-0'],
  ...['0', '-1', '1e999', '9'.repeat(20), '0x', '%', '%00', '%zz', '%0d%0a', '${', '{{', '}}', '<!--', ']]>', '&#0;'],
  ...['\x1b[2J', '\x1b]0;x\x07', '\x9b31m', '\b', '\x7f', "'", '\\', '/', '//', '..', '../', ',', ';', ':', '=', '"'],
] as const;
export const token = fc.constantFrom(...tokens);

interface Change {
  readonly how: 'cut' | 'double' | 'insert' | 'overwrite' | 'repeat' | 'swap' | 'end';
  /** Fractions of the text's length. */
  readonly at: number;
  readonly to: number;
  readonly times: number;
  readonly token: string;
}

function changed(text: string, { how, at, to, times, token: sign }: Change): string {
  const [from, until] = [Math.floor(Math.min(at, to) * text.length), Math.floor(Math.max(at, to) * text.length)];
  // mostly a few characters: the rest stays nearly what it was
  const short = Math.min(until, from + times);
  const [before, piece, behind] = [text.slice(0, from), text.slice(from, short), text.slice(short)];
  switch (how) {
    case 'cut':
      return before + behind;
    case 'double':
      return before + piece + piece + behind;
    case 'insert':
      return before + sign + piece + behind;
    case 'overwrite':
      return before + sign + text.slice(from + sign.length);
    case 'repeat':
      return before + piece.repeat(times) + behind;
    case 'swap':
      return before + behind + piece;
    case 'end':
      return before;
  }
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const changeWith = (signs: fc.Arbitrary<string>): fc.Arbitrary<Change> =>
  fc.record({
    how: fc.constantFrom('cut', 'double', 'insert', 'insert', 'overwrite', 'overwrite', 'repeat', 'swap', 'end'),
    at: share,
    to: share,
    times: fc.nat({ max: 60 }),
    token: signs,
  });

/** Valid texts, changed in a few places. */
export const mutated = (
  samples: fc.Arbitrary<string>,
  signs: fc.Arbitrary<string> = token,
  most = 4,
): fc.Arbitrary<string> =>
  fc
    .tuple(samples, fc.array(changeWith(signs), { maxLength: most }))
    .map(([text, changes]) => changes.reduce(changed, text).slice(0, 200_000));

const byte = fc.nat({ max: 255 }).map((code) => String.fromCharCode(code));
const numbers = ['\0\0', '\xff\xff', '\xff\xff\xff\xff', '\0\0\0\x80', '\xff\xff\xff\x7f', '\x01\0\0\0'];

/** Valid bytes, changed in a few places; both as texts of bytes. */
export const mutatedBytes = (samples: fc.Arbitrary<string>, most = 4): fc.Arbitrary<string> =>
  mutated(samples, fc.oneof(byte, fc.constantFrom(...numbers)), most);

export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(token, { maxLength: 20 }).map((parts) => parts.join('')),
);
export const anyBytes = fc.string({ unit: byte, maxLength: 200 });

/** Pieces of a grammar, one after the other. */
export const pieces = (some: readonly string[], most = 30): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...some) }, token), { maxLength: most })
    .map((parts) => parts.join(''));
