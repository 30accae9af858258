import { importLimits } from '#contract/vocabulary/import.ts';
import { type Table, unsuitable } from '../table.ts';
import { unescaped } from './escapes.ts';
import { openPackage, type Package } from './package.ts';
import { parsePart } from './parse.ts';
import { readSheet } from './sheet.ts';

export interface SheetList {
  readonly table: Table;
  readonly sheets: readonly string[];
  /** Which of them was read. */
  readonly sheet: number;
}

interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

const folder = 'xl/';

/**
 * Reads one sheet of a workbook (ECMA-376) as text. Formulas are never computed: what counts is the value that the
 * spreadsheet stored beside each.
 * @param asked the sheet, from 0; without it, the first that holds anything, hidden ones last
 * @throws GatehouseError `file-unsuitable`, `cancelled`
 */
export async function readXlsx(bytes: Buffer, asked: number | undefined, signal?: AbortSignal): Promise<SheetList> {
  const from = await openPackage(bytes, signal);
  try {
    // a zip of something else
    if (!from.has(`${folder}workbook.xml`)) throw unsuitable('not-a-table');
    const sheets = await sheetsOf(from);
    const strings = await stringsOf(from);
    let found: { readonly table: Table; readonly sheet: number } | undefined;
    for (const sheet of asked === undefined ? inOrder(sheets) : [asked]) {
      const part = sheets[sheet]?.part;
      if (part === undefined) break;
      found = { table: await readSheet(from, part, strings), sheet };
      if (found.table.rows.length > 0) break;
    }
    if (!found) throw unsuitable('no-such-sheet');
    return { ...found, sheets: sheets.map(({ name }) => name) };
  } finally {
    from.close();
  }
}

/** The sheets that a person sees come first. */
const inOrder = (sheets: readonly Sheet[]): readonly number[] =>
  [...sheets.keys()].sort((a, b) => Number(sheets[a]?.isHidden) - Number(sheets[b]?.isHidden));

async function sheetsOf(from: Package): Promise<Sheet[]> {
  const targets = new Map<string, string>();
  await parsePart(from, `${folder}_rels/workbook.xml.rels`, {
    open(name, attribute) {
      const id = attribute('Id');
      const target = attribute('Target');
      if (name === 'Relationship' && id && target) targets.set(id, target);
    },
  });
  const sheets: Sheet[] = [];
  await parsePart(from, `${folder}workbook.xml`, {
    open(name, attribute) {
      const target = name === 'sheet' ? targets.get(attribute('id') ?? '') : undefined;
      if (target === undefined) return;
      const part = target.startsWith('/') ? target : folder + target;
      // charts have sheets of their own, without cells
      if (!from.has(part)) return;
      const isHidden = attribute('state')?.toLowerCase().endsWith('hidden') ?? false;
      sheets.push({ name: (attribute('name') ?? '').slice(0, 200), part, isHidden });
    },
  });
  return sheets;
}

/** Texts that cells refer to by number. Phonetic readings (`rPh`) are not part of them. */
async function stringsOf(from: Package): Promise<readonly string[]> {
  const part = `${folder}sharedStrings.xml`;
  const strings: string[] = [];
  if (!from.has(part)) return strings;
  let text = '';
  let within = false;
  let reading = 0;
  await parsePart(from, part, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') reading++;
      else if (name === 't') within = reading === 0;
    },
    text(more) {
      // one letter more than the limit is enough to refuse a cell that refers to it
      if (within && text.length <= importLimits.cell) text += more;
    },
    close(name) {
      if (name === 't') within = false;
      else if (name === 'rPh') reading--;
      else if (name === 'si') strings.push(unescaped(text));
    },
  });
  return strings;
}
