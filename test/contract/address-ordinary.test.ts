import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAddress, parseWithCare } from '#contract/address.ts';
import { ordinaryAddress } from '#contract/address-ordinary.ts';

const part = (lengths: readonly number[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.stringMatching(/^[A-Za-z0-9]{1,6}$/) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...lengths.map((length) => 'x'.repeat(length)), '7', 'xn--mnchen-3ya', '0x1f'),
    },
    // near misses: punctuation at an edge or doubled, letters that fold into ASCII
    { weight: 1, arbitrary: fc.stringMatching(/^[aZ0.+_\u0027\u212a\u00e9-]{0,4}$/) },
  );
const local = fc.array(part([63, 64, 65]), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'));
const domain = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.array(part([62, 63, 64]), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.')),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 240, max: 256 }).map((length) => `${'abcdefg.'.repeat(40).slice(0, length)}co`),
  },
);
const written = fc.tuple(local, domain).map((parts) => parts.join('@'));

test('the fast path reads an address exactly as the careful parser does', () => {
  let atOnce = 0;
  fc.assert(
    fc.property(written, (text) => {
      if (ordinaryAddress(text, 0)?.end === text.length) atOnce++;
      expect(parseAddress(text)).toEqual(parseWithCare(text));
    }),
    { numRuns: 5000 },
  );
  expect(atOnce).toBeGreaterThan(500);
});

test('an address within a text is read as it is alone, up to the first character that it cannot contain', () => {
  const behind = fc.constantFrom('', ' ', '>', ',', ';', '@', '\n', '"', '\u00e9');
  fc.assert(
    fc.property(written, behind, (text, sign) => {
      const alone = ordinaryAddress(text, 0);
      fc.pre(alone?.end === text.length);
      expect(ordinaryAddress(`<${text}${sign}`, 1)).toEqual({ ...alone, at: alone.at + 1, end: alone.end + 1 });
    }),
  );
});

test.each(['a@b.co', 'A.b-c_d+e@F-g.Example.ORG', '1@2.x3', `${'a'.repeat(64)}@${'b'.repeat(63)}.co`])(
  '%j takes the fast path',
  (text) => {
    expect(ordinaryAddress(text, 0)?.end).toBe(text.length);
  },
);

test.each([
  ...['', '@', 'a@', '@b.co', '.a@b.co', 'a.@b.co', 'a..b@c.co', '_a@b.co', 'a@b', 'a@.b.co', 'a@b..co', 'a@b.co.'],
  ...['a@-b.co', 'a@b-.co', 'a@b.co-', 'a@b.0c', 'a@xn--mnchen-3ya.de', 'a@b--c.co', "o'neil@b.co", 'a@\u212a.co'],
  ...[`${'a'.repeat(65)}@b.co`, `a@${'b'.repeat(64)}.co`, `a@${'b.'.repeat(130)}co`],
])('%j is left to the careful parser', (text) => {
  expect(ordinaryAddress(text, 0)).toBeUndefined();
});
