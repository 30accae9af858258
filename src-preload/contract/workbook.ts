import { letterOf } from './column-letter.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const sheetNames = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const packageNames = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The most characters that Excel takes in one cell. */
const longestCell = 32_767;
/** In characters: columns are as wide as their longest cell, within these limits. */
const leastWidth = 10;
const mostWidth = 60;
/** Indexes into `cellXfs`. Both have the format *Text*, so that a cell is not computed even after editing. */
const plain = 0;
const title = 1;

/** XML allows no control characters but these three. */
const unwritable = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Spreadsheets read `_x0041_` as an A: the underscore of text that looks like this is itself written that way. */
const escaped = (text: string): string =>
  text
    .slice(0, longestCell)
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(unwritable, '\ufffd')
    .replace(/[&<>"\r]/g, (sign) => entities[sign] ?? sign);

const rowXml = (cells: readonly string[], line: number): string =>
  `<row r="${line}">${cells
    .map((text, column) =>
      text === ''
        ? ''
        : `<c r="${letterOf(column)}${line}" s="${line === 1 ? title : plain}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
    )
    .join('')}</row>`;

function widths(rows: readonly (readonly string[])[]): string {
  const longest: number[] = [];
  for (const cells of rows)
    for (const [column, text] of cells.entries())
      longest[column] = Math.max(longest[column] ?? leastWidth, text.length);
  const columns = longest.map(
    (most, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${Math.min(most + 2, mostWidth)}" style="${plain}" customWidth="1"/>`,
  );
  return `<cols>${columns.join('')}</cols>`;
}

/** The first row names the columns: it is bold and stays in view. */
const sheet = (rows: readonly (readonly string[])[]): string =>
  `${head}<worksheet ${sheetNames}><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${widths(rows)}<sheetData>${rows.map((cells, at) => rowXml(cells, at + 1)).join('')}</sheetData></worksheet>`;

const relation = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
const relations = (all: string) => `${head}<Relationships xmlns="${packageNames}/relationships">${all}</Relationships>`;
const override = (part: string, kind: string) => `<Override PartName="/${part}" ContentType="${kinds}.${kind}+xml"/>`;

/** The parts that are the same in every workbook. */
const frame = {
  '[Content_Types].xml': `${head}<Types xmlns="${packageNames}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}${override('xl/worksheets/sheet1.xml', 'worksheet')}</Types>`,
  '_rels/.rels': relations(relation(1, 'officeDocument', 'xl/workbook.xml')),
  'xl/_rels/workbook.xml.rels': relations(
    relation(1, 'worksheet', 'worksheets/sheet1.xml') + relation(2, 'styles', 'styles.xml'),
  ),
  // format 49 is Text
  'xl/styles.xml': `${head}<styleSheet ${sheetNames}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`,
};

/**
 * The files to zip into a workbook (XLSX, ECMA-376) with one sheet. Every cell is text, so nothing in it is ever
 * computed.
 * @param name of the sheet, at most 31 characters
 * @param rows the first one names the columns
 */
export const workbookParts = (
  name: string,
  rows: readonly (readonly string[])[],
): Readonly<Record<string, string>> => ({
  ...frame,
  'xl/workbook.xml': `${head}<workbook ${sheetNames} xmlns:r="${office}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/worksheets/sheet1.xml': sheet(rows),
});
