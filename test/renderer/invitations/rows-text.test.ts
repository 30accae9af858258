import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PreviewEntry } from '#contract/invitations.ts';
import { parseRecipients } from '../../../src-main/features/invitations/recipients.ts';
import { isList, rowsText, rowVerdicts } from '../../../src-renderer/features/invitations/rows-text.ts';

const row = (key: number, email: string, name = '') => ({ key, email, name, roles: [], teams: [] });
/** Half of them made of characters that mean something to the parser. */
const anyName = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom('@', '"', ',', ';', '<', '>', '(', ')', ':', ' ', '\t', '-', 'a', 'mailto:'),
    maxLength: 12,
  }),
);
const read = (text: string) =>
  parseRecipients(text).entries.map((e): PreviewEntry => ({ ...e, verdict: e.email ? 'new' : 'refused' }) as never);

describe('the rows as text for the preview', () => {
  test('blank rows are left out and verdicts find their rows again', () => {
    const { text, keys } = rowsText([row(7, ''), row(8, 'a@x.test', 'Ana'), row(9, ' '), row(12, 'b@x..test')]);
    const verdicts = rowVerdicts(keys, read(text));
    expect([...verdicts.keys()]).toEqual([8, 12]);
    expect(verdicts.get(8)?.entry).toMatchObject({ email: 'a@x.test', name: 'Ana', verdict: 'new' });
    expect(verdicts.get(12)?.entry.verdict).toBe('refused');
  });

  test('blank rows alone make no text', () => {
    expect(rowsText([row(1, ''), row(2, '')])).toEqual({ text: '', keys: [] });
  });

  test('a row that looks like headings is a row', () => {
    const { text, keys } = rowsText([row(1, 'E-mail', 'Name')]);
    expect(rowVerdicts(keys, read(text)).get(1)?.entry.verdict).toBe('refused');
  });

  test('two addresses in one field are told apart from one', () => {
    const { text, keys } = rowsText([row(1, 'a@x.test, b@x.test'), row(2, 'c@x.test')]);
    const verdicts = rowVerdicts(keys, read(text));
    expect(verdicts.get(1)?.several).toBe(true);
    expect(verdicts.get(2)?.several).toBe(false);
  });

  test('an @ in a name is no second address', () => {
    const { text, keys } = rowsText([row(1, 'a@x.test', 'Ana @ Sales'), row(2, 'b@x.test', 'c@x.test')]);
    const verdicts = rowVerdicts(keys, read(text));
    for (const key of [1, 2]) expect(verdicts.get(key)).toMatchObject({ several: false, entry: { verdict: 'new' } });
  });

  test('whatever is typed as a name stays in its row', () => {
    fc.assert(
      fc.property(fc.array(anyName, { minLength: 1, maxLength: 8 }), (names) => {
        const rows = names.map((name, i) => row(i + 1, `p${i}@x.test`, name));
        const { text, keys } = rowsText(rows);
        const verdicts = rowVerdicts(keys, read(text));
        rows.forEach(({ key, email }) => {
          expect(verdicts.get(key)?.entry.email).toBe(email);
          expect(verdicts.get(key)?.several).toBe(false);
        });
      }),
    );
  });
});

describe('a paste into an e-mail field', () => {
  test('is a list when it has several lines or several addresses', () => {
    expect(isList('a@x.test\nb@x.test')).toBe(true);
    expect(isList('a@x.test; b@x.test')).toBe(true);
    expect(isList('a@x.test\n')).toBe(false);
    expect(isList('Ana <a@x.test>')).toBe(false);
  });
});
