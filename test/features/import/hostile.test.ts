import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { FileProblem } from '#contract/import.ts';
import { importLimits } from '#contract/vocabulary/import.ts';
import { given, sheetXml, workbook, workbookParts } from '../../support/workbook.ts';
import { freshWorkspace, type Workspace } from '../../support/workspace.ts';

/** Everything that an import could change, as it is stored. */
async function stored({ core }: Workspace): Promise<string> {
  const { read } = core.store;
  const tables = ['person', 'membership', 'invitation', 'outbox', 'audit', 'job'] as const;
  const rows = await Promise.all(tables.map((table) => read.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows);
}

/** Expects both steps of an import to refuse with the same reason and to leave everything as it was. */
async function refused(bytes: Buffer, problem: FileProblem, sheet = 0): Promise<void> {
  const w = await freshWorkspace();
  const before = await stored(w);
  const input = { organizationId: w.organizationId, file: given(bytes), sheet };
  const expected = { code: 'file-unsuitable', data: { fault: problem } };
  await expect(w.call('import.read', input)).rejects.toMatchObject(expected);
  await expect(w.call('import.check', { ...input, fields: ['email'] })).rejects.toMatchObject(expected);
  expect(await stored(w)).toBe(before);
}

const people = sheetXml([['E-mail'], ['ana@example.org']]);

/** The zip with a false unpacked size of its largest part, in the directory and before the part. */
function lie(zip: Buffer, truth: number, said: number): Buffer {
  const lied = Buffer.from(zip);
  for (let at = 0; at + 4 <= lied.length; at++) if (lied.readUInt32LE(at) === truth) lied.writeUInt32LE(said, at);
  return lied;
}

describe('a hostile file ends in a clear message and an unchanged database', () => {
  it('a bomb whose directory admits what it unpacks to', () => {
    const parts = { ...workbookParts({ S: people }), 'xl/media/image1.png': new Uint8Array(importLimits.expansion) };
    const bytes = Buffer.from(zipSync(parts, { level: 9 }));
    expect(bytes.length).toBeLessThan(1_000_000);
    return refused(bytes, 'too-expanded');
  });

  it('a bomb whose directory lies about it', async () => {
    const parts = workbookParts({ S: `${people}${' '.repeat(30_000_000)}` });
    const truth = parts['xl/worksheets/sheet1.xml']?.length ?? 0;
    await refused(lie(Buffer.from(zipSync(parts)), truth, 1000), 'broken');
  });

  it('a bomb of entities', () => {
    const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    const sheet = `<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY l0 "ha">${laughs}]>
      <worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>&l9;</t></is></c></row></sheetData></worksheet>`;
    return refused(workbook({ S: sheet }), 'broken');
  });

  it('a bomb of one long text that every cell names', () => {
    const shared = `<sst><si><t>${'a'.repeat(importLimits.cell)}</t></si></sst>`;
    const row = Array.from({ length: 200 }, () => '<c t="s"><v>0</v></c>').join('');
    const sheet = `<worksheet><sheetData>${`<row>${row}</row>`.repeat(40)}</sheetData></worksheet>`;
    return refused(workbook({ S: sheet }, { 'xl/sharedStrings.xml': shared }), 'too-much-text');
  });

  it.each([
    ['cut off', (zip: Buffer) => zip.subarray(0, zip.length - 30)],
    [
      'with noise in its middle',
      (zip: Buffer) => Buffer.from(zip.map((b, at) => (at > 60 && at < 400 ? b ^ 0x5a : b))),
    ],
    ['only begun', () => Buffer.from('PK\x03\x04')],
  ])('a zip that is %s', (_how, spoil) => refused(spoil(workbook({ S: people })), 'broken'));

  it('a workbook without the sheet it names, and one whose XML ends early', async () => {
    const parts = workbookParts({ S: people });
    delete parts['xl/worksheets/sheet1.xml'];
    await refused(Buffer.from(zipSync(parts)), 'no-such-sheet');
    await refused(workbook({ S: people.slice(0, -30) }), 'broken');
  });

  it.each([
    ['a zip of something else', Buffer.from(zipSync({ 'readme.txt': new Uint8Array(10) })), 'not-a-table'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-excel'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d4948445200000010', 'hex'), 'not-a-table'],
    ['a PDF', Buffer.from('%PDF-1.7\nana@example.org'), 'not-a-table'],
    ['an empty file', Buffer.alloc(0), 'empty'],
    ['a file of blank lines', Buffer.from('\n \n""\r\n'), 'empty'],
  ] as const)('%s', (_what, bytes, problem) => refused(bytes, problem));

  it.each([
    ['rows', 'a@example.org\n'.repeat(importLimits.rows + 1), 'too-many-rows'],
    ['columns', `a@example.org${',x'.repeat(importLimits.columns)}`, 'too-many-columns'],
    ['characters in a cell', `a@example.org,${'x'.repeat(importLimits.cell + 1)}`, 'cell-too-long'],
    ['bytes', ' '.repeat(importLimits.size + 3), 'too-large'],
  ] as const)('too many %s', (_what, text, problem) => refused(Buffer.from(text), problem));

  it('a cell far to the right or far below', async () => {
    await refused(workbook({ S: sheetXml([['<c r="XFD1" t="inlineStr"><is><t>x</t></is></c>']]) }), 'too-many-columns');
    const w = await freshWorkspace();
    const far =
      '<worksheet><sheetData><row r="1048576"><c t="inlineStr"><is><t>a@example.org</t></is></c></row></sheetData></worksheet>';
    const { entries } = await w.call('import.check', {
      organizationId: w.organizationId,
      file: given(workbook({ S: far })),
      fields: ['email'],
    });
    expect(entries).toMatchObject([{ line: 1_048_576, verdict: 'new' }]);
  });
});
