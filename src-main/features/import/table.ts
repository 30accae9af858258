import { GatehouseError } from '#contract/errors.ts';
import type { FileProblem } from '#contract/import.ts';
import { importLimits as limits } from '#contract/vocabulary/import.ts';

export interface TableRow {
  /** Line of the list or row of the sheet, from 1. */
  readonly line: number;
  /** Text of the cells by column; a gap is an empty cell. */
  readonly cells: readonly string[];
}

/** Refuses the file with the reason. */
export function unsuitable(problem: FileProblem, more: { limit?: number; line?: number } = {}): GatehouseError {
  return new GatehouseError('file-unsuitable', { fault: problem, ...more });
}

/** Rows of a file as they are read. It never grows beyond the limits, however long the file. */
export class Table {
  readonly rows: TableRow[] = [];
  private characters = 0;

  /**
   * Adds a row; one that holds nothing is left out.
   * @param cells text by column, trimmed
   * @throws GatehouseError `file-unsuitable`
   */
  add(line: number, cells: readonly (readonly [column: number, text: string])[]): void {
    const texts: string[] = [];
    for (const [column, text] of cells) {
      if (text === '') continue;
      if (column >= limits.columns) throw unsuitable('too-many-columns', { limit: limits.columns, line });
      if (text.length > limits.cell) throw unsuitable('cell-too-long', { limit: limits.cell, line });
      this.characters += text.length;
      while (texts.length < column) texts.push('');
      texts[column] = text;
    }
    if (texts.length === 0) return;
    if (this.rows.length >= limits.rows) throw unsuitable('too-many-rows', { limit: limits.rows });
    if (this.characters > limits.text) throw unsuitable('too-much-text', { limit: limits.text });
    this.rows.push({ line, cells: texts });
  }
}

/**
 * Gives other calls their turn during long work, and ends it when nobody waits for it any more.
 * @throws GatehouseError `cancelled`
 */
export async function breathe(signal?: AbortSignal): Promise<void> {
  await new Promise<void>((next) => setImmediate(next));
  goOn(signal);
}

/** @throws GatehouseError `cancelled` when nobody waits for the answer any more */
export function goOn(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new GatehouseError('cancelled', {});
}
