import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../../src-main/features/import/xlsx/read.ts';
import { workbookOf } from '../../../src-renderer/app/workbook.ts';

const read = async (rows: readonly (readonly string[])[]) => {
  const { table, sheets } = await readXlsx(Buffer.from(workbookOf('users-2026-11-25', rows)), 0);
  return { rows: table.rows, sheets };
};
const titles = ['Name', 'E-mail'];
const hostile = [
  '=1+1',
  '=HYPERLINK("https://example.com","x")',
  '+1',
  '-1',
  '@SUM(A1)',
  "'=1",
  '\t=1'.trim(),
  '＝1',
  '"></t></is></c><c r="C2"><f>1+1</f></c>',
  '&amp; &lt; ]]> <!DOCTYPE x>',
  '_x0041_',
  '_x005F_x0041_',
  'two\r\nlines\nof text',
  'Zoë 🦊 ﷽',
  '001',
  '1e5',
  'TRUE',
];

describe('a workbook that is saved', () => {
  it('is read back cell by cell, whatever the cells hold', async () => {
    const { rows, sheets } = await read([titles, ...hostile.map((text) => [text, 'ana@example.org'])]);
    expect(sheets).toEqual(['users-2026-11-25']);
    expect(rows.map(({ cells }) => cells)).toEqual([titles, ...hostile.map((text) => [text, 'ana@example.org'])]);
  });

  it('keeps every cell in its column even beside empty ones, and any text that a cell can hold', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 }).map((any) => any.trim());
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 30 }), async (cells) => {
        const { rows } = await read([['a'], [...cells, 'end']]);
        const written = cells.map((cell) => cell.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '\ufffd'));
        expect(rows[1]?.cells).toEqual([...written, 'end']);
      }),
    );
  });

  it('holds only text: no formula, no number, and the format Text for whoever edits a cell', () => {
    const parts = unzipSync(workbookOf('x', [titles, ...hostile.map((text) => [text])]));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toContain('<f>');
    expect(sheet.match(/<c /g)).toHaveLength(hostile.length + 2);
    expect(sheet.match(/<c r="[A-B]\d+" s="[01]" t="inlineStr">/g)).toHaveLength(hostile.length + 2);
    const styles = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array());
    expect([...styles.matchAll(/<xf numFmtId="(\d+)"/g)].map(([, format]) => format)).toEqual(['49', '49']);
  });

  it('has columns as wide as what they hold, within reason', () => {
    const parts = unzipSync(workbookOf('x', [titles, ['a'.repeat(500), 'someone@example.org']]));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect([...sheet.matchAll(/<col min="(\d)" max="\1" width="(\d+)"/g)].map(([, , width]) => width)).toEqual([
      '60',
      '21',
    ]);
  });

  it('begins with its content types, as programs expect, and has every part that they name', () => {
    const parts = unzipSync(workbookOf('x', [titles]));
    expect(Object.keys(parts)[0]).toBe('[Content_Types].xml');
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
    for (const [, part] of types.matchAll(/PartName="\/([^"]+)"/g)) expect(Object.keys(parts)).toContain(part);
  });
});
