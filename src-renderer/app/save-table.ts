import { csvFile } from '#contract/csv.ts';
import type { TableFormat } from '#contract/desktop.ts';
import { saveFile } from './api.ts';
import { workbookOf } from './workbook.ts';

/**
 * Saves a table where the person says, safe to open in a spreadsheet whatever its cells hold; null when they changed
 * their mind.
 * @param name of the file, without its ending; names the sheet of a workbook as well
 * @param rows the first one names the columns
 * @throws ApiError when the file cannot be written
 */
export const saveTable = (format: TableFormat, name: string, rows: readonly (readonly string[])[]) =>
  saveFile(`${name}.${format}`, format === 'csv' ? csvFile(rows) : workbookOf(name, rows));
