import type { ErrorCode, ErrorReport, Issue } from '../errors.ts';
import type { Messages } from './index.ts';

/** The words for an error, wherever it came from. */
export function wordError(messages: Messages, report: ErrorReport): string {
  const word = messages.errors.table[report.code as ErrorCode] as ((data: unknown) => string) | undefined;
  return word ? word(report.data) : report.code;
}

/** The words for one field's issue: an address's problem, a code of our own, or else the parser's sentence. */
export function wordIssue(messages: Messages, issue: Issue): string {
  const problems: Readonly<Record<string, string>> = messages.addresses.problems;
  return messages.errors.issues[issue.code] ?? problems[issue.code] ?? issue.message;
}
