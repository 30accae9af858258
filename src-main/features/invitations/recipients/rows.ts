import { behindLineEnd, isLineEnd, type Meter, trimRange } from './scan.ts';

export interface Cell {
  /** Column from 0. */
  readonly column: number;
  /** Where the cell is, including its quotation marks, without surrounding blanks. */
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

export interface Row {
  /** Cells that hold anything. */
  readonly cells: readonly Cell[];
  readonly next: number;
}

const tab = 9;
const quote = 0x22;

/**
 * The end of a quoted cell as spreadsheets copy it: line breaks inside, doubled quotation marks, and after it nothing but
 * the delimiter or the line's end. Undefined for any other text that begins with a quotation mark. Failed tries never cover
 * the same ground twice: between two of them there are only doubled marks.
 */
function quotedCellEnd(text: string, from: number, delimiter: number, meter: Meter): number | undefined {
  let at = from + 1;
  for (; at < text.length; at++) {
    if (text.charCodeAt(at) !== quote) continue;
    if (text.charCodeAt(at + 1) !== quote) break;
    at++;
  }
  meter.steps += at - from;
  if (at >= text.length) return undefined;
  const end = at + 1;
  let behind = end;
  while (text.charCodeAt(behind) === 0x20) behind++;
  const code = text.charCodeAt(behind);
  return behind >= text.length || code === delimiter || isLineEnd(code) ? end : undefined;
}

/** Reads the row that begins at `from`; the delimiter is a tab, a comma or a semicolon. */
export function readRow(text: string, from: number, delimiterSign: string, meter: Meter): Row {
  const delimiter = delimiterSign.charCodeAt(0);
  const cells: Cell[] = [];
  let at = from;
  for (let column = 0; ; column++) {
    let open = at;
    while (text.charCodeAt(open) === 0x20) open++;
    const end = text.charCodeAt(open) === quote ? quotedCellEnd(text, open, delimiter, meter) : undefined;
    const start = at;
    if (end !== undefined) {
      cells.push({ column, start: open, end, quoted: true });
      at = end;
    }
    while (at < text.length && text.charCodeAt(at) !== delimiter && !isLineEnd(text.charCodeAt(at))) at++;
    meter.steps += at - start + 1;
    if (end === undefined) {
      const range = trimRange(text, start, at);
      if (range.start < range.end) cells.push({ column, ...range, quoted: false });
    }
    if (at >= text.length) return { cells, next: at };
    if (text.charCodeAt(at) !== delimiter) return { cells, next: behindLineEnd(text, at) };
    at++;
  }
}

/** The words inside a quoted cell, and a function from a place in them to the place in the text. */
export function unquote(text: string, cell: Cell): { readonly text: string; readonly place: (at: number) => number } {
  const from = cell.start + 1;
  const inner = text.slice(from, cell.end - 1);
  const doubled: number[] = [];
  for (let at = inner.indexOf('""'); at >= 0; at = inner.indexOf('""', at + 2)) doubled.push(at - doubled.length);
  const before = (at: number): number => {
    let low = 0;
    let high = doubled.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((doubled[middle] as number) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { text: inner.replaceAll('""', '"'), place: (at) => from + at + before(at) };
}

export const tabDelimiter = String.fromCharCode(tab);
