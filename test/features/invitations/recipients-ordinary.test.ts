import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tidyName } from '../../../src-main/features/invitations/recipients/names.ts';
import { ordinaryLine } from '../../../src-main/features/invitations/recipients/ordinary.ts';
import { parseRecipients } from '../../../src-main/features/invitations/recipients.ts';

const words = [
  'Ana',
  "O'Neil",
  'Jean-Luc',
  'Dr.',
  'Łukasz',
  'é',
  'x',
  '7',
  '李',
  '\u212a',
  'ﬁ',
  'To',
  '1.',
  'x'.repeat(45),
];
const addresses = [
  'a@b.co',
  'A.Name+tag@Example.COM',
  'a@b',
  'a@b..co',
  'a@-b.co',
  'a@xn--mnchen-3ya.de',
  'a@1.2',
  '.a@b.co',
];
const signs = [' ', '  ', '"', '<', '>', '.', '-', '’', '@', '1', ':', '\u00a0'];
const anyPart = fc.oneof(...[words, addresses, signs].map((parts) => fc.constantFrom(...parts)));
const word = fc.constantFrom(...words);
const address = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a@b.co', 'A.Name+tag@Example.COM') },
  { weight: 1, arbitrary: fc.constantFrom(...addresses) },
);
const recipient = fc.oneof(
  address,
  fc.tuple(word, word, address).map(([first, last, own]) => `${first} ${last} <${own}>`),
  fc.tuple(word, word, address).map(([first, last, own]) => ` "${first} ${last}"  <${own}> `),
);
const separator = fc.constantFrom(',', ', ', ';', '; ', ' ; ');
const ordinary = fc
  .tuple(fc.array(recipient, { minLength: 1, maxLength: 3 }), separator)
  .map(([all, sign]) => all.join(sign));
/** One character put in, or in place of another. */
const nearMiss = fc
  .tuple(ordinary, fc.nat(), fc.constantFrom(...signs, ...",;'()\\“–|[&:\t\u200b".split('')), fc.nat(1))
  .map(([text, place, sign, instead]) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + sign + text.slice(at + instead);
  });
const line = fc.oneof(
  ordinary,
  nearMiss,
  fc.array(fc.oneof(recipient, separator, anyPart), { maxLength: 8 }).map((parts) => parts.join('')),
);

const read = (ordinary: string) => ordinaryLine(ordinary, 0, { steps: 0 });

describe('an ordinary line', () => {
  test('is read on the fast path as it is read character by character', () => {
    let [atOnce, several] = [0, 0];
    fc.assert(
      fc.property(line, (text) => {
        const drafts = read(text)?.drafts.length ?? 0;
        if (drafts > 0) atOnce++;
        if (drafts > 1) several++;
        // a tab after it keeps the line off the fast path, and means nothing
        for (const before of ['', 'first@example.com\n']) {
          expect(parseRecipients(before + text)).toEqual(parseRecipients(`${before}${text}\t`));
        }
      }),
      { numRuns: 5000 },
    );
    expect(atOnce).toBeGreaterThan(500);
    expect(several).toBeGreaterThan(100);
  });

  test.each([
    'a@b.co',
    ' a@b.co ',
    'a@b.co, c@d.co',
    'a@b.co;Ana <c@d.co>, "Ana" <e@f.co> ; ',
    'Ana <a@b.co>',
    '"Ana Maria O\'Neil"  <a@b.co>',
    'Łukasz 7 <A@B.co>',
  ])('is %j', (text) => {
    expect(read(text)).toBeDefined();
  });

  test.each([
    '',
    'Ana',
    'a@b.co\t',
    'a@b.co, Ana',
    'a@b.co,, c@d.co',
    'a@b.co <a@b.co>',
    `${'Ana '.repeat(60)}<a@b.co>`,
    'Ana a@b.co',
    'To: a@b.co',
    'a@b',
    '"Ana <a@b.co>',
    'Ana<a@b.co>',
    "'Ana' <a@b.co>",
    "Ana 'x <a@b.co>, Bob y' <c@d.co>",
  ])('is not %j', (text) => {
    expect(read(text)).toBeUndefined();
  });
});

test('tidying a name gives the same result on the fast path', () => {
  const sign = fc.constantFrom(...'aÉſßЖ李ª1²٣ \u00a0\u00ad\u0301\u200b.-’\'",;<>\\|—');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: sign, maxLength: 5 }),
        fc.array(word).map((all) => all.join(' ')),
      ),
      (name) => {
        // a space before it means nothing, and keeps it off the fast path
        expect(tidyName(name)).toBe(tidyName(` ${name}`));
      },
    ),
    { numRuns: 3000 },
  );
});
