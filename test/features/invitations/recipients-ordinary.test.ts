import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
const [word, address] = [fc.constantFrom(...words), fc.constantFrom(...addresses)];
const line = fc.oneof(
  address,
  fc.tuple(word, word, address).map(([first, last, own]) => `${first} ${last} <${own}>`),
  fc.tuple(word, word, address).map(([first, last, own]) => ` "${first} ${last}"  <${own}> `),
  fc.array(anyPart, { maxLength: 8 }).map((parts) => parts.join('')),
);

const read = (ordinary: string) => ordinaryLine(ordinary, 0, { steps: 0 });

describe('a line as most are', () => {
  test('is read at once as it is read sign by sign', () => {
    let atOnce = 0;
    fc.assert(
      fc.property(line, (text) => {
        if (read(text)) atOnce++;
        // a tab behind it keeps the line from being read at once, and says nothing
        const slowly = parseRecipients(`first@example.com\n${text}\t`);
        expect(parseRecipients(`first@example.com\n${text}`)).toEqual(slowly);
      }),
      { numRuns: 5000 },
    );
    expect(atOnce).toBeGreaterThan(500);
  });

  test.each(['a@b.co', ' a@b.co ', 'Ana <a@b.co>', '"Ana Maria O\'Neil"  <a@b.co>', 'Łukasz 7 <A@B.co>'])(
    '%j is one',
    (text) => {
      expect(read(text)).toBeDefined();
    },
  );

  test.each([
    '',
    'Ana',
    'a@b.co, c@d.co',
    'a@b.co\t',
    'Ana a@b.co',
    'To: a@b.co',
    'a@b',
    '"Ana <a@b.co>',
    'Ana<a@b.co>',
  ])('%j is none', (text) => {
    expect(read(text)).toBeUndefined();
  });
});
