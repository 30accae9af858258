import { strToU8, zipSync } from 'fflate';
import { workbookParts } from '#contract/workbook.ts';

/** A table as an XLSX file of one sheet named `name`. */
export const workbookOf = (name: string, rows: readonly (readonly string[])[]): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(workbookParts(name, rows)).map(([path, text]) => [path, strToU8(text)])));
