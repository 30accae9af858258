import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName } from '#contract/fold.ts';

/** As Unicode defines it, without the shortcut for plain text. */
const wholly = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();

describe('folding a name', () => {
  it.each([
    ['Ána  ŁUKASZ\t', 'ana łukasz'],
    ['  Ｆｕｌｌ　ｗｉｄｔｈ ', 'full width'],
    ['Straße\u00a0 ﬁne', 'straße fine'],
    ['ana@example.org', 'ana@example.org'],
  ])('%j gives %j', (text, folded) => expect(foldName(text)).toBe(folded));

  it('gives the same result with and without the shortcut', () => {
    const letters = fc.constantFrom(
      'a',
      'Z',
      '0',
      ' ',
      '\t',
      '\n',
      '\u00a0',
      'é',
      'e\u0301',
      'İ',
      'ß',
      'Ж',
      '\u3000',
      '😀',
    );
    const ascii = fc.string({ unit: 'binary-ascii' });
    const mixed = fc.array(letters).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(ascii, mixed, fc.string({ unit: 'binary' })), (text) => foldName(text) === wholly(text)),
    );
  });
});
