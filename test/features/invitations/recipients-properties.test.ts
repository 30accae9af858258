import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRecipients, readRecipients } from '../../../src-main/features/invitations/recipients.ts';
import { hostileShapes } from '../../support/hostile-recipients.ts';

const word = fc.stringMatching(/^[A-Z][a-z]{4,9}$/);
const email = fc
  .tuple(
    fc.stringMatching(/^[a-z0-9][a-z0-9_+-]{0,10}(?:\.[a-z0-9]{1,6})?$/),
    fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/),
  )
  .map(([local, domain]) => `${local}@${domain}.example`);

/** A person as somebody might write them, with the name that must come out. */
const written = fc
  .tuple(email, word, word, fc.nat(9))
  .map(([address, first, last, form]): { text: string; email: string; name?: string } => {
    const name = `${first} ${last}`;
    const forms: readonly { text: string; name?: string }[] = [
      { text: address },
      { text: `<${address}>` },
      { text: `mailto:${address}` },
      { text: `'${address}'` },
      { text: `${name} <${address}>`, name },
      { text: `"${last}, ${first}" <${address}>`, name },
      { text: `'${name}' <${address}>`, name },
      { text: `${address} (${name})`, name },
      { text: `${name} (${address})`, name },
      { text: `${name} - ${address}`, name },
    ];
    return { email: address, ...(forms[form] as { text: string; name?: string }) };
  });
const separator = fc.constantFrom('\n', '\r\n', '\r', '\u2028', ', ', ',', '; ', ';', ',\n', ' ;\r\n\r\n');

const signs = fc.constantFrom(
  ...'ab@.,;:<>()"\'\\\t \n\r-•1%[]“”'.split(''),
  'a@b.co',
  'mailto:',
  'Ana ',
  '\r\n',
  '\u2028',
  'email,name\n',
  'E-mail\tName\n',
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(signs, { maxLength: 60 }).map((parts) => parts.join('')),
);

describe('whatever is pasted', () => {
  test('nothing throws, and entries lie in the text, in order and without overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        let place = { line: 1, index: -1 };
        for (const entry of parseRecipients(text).entries) {
          expect(entry.start).toBeGreaterThanOrEqual(end);
          expect(entry.end).toBeGreaterThan(entry.start);
          expect(entry.raw).toBe(text.slice(entry.start, entry.end));
          expect(entry.raw).toBe(entry.raw.trim());
          expect(entry.email === undefined).toBe(entry.problem !== undefined);
          expect(entry.line > place.line || (entry.line === place.line && entry.index === place.index + 1)).toBe(true);
          ({ end } = entry);
          place = entry;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 5000 },
    );
  });

  test('every @ is inside of an entry, so no address is dropped silently', () => {
    const noHeading = anyText.filter((text) => parseRecipients(text).headingLine === undefined);
    fc.assert(
      fc.property(noHeading, (text) => {
        const { entries } = parseRecipients(text);
        for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
          expect(entries.some((entry) => entry.start <= at && at < entry.end)).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('taking the good entries out of the text leaves the refused ones, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            written.map(({ text }) => text),
            fc.constant('bob@'),
          ),
        ),
        separator,
        (list, sign) => {
          const text = list.join(sign);
          let rest = text;
          for (const { email, start, end } of parseRecipients(text).entries.toReversed()) {
            if (email) rest = rest.slice(0, start) + rest.slice(end);
          }
          const left = parseRecipients(rest).entries.map(({ raw }) => raw);
          expect(left).toEqual(list.filter((piece) => piece === 'bob@'));
        },
      ),
    );
  });
});

describe('good lists', () => {
  test('are read back exactly, in every form and with every separator', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(written, separator)), (list) => {
        const text = list.map(([person, sign]) => person.text + sign).join('');
        const read = parseRecipients(text).entries.map(({ email, name }) => ({ email, ...(name && { name }) }));
        expect(read).toEqual(list.map(([{ email, name }]) => ({ email, ...(name && { name }) })));
      }),
      { numRuns: 1000 },
    );
  });

  test('one below the other have the entries of both', () => {
    const list = fc.array(fc.tuple(written, separator)).map((all) => all.map(([p, sign]) => p.text + sign).join(''));
    const people = (text: string) =>
      parseRecipients(text).entries.map(({ key, name, problem }) => [key, name, problem]);
    fc.assert(
      fc.property(list, list, (a, b) => {
        expect(people(`${a}\n${b}`)).toEqual([...people(a), ...people(b)]);
      }),
    );
  });

  test('in columns are read back in any order, with and without a heading', () => {
    const columns = ['E-mail', 'First name', 'Last name', 'Role'] as const;
    const order = fc.shuffledSubarray([...columns], { minLength: 4 });
    const rows = fc.array(fc.tuple(email, word, word), { minLength: 1 });
    fc.assert(
      fc.property(rows, order, fc.boolean(), fc.constantFrom('\t', ','), (people, names, heading, sign) => {
        const withHeading = heading || sign === ',' || names.indexOf('First name') > names.indexOf('Last name');
        const lines = people.map(([address, first, last]) =>
          names.map((name) => [address, first, last, 'Admin'][columns.indexOf(name)]).join(sign),
        );
        const text = [...(withHeading ? [names.join(sign)] : []), ...lines].join('\n');
        const read = parseRecipients(text, { roles: ['Admin'], teams: [] }).entries;
        expect(read.map(({ email, name, roles }) => [email, name, roles])).toEqual(
          people.map(([address, first, last]) => [address, `${first} ${last}`, ['Admin']]),
        );
      }),
    );
  });
});

describe('the work grows no faster than the text', () => {
  const steps = (text: string) => {
    const meter = { steps: 0 };
    readRecipients(text, { roles: ['Admin'], teams: ['Sales'] }, meter);
    return meter.steps;
  };

  test.each(Object.entries(hostileShapes))('%s', (_, shape) => {
    const small = steps(shape(20_000));
    const large = steps(shape(200_000));
    expect(small).toBeGreaterThan(0);
    expect(large).toBeLessThan(11 * small);
    expect(large).toBeLessThan(20 * 200_000);
  });

  test('random mixtures, repeated', () => {
    fc.assert(
      fc.property(fc.array(signs, { minLength: 1, maxLength: 8 }), fc.array(signs, { maxLength: 4 }), (unit, start) => {
        const text = (times: number) => start.join('') + unit.join('').repeat(times);
        expect(steps(text(2000))).toBeLessThan(11 * steps(text(200)) + 500);
      }),
      { numRuns: 200 },
    );
  });
});
