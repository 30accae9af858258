import type { ErrorReport } from '#contract/errors.ts';
import type { Messages } from '#contract/messages/index.ts';
import { wordError, wordIssue } from '#contract/messages/word.ts';

/** Kept as they are: they occur in names in some scripts, and in emoji. */
const joiners = /[\u200c\u200d]/;
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** A text that is safe for a terminal: what would control it, or reverse the text, is written as its code. */
export const visible = (text: string): string =>
  text.replace(unseen, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    if (joiners.test(sign)) return sign;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
  });

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How many columns of a terminal a text takes. */
function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of letters.segment(text)) width += wide.test(segment) ? 2 : 1;
  return width;
}

/** Whether output to a stream may be coloured (no-color.org). */
export const coloured = ({ isTTY }: { readonly isTTY?: boolean }, env = process.env): boolean =>
  isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';

/** Bold text where colours are wanted. */
const bold = (text: string): string => (coloured(process.stdout) ? `\u001b[1m${text}\u001b[22m` : text);

/** A table for people: columns as wide as their longest cell. */
export function tableText(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(visible));
  const widths = heads.map((head, at) =>
    cells.reduce((most, row) => Math.max(most, widthOf(row[at] ?? '')), widthOf(head)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd();
  return `${[bold(line(heads)), ...cells.map(line)].join('\n')}\n`;
}

/** Two columns: names and values. */
export function factsText(facts: readonly (readonly [string, string])[]): string {
  const width = Math.max(...facts.map(([name]) => widthOf(name)));
  return facts.map(([name, value]) => `${name}${' '.repeat(width - widthOf(name))}  ${visible(value)}\n`).join('');
}

/** Writes to standard error and waits until it is out, so that what follows it on standard output comes later. */
export const tell = (text: string): Promise<void> =>
  new Promise((resolve) => process.stderr.write(text, () => resolve()));

/** An error for people: what is wrong, what to do, and each field that was wrong. */
export function errorText(messages: Messages, report: ErrorReport): string {
  const issues = (report.issues ?? []).map(
    (issue) => `  ${issue.path.length > 0 ? `${issue.path.join('.')}: ` : ''}${wordIssue(messages, issue)}`,
  );
  return [`gatehouse: ${wordError(messages, report)}`, ...issues].map((line) => `${visible(line)}\n`).join('');
}
