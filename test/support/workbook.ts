import { strToU8, zipSync } from 'fflate';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const letterOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26);

/** A sheet with inline text cells; a value that begins with `<` is used as the XML of the cell. */
export function sheetXml(rows: readonly (readonly string[])[]): string {
  const cell = (text: string, column: number, row: number) =>
    text.startsWith('<')
      ? text
      : `<c r="${letterOf(column)}${row}" t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`;
  const lines = rows.map(
    (cells, at) => `<row r="${at + 1}">${cells.map((text, column) => cell(text, column, at + 1)).join('')}</row>`,
  );
  return `${head}<worksheet ${main}><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

/** The parts of a workbook as spreadsheet programs write them, by path. */
export function workbookParts(
  sheets: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
  hidden: readonly string[] = [],
): Record<string, Uint8Array> {
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="${office}"><sheets>${names
      .map((name, at) => {
        const state = hidden.includes(name) ? ' state="hidden"' : '';
        return `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
      })
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships>${names
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    ...Object.fromEntries(names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheets[name] ?? ''])),
    ...more,
  };
  return Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]));
}

/** The bytes of a workbook. */
export const workbook = (...parts: Parameters<typeof workbookParts>) => Buffer.from(zipSync(workbookParts(...parts)));

export const given = (bytes: Buffer | string) => ({ base64: Buffer.from(bytes).toString('base64') });
