import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, harmless } from '#contract/csv.ts';

/** RFC 4180, section 2, taken literally. */
function read(line: string): string[] {
  const cells: string[] = [];
  let rest = line;
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(?=,|$)/.exec(rest);
    const [whole, cell] = quoted ?? /^([^",\r\n]*)(?=,|$)/.exec(rest) ?? [];
    if (whole === undefined || cell === undefined) throw new Error(`not CSV: ${rest}`);
    cells.push(quoted ? cell.replaceAll('""', '"') : cell);
    if (rest.length === whole.length) return cells;
    rest = rest.slice(whole.length + 1);
  }
}

const sign = /^[=+\-@＝＋－＠]/u;
const nasty = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', '＝', '\t', '\r', '\n', ' ', ',', ';', '"', "'", 'a', '1', 'é', '\u00a0'),
  maxLength: 12,
});
const text = fc.oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 20 }));

describe('a line of CSV', () => {
  it.each([
    [['Ana', 'ana@example.org'], 'Ana,ana@example.org'],
    [['', ''], ','],
    [['Doe, Jane', 'the "quick" one'], '"Doe, Jane","the ""quick"" one"'],
    [['two\r\nlines'], '"two\r\nlines"'],
    [['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\rx'], `'=1+1,'+1,'-1,'@SUM(A1),"'\t'=1","'\rx"`],
    [['  =1', ' a', 'a '], `"  '=1"," a","a "`],
    [['"=1"'], `"""'=1"""`],
    [['A; =1', 'B,-1'], `"A; '=1","B,'-1"`],
    [['＝1＋1'], "'＝1＋1"],
    [['a=b', 'a-b', "O'Neil", 'x@example.org'], `a=b,a-b,O'Neil,x@example.org`],
  ])('%j is %j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });

  it('is read back as it was, except for the apostrophes that keep it from being computed', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (cells) => {
        expect(read(csvLine(cells))).toEqual(cells.map(harmless));
        const without = (s: string) => s.replaceAll("'", '');
        expect(cells.map(harmless).map(without)).toEqual(cells.map(without));
      }),
    );
  });

  it('has no cell that begins like a formula, whatever a program takes as the end of a cell', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (cells) => {
        const line = csvLine(cells);
        for (const cell of read(line)) expect(cell).not.toMatch(/^[\t\r\n]/);
        for (const seen of [read(line), ...[',', ';', '\t', /[\r\n]/].map((end) => line.split(end))])
          for (const cell of seen) expect(cell.replace(/^[\s"]+/, '')).not.toMatch(sign);
      }),
      { numRuns: 1000 },
    );
  });

  it('is left alone where there is nothing to escape', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '1', '.', '_'), maxLength: 20 }), (plain) => {
        expect(csvLine([plain, plain])).toBe(`${plain},${plain}`);
      }),
    );
  });
});
