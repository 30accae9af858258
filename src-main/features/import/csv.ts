import { type Separator, separators } from '#contract/import.ts';
import { cellText } from '../invitations/recipients/headings.ts';
import { readRow } from '../invitations/recipients/rows.ts';
import { behindLineEnd, isLineEnd } from '../invitations/recipients/scan.ts';
import { breathe, Table } from './table.ts';

const meter = { steps: 0 };
/** In Excel's files this line says which separator follows. */
const saidSeparator = /^sep=([,;\t|])(?:\r\n?|\n)/i;
const looked = 30;
const rowsAtOnce = 2000;

export interface CsvList {
  readonly table: Table;
  readonly separator: Separator;
}

/**
 * Reads a list of separated values as the paste box reads a row (RFC 4180 and what spreadsheets make of it), with the
 * separator that divides the first lines best.
 * @throws GatehouseError `file-unsuitable`, `cancelled`
 */
export async function readCsv(text: string, signal?: AbortSignal): Promise<CsvList> {
  const said = saidSeparator.exec(text);
  const separator = (said?.[1] as Separator | undefined) ?? guessSeparator(text);
  const table = new Table();
  let line = 1;
  for (let at = 0, rows = 0; at < text.length; rows++) {
    if (rows % rowsAtOnce === rowsAtOnce - 1) await breathe(signal);
    const { cells, next } = readRow(text, at, separator, meter);
    const isSaid = said && at === 0;
    if (!isSaid)
      table.add(
        line,
        cells.map((cell) => [cell.column, cellText(text, cell).trim()] as const),
      );
    line += linesIn(text, at, next);
    at = next;
  }
  return { table, separator };
}

/** A quoted cell may span several lines. */
function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; )
    if (isLineEnd(text.charCodeAt(at))) {
      at = behindLineEnd(text, at);
      lines++;
    } else at++;
  return lines;
}

/** The one that divides most rows into the same number of cells; a comma where none does. */
function guessSeparator(text: string): Separator {
  let best: Separator = ',';
  let most = 0;
  for (const separator of separators) {
    const counts = new Map<number, number>();
    for (let at = 0, rows = 0; at < text.length && rows < looked; rows++) {
      const { cells, next } = readRow(text, at, separator, meter);
      const width = (cells.at(-1)?.column ?? 0) + 1;
      if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
      at = next;
    }
    // as many rows as possible, and of two that divide as many, the one that yields more cells
    const score = Math.max(0, ...[...counts].map(([width, rows]) => rows + Math.min(width, 100) / 1000));
    if (score > most) {
      most = score;
      best = separator;
    }
  }
  return best;
}
