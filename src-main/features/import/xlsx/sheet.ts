import { importLimits } from '#contract/vocabulary/import.ts';
import { Table } from '../table.ts';
import { unescaped } from './escapes.ts';
import type { Package } from './package.ts';
import { parsePart } from './parse.ts';

/** `C` of `C12` is 2; undefined when the cell does not say where it is. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/i.exec(reference ?? '')?.[0].toUpperCase();
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The cells of a sheet as text, row by row. @throws GatehouseError `file-unsuitable` */
export async function readSheet(from: Package, part: string, strings: readonly string[]): Promise<Table> {
  const table = new Table();
  let line = 0;
  let cells: [number, string][] = [];
  let column = -1;
  let type: string | undefined;
  let text = '';
  let within = false;
  let reading = 0;
  const value = (): string => {
    if (type === 's') return strings[Number(text)] ?? '';
    // the value of a failed formula says nothing about a person
    if (type === 'e') return '';
    return type === 'b' ? (text === '1' ? 'TRUE' : 'FALSE') : unescaped(text);
  };
  await parsePart(from, part, {
    open(name, attribute) {
      switch (name) {
        case 'row':
          line = Number(attribute('r')) || line + 1;
          cells = [];
          column = -1;
          break;
        case 'c':
          column = columnOf(attribute('r')) ?? column + 1;
          type = attribute('t');
          text = '';
          break;
        case 'rPh':
          reading++;
          break;
        case 'v':
        case 't':
          within = reading === 0;
      }
    },
    text(more) {
      if (within && text.length <= importLimits.cell) text += more;
    },
    close(name) {
      switch (name) {
        case 'v':
        case 't':
          within = false;
          break;
        case 'rPh':
          reading--;
          break;
        case 'c':
          cells.push([column, value().trim()]);
          break;
        case 'row':
          table.add(line, cells);
      }
    },
  });
  return table;
}
