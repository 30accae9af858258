/** Characters that a spreadsheet takes for the beginning of a formula, and their full-width forms. */
const formulaSigns = '=+\\-@＝＋－＠';
/**
 * Where a program may think that a cell begins: at its first character, and after anything it takes for the end of a cell.
 * Where the decimal point is a comma, spreadsheets separate cells at semicolons and ignore quotes around a cell in the
 * middle of a line.
 */
const risky = new RegExp(`(^|[,;\\t\\r\\n])([\\s"]*)(?=[${formulaSigns}])`, 'gu');
/** After these at the beginning, the rest has been seen to run all the same (OWASP: CSV Injection). */
const riskyStart = /^(?=[\t\r\n])/;

/** Text that a spreadsheet shows and never computes: an apostrophe precedes what would be a formula. */
export const harmless = (text: string): string => text.replace(risky, "$1$2'").replace(riskyStart, "'");

/** One cell as in RFC 4180, safe to open in a spreadsheet. */
export function csvCell(text: string): string {
  const safe = harmless(text);
  return /[",;]|[^\S ]|^ | $/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line of a list, without the CRLF at its end. */
export const csvLine = (cells: readonly string[]): string => cells.map(csvCell).join(',');

/** A whole file. Excel takes it for UTF-8 only if it begins with a byte order mark. */
export const csvFile = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map((cells) => `${csvLine(cells)}\r\n`).join('')}`;
