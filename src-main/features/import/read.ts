import type { Encoding, GivenFile, Separator } from '#contract/import.ts';
import { failpoint } from '../../database/failpoint.ts';
import type { Caller } from '../../kernel/context.ts';
import { bytesOf } from './bytes.ts';
import { readCsv } from './csv.ts';
import { decode } from './decode.ts';
import { type Table, unsuitable } from './table.ts';

export interface ListFile {
  readonly format: 'csv' | 'xlsx';
  readonly encoding?: Encoding;
  readonly separator?: Separator;
  readonly sheets: readonly string[];
  /** Which of them was read. */
  readonly sheet: number;
  readonly table: Table;
}

interface Given {
  readonly file: GivenFile;
  readonly sheet?: number | undefined;
}

/**
 * Reads a list from a file. Its first bytes decide the format; its name says nothing.
 * @throws GatehouseError `file-unsuitable`, `file-unreadable`, `cancelled`
 */
export async function readList({ file, sheet }: Given, caller: Caller): Promise<ListFile> {
  const bytes = await bytesOf(file, caller);
  const list = await read(bytes, sheet, caller.signal);
  if (list.table.rows.length === 0) throw unsuitable('empty');
  failpoint('import.read');
  return list;
}

async function read(bytes: Buffer, sheet: number | undefined, signal: AbortSignal | undefined): Promise<ListFile> {
  const begins = bytes.subarray(0, 8).toString('latin1');
  // the container of old Excel files, and of workbooks with a password
  if (begins.startsWith('\xd0\xcf\x11\xe0')) throw unsuitable('old-excel');
  if (begins.startsWith('PK')) {
    const { readXlsx } = await import('./xlsx/read.ts'); // with the first workbook, not at the start
    return { format: 'xlsx', ...(await readXlsx(bytes, sheet, signal)) };
  }
  if (begins.startsWith('%PDF') || begins.startsWith('{\\rtf')) throw unsuitable('not-a-table');
  if (sheet) throw unsuitable('no-such-sheet');
  const { text, encoding } = decode(bytes);
  return { format: 'csv', encoding, sheets: [], sheet: 0, ...(await readCsv(text, signal)) };
}
