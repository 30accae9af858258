import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { given, sheetXml, workbook } from '../../support/workbook.ts';
import { freshWorkspace, temporaryFolder } from '../../support/workspace.ts';

async function reader() {
  const { call, organizationId } = await freshWorkspace();
  return (bytes: Buffer | string, more: { sheet?: number; headingLine?: number } = {}) =>
    call('import.read', { organizationId, file: given(bytes), ...more });
}

describe('reading a list of separated values', () => {
  const list = 'E-mail;First name;Last name\r\nzoë@example.org;Zoë;Müller\r\n';

  it.each([
    ['utf-8', Buffer.from(list)],
    ['utf-8', Buffer.from(`\uFEFF${list}`)],
    ['utf-16le', Buffer.from(`\uFEFF${list}`, 'utf16le')],
    ['utf-16le', Buffer.from(list, 'utf16le')],
    ['utf-16be', Buffer.from(`\uFEFF${list}`, 'utf16le').swap16()],
    ['utf-16be', Buffer.from(list, 'utf16le').swap16()],
    ['windows-1252', Buffer.from(list, 'latin1')],
  ] as const)('recognizes %s by itself', async (encoding, bytes) => {
    const read = await (await reader())(bytes);
    expect(read).toMatchObject({ format: 'csv', encoding, separator: ';', headingLine: 1, rows: 1 });
    expect(read.first).toEqual([{ line: 2, cells: ['zoë@example.org', 'Zoë', 'Müller'] }]);
    expect(read.fields).toEqual(['email', 'first', 'last']);
  });

  it('knows the characters of Windows-1252 that Latin-1 lacks', async () => {
    const bytes = Buffer.concat([Buffer.from('ana@example.org,Ana '), Buffer.from([0x93, 0x80, 0x94])]);
    const read = await (await reader())(bytes);
    expect(read.first[0]?.cells[1]).toBe('Ana “€”');
  });

  it.each([',', ';', '\t', '|'] as const)(
    'recognizes the separator %j, even with others in the cells',
    async (separator) => {
      const rows = ['Name|E-mail|Team', '"Silva, Ana"|ana@example.org|R&D; Lisbon', 'Bo|bo@example.org|'];
      const text = rows.map((row) => row.replaceAll(';', ' ').replaceAll('|', separator)).join('\n');
      const read = await (await reader())(text);
      expect(read).toMatchObject({ separator, fields: ['name', 'email', 'teams'], rows: 2 });
      expect(read.first[0]?.cells[0]).toBe('Silva, Ana');
    },
  );

  it('follows a line that names the separator, and counts lines within cells', async () => {
    const read = await (await reader())('sep=;\nE-mail;Name\nana@example.org;"Ana\nSilva"\nbo@example.org;Bo\n');
    expect(read).toMatchObject({ separator: ';', headingLine: 2 });
    expect(read.first.map(({ line }) => line)).toEqual([3, 5]);
  });

  it('finds the headings below a title, and the addresses where there are none', async () => {
    const read = await reader();
    const titled = await read('Staff of 2026\n\nNumber,Work email,Full name\n1,ana@example.org,Ana Silva\n');
    expect(titled).toMatchObject({ headingLine: 3, fields: [null, 'email', 'name'], rows: 1 });
    const bare = await read('1,Ana,ana@example.org\n2,Bo,bo@example.org\n');
    expect(bare).toMatchObject({ headingLine: 0, fields: [null, null, 'email'], rows: 2, headings: [] });
    const unknown = await read('Code,Whom to write to\n1,ana@example.org\n');
    expect(unknown).toMatchObject({ headingLine: 1, fields: [null, 'email'], rows: 1 });
    expect(await read('E-mail\nana@example.org', { headingLine: 0 })).toMatchObject({ headingLine: 0, rows: 2 });
  });

  it('takes a heading as its text only, whatever it says', async () => {
    const read = await (await reader())('__proto__,constructor,E-mail,toString\nx,y,ana@example.org,z\n');
    expect(read).toMatchObject({
      headings: ['__proto__', 'constructor', 'E-mail', 'toString'],
      fields: [null, null, 'email', null],
    });
  });
});

describe('reading a workbook', () => {
  it('reads texts of every kind, from the sheet that is asked for', async () => {
    const shared =
      '<sst><si><t>E-mail</t></si><si><r><t>Ana </t></r><r><t>Silva</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si></sst>';
    const sheet = sheetXml([
      [
        '<c r="A1" t="s"><v>0</v></c>',
        'Display name',
        'Group',
        '<c r="E1" t="str"><f>"Te"&amp;"am"</f><v>Team</v></c>',
      ],
      [],
      ['ana@example.org', '<c r="B3" t="s"><v>1</v></c>', '<c r="C3"><v>2026</v></c>', '<c r="E3" t="b"><v>1</v></c>'],
    ]);
    const bytes = workbook(
      { Notes: sheetXml([['Only text']]), 'People & more': sheet },
      { 'xl/sharedStrings.xml': shared },
    );
    const read = await (await reader())(bytes, { sheet: 1 });
    expect(read).toMatchObject({
      format: 'xlsx',
      sheets: ['Notes', 'People & more'],
      headingLine: 1,
      headings: ['E-mail', 'Display name', 'Group', '', 'Team'],
      fields: ['email', 'name', 'groups', null, 'teams'],
      first: [{ line: 3, cells: ['ana@example.org', 'Ana Silva', '2026', '', 'TRUE'] }],
    });
  });

  it('begins with the first sheet that holds anything, and with a hidden one only when no other does', async () => {
    const read = await reader();
    const people = sheetXml([['ana@example.org', 'Ana']]);
    const sheets = { Cover: sheetXml([]), People: people, More: sheetXml([['bo@example.org']]) };
    expect(await read(workbook(sheets))).toMatchObject({ sheet: 1, first: [{ cells: ['ana@example.org', 'Ana'] }] });
    await expect(read(workbook(sheets), { sheet: 0 })).rejects.toMatchObject({ data: { fault: 'empty' } });
    const hidden = workbook({ Choices: sheetXml([['Admin']]), People: people }, {}, ['Choices']);
    expect(await read(hidden)).toMatchObject({ sheet: 1, sheets: ['Choices', 'People'], rows: 1 });
    expect(await read(hidden, { sheet: 0 })).toMatchObject({ sheet: 0, rows: 1 });
    const alone = workbook({ Cover: sheetXml([]), People: people }, {}, ['People']);
    expect(await read(alone)).toMatchObject({ sheet: 1, rows: 1 });
    await expect(read(workbook({ Cover: sheetXml([]) }))).rejects.toMatchObject({ data: { fault: 'empty' } });
  });

  it('takes the stored value of a formula, never the formula', async () => {
    const formula = '<c r="B1" t="str"><f>WEBSERVICE("http://example.com")</f><v>Ana</v></c>';
    const failed = '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c>';
    const read = await (await reader())(workbook({ S: sheetXml([['ana@example.org', formula, failed]]) }));
    expect(read.first[0]?.cells).toEqual(['ana@example.org', 'Ana']);
  });
});

describe('where a file comes from', () => {
  it('is a path on the command line only', async () => {
    const { callAs, call, organizationId } = await freshWorkspace();
    const file = path.join(temporaryFolder(), 'list.csv');
    writeFileSync(file, 'ana@example.org\n');
    expect(await call('import.read', { organizationId, file: { path: file } })).toMatchObject({ rows: 1 });
    const window = { face: 'window', credentials: { kind: 'core' } } as const;
    await expect(callAs(window, 'import.read', { organizationId, file: { path: file } })).rejects.toMatchObject({
      code: 'file-unsuitable',
      data: { fault: 'path-elsewhere' },
    });
    const gone = { path: `${file}.gone` };
    await expect(call('import.read', { organizationId, file: gone })).rejects.toMatchObject({
      code: 'file-unreadable',
      data: { detail: 'ENOENT' },
    });
    await expect(call('import.read', { organizationId, file: { path: '/dev/zero' } })).rejects.toMatchObject({
      data: { fault: 'not-a-table' },
    });
  });
});
