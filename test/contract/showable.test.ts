import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onOneLine, showable } from '#contract/showable.ts';
import { personName } from '#contract/values.ts';

describe('invisible characters are taken out of names', () => {
  test.each([
    ['an override of the text direction', 'Ana\u202e avliS', 'Ana avliS'],
    ['isolates and directional marks', '\u2067Ana\u2069\u200e\u200f\u061c', 'Ana'],
    ['zero-width spaces and a byte order mark', 'A\u200bn\u2060a\ufeff', 'Ana'],
    ['joiners between letters that do not join', 'A\u200dn\u200ca', 'Ana'],
    ['a soft hyphen', 'Ana\u00admaria', 'Anamaria'],
    ['a filler that looks like an empty name', '\u3164\uffa0', ''],
    ['half of a surrogate pair', 'Ana\ud800', 'Ana'],
    ['a private-use character', 'Ana\ue000', 'Ana'],
    ['a tag character', 'Ana\u{e0041}', 'Ana'],
  ])('%s', (_, typed, shown) => {
    expect(showable(typed)).toBe(shown);
  });

  test.each([
    ['Persian, with the non-joiner that its spelling needs', 'علی‌رضا'],
    ['Sinhala, with its joiner', 'ශ්‍රී'],
    ['a variant of a Japanese character', '辻\u{e0100}'],
    ['an emoji joined from several', '👩‍💻'],
    ['Siobhán with a combining accent', 'Siobha\u0301n'],
    ['an apostrophe and a hyphen', 'Zoë O’Brien-Núñez'],
  ])('but %s is kept', (_, name) => {
    expect(showable(name)).toBe(name);
  });

  test('doing it twice changes nothing more, and the result is one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const line = onOneLine(text);
        expect(onOneLine(line)).toBe(line);
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(line).not.toMatch(/\p{Cs}/u);
      }),
      { numRuns: 500 },
    );
  });

  test('a name with nothing visible counts as empty, and one with control characters is refused', () => {
    expect(personName.safeParse('\u200b \u3164').error?.issues).toMatchObject([{ message: 'empty' }]);
    expect(personName.safeParse('Ana\r\nBcc: eve').error?.issues).toMatchObject([{ message: 'control-character' }]);
    expect(personName.parse(' \u202eAna ')).toBe('Ana');
  });
});
