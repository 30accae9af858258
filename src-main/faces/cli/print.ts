import { type ErrorReport, GatehouseError } from '#contract/errors.ts';
import { type Messages, messagesIn } from '#contract/messages/index.ts';
import { wordError, wordIssue } from '#contract/messages/word.ts';
import type { Core } from '../../core.ts';
import { reportOf } from '../../kernel/report.ts';
import { asJson } from './json.ts';

/** Writes to standard output and waits until it is out, or until nobody is reading any more (`… | head`). */
export const print = (text: string): Promise<void> =>
  new Promise((resolve) => process.stdout.write(text, () => resolve()));

/** JSON is read by programs: it is the same wherever they run. */
export const inJson = messagesIn('en');

/** One line for programs, indented for people. */
export const printJson = (value: unknown): Promise<void> =>
  print(`${asJson(value, process.stdout.isTTY ? 2 : undefined)}\n`);

/** Warns that the key file was readable by others until now. Not on standard output, which is for programs. */
export function warnOfKey({ cli }: Messages, { workspaceKey: key }: Pick<Core, 'workspaceKey'>): void {
  if (key.mended) console.error(cli.keyMended(key.file()));
}

/** An error as the command line shows it: worded, with the path and the code of every field that was wrong. */
export const worded = (messages: Messages, error: unknown): object => wordedReport(messages, asReport(error));

export function wordedReport(messages: Messages, report: ErrorReport): object {
  const { issues = [] } = report;
  return {
    code: report.code,
    message: wordError(messages, report),
    ...(issues.length > 0
      ? { issues: issues.map((i) => ({ path: i.path, code: i.code, message: wordIssue(messages, i) })) }
      : {}),
  };
}

/** An error as the contract reports it; an unforeseen one is written out on standard error only. */
export function asReport(error: unknown): ErrorReport {
  if (error instanceof GatehouseError) return error;
  const { code, path: file, syscall } = error as NodeJS.ErrnoException;
  if (syscall && code) return { code: 'file-unreadable', data: { file: file ?? '', detail: code } };
  console.error('gatehouse:', error);
  return reportOf(error);
}
