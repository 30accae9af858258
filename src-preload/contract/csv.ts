/** What a spreadsheet takes for the beginning of a formula, in their wide forms as well. */
const formulaSigns = '=+\\-@＝＋－＠';
/**
 * Where a program may see a cell begin: at its first character, and behind whatever it takes for the end of a cell. Where
 * the decimal point is a comma, spreadsheets part cells at the semicolon and do not see the quotes of a cell in the middle
 * of a line.
 */
const risky = new RegExp(`(^|[,;\\t\\r\\n])([\\s"]*)(?=[${formulaSigns}])`, 'gu');
/** Behind these at the beginning the rest was seen to run all the same (OWASP: CSV Injection). */
const riskyStart = /^(?=[\t\r\n])/;

/** Text that a spreadsheet shows and never computes: an apostrophe stands before what would be a formula. */
export const harmless = (text: string): string => text.replace(risky, "$1$2'").replace(riskyStart, "'");

/** One cell as RFC 4180 has it, harmless to a spreadsheet. */
export function csvCell(text: string): string {
  const safe = harmless(text);
  return /[",;]|[^\S ]|^ | $/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line of a list, without the CRLF at its end. */
export const csvLine = (cells: readonly string[]): string => cells.map(csvCell).join(',');

/** A whole file. Excel takes it for UTF-8 only when it begins with a mark. */
export const csvFile = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map((cells) => `${csvLine(cells)}\r\n`).join('')}`;
