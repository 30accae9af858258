import { assertNever } from '../assert-never.ts';
import type { ErrorCode, ErrorReport, Issue } from '../errors.ts';
import type { JudgedEntry } from '../invitations.ts';
import type { Messages } from './index.ts';

type Judgement = Pick<JudgedEntry, 'verdict' | 'reason' | 'detail' | 'warning'>;

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

/** What an invitation would do with an entry, and why not. */
export function wordVerdict({ verdicts, reason }: Messages['invitations'], entry: Judgement): string {
  const { verdict, reason: why, detail = '', warning } = entry;
  switch (verdict) {
    case 'new':
      return warning ? verdicts.mixedScript : verdicts.new;
    case 'already-member':
      return why === 'suspended' ? verdicts.suspended : verdicts.alreadyMember;
    case 'already-invited':
      return why === 'expired' ? verdicts.expired : verdicts.alreadyInvited;
    case 'duplicate':
      return verdicts.duplicate(detail);
    case 'refused':
      return verdicts.refused(reason(why, detail));
    default:
      return assertNever(verdict);
  }
}
