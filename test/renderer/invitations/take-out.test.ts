import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRecipients } from '../../../src-main/features/invitations/recipients.ts';
import { takeOut } from '../../../src-renderer/features/invitations/take-out.ts';

const without = (text: string, ...parts: string[]) => {
  const gone = parts.map((part) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length }));
  return takeOut(
    text,
    gone.sort((a, b) => a.start - b.start),
  );
};
const emails = (text: string) => parseRecipients(text).entries.map((e) => e.email);

describe('taking out of the box what was sent', () => {
  test('a line that held one entry goes whole', () => {
    expect(without('a@x.test\nb@x.test\nc@x.test', 'b@x.test')).toBe('a@x.test\nc@x.test');
    expect(without('a@x.test\n  <b@x.test>;  \nc@x.test', '<b@x.test>')).toBe('a@x.test\nc@x.test');
  });

  test('the others of a line keep the separator that they had', () => {
    expect(without('a@x.test; b@x.test; c@x.test', 'b@x.test')).toBe('a@x.test; c@x.test');
    expect(without('a@x.test, b@x.test, c@x.test', 'a@x.test', 'b@x.test')).toBe('c@x.test');
    expect(without('a@x.test, b@x.test, c@x.test', 'c@x.test')).toBe('a@x.test, b@x.test');
    expect(without('a@x.test b@x.test c@x.test', 'b@x.test')).toBe('a@x.test c@x.test');
  });

  test('blank lines and words between kept lines stay as typed', () => {
    expect(without('a@x..test\n\n b@x.test\n# later\nc@x..test', 'b@x.test')).toBe('a@x..test\n\n# later\nc@x..test');
  });

  test('the headings stay while a line is left under them', () => {
    const text = 'E-mail\tRole\na@x.test\tMember\nb@x..test\tMember\n';
    const [a, b] = parseRecipients(text).entries;
    expect(takeOut(text, [a as never], 1)).toBe('E-mail\tRole\nb@x..test\tMember\n');
    expect(takeOut(text, [a as never, b as never], 1)).toBe('');
  });

  test('when everything went, nothing is left, not even blank lines', () => {
    expect(without('\n\na@x.test,\n\n', 'a@x.test')).toBe('');
  });

  test('a quoted cell with several addresses does not leave a lone quotation mark', () => {
    const text = 'Ann\t"a@x.test; b@x..test"\nBob\tc@x.test';
    const [first] = parseRecipients(text).entries;
    const left = takeOut(text, [first as never]);
    expect(left).not.toContain('"');
    expect(left).toContain('b@x..test');
  });

  test('an entry that reaches over a line break inside a quoted cell goes whole', () => {
    const text = 'a@x.test\t"First\nLast"\nb@x..test';
    const [first] = parseRecipients(text).entries;
    expect(takeOut(text, [first as never])).toBe('b@x..test');
  });

  test('whatever is sent, the rest is read as before', () => {
    const person = fc.record({
      local: fc.stringMatching(/^[a-z]{1,8}$/),
      form: fc.constantFrom('bare', 'angle', 'named', 'quoted', 'comment'),
      end: fc.constantFrom(', ', '; ', ';', '\n', '\n\n', '\r\n'.slice(1)),
      sent: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 30 }), (people) => {
        const forms = {
          bare: (a: string) => a,
          angle: (a: string) => `<${a}>`,
          named: (a: string) => `Ana Lima <${a}>`,
          quoted: (a: string) => `"Lima, Ana" <${a}>`,
          comment: (a: string) => `${a} (Ana Lima)`,
        };
        const address = (local: string, i: number) => `${local}${i}@x.test`;
        const text = people.map((p, i) => forms[p.form](address(p.local, i)) + p.end).join('');
        const { entries } = parseRecipients(text);
        expect(entries).toHaveLength(people.length);
        const left = takeOut(
          text,
          entries.filter((_, i) => people[i]?.sent),
        );
        const kept = people.flatMap((p, i) => (p.sent ? [] : [address(p.local, i)]));
        expect(emails(left)).toEqual(kept);
      }),
    );
  });

  test('whatever stretches of whatever text are taken out, the rest is kept, apart from separators', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.array(fc.nat(200), { maxLength: 12 }),
        (raw, cuts) => {
          const text = raw.replace(/\r/g, '');
          // between characters, as the parser's stretches are: half a surrogate pair is no character
          const between = [0];
          for (const sign of text) between.push((between.at(-1) ?? 0) + sign.length);
          const places = [...new Set(cuts.map((c) => between[Math.min(c, between.length - 1)] ?? 0))].sort(
            (a, b) => a - b,
          );
          const gone = [];
          for (let i = 0; i + 1 < places.length; i += 2) gone.push({ start: places[i] ?? 0, end: places[i + 1] ?? 0 });
          let expected = '';
          let at = 0;
          for (const { start, end } of gone) {
            expected += text.slice(at, start);
            at = end;
          }
          expected += text.slice(at);
          const plain = (s: string) => s.replace(/[^\p{L}\p{N}@.]/gu, '');
          expect(plain(takeOut(text, gone))).toBe(plain(expected));
        },
      ),
    );
  });

  test('of ten thousand lines, the third that was not sent is left', () => {
    const text = Array.from({ length: 10_000 }, (_, i) => `p${i}@x.test`).join('\n');
    const { entries } = parseRecipients(text);
    expect(
      takeOut(
        text,
        entries.filter((_, i) => i % 3 !== 0),
      ).split('\n'),
    ).toHaveLength(3334);
  });
});
