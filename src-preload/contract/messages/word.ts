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

/** The words for one field's issue: an address's problem, one of our codes, or otherwise what the value should be. */
export function wordIssue(messages: Messages, issue: Issue): string {
  const problems: Readonly<Record<string, string>> = messages.addresses.problems;
  return messages.errors.issues[issue.code] ?? problems[issue.code] ?? wordShape(messages, issue) ?? issue.message;
}

function wordShape({ shapes }: Messages, { shape }: Issue): string | undefined {
  if (!shape) return undefined;
  const { wants, least, most, counts, oneOf, unknown } = shape;
  if (wants !== undefined) return shapes.wants(wants);
  if (least !== undefined) return shapes.least(least, counts);
  if (most !== undefined) return shapes.most(most, counts);
  if (oneOf) return shapes.oneOf(oneOf);
  return unknown ? shapes.unknown(unknown) : shapes.other;
}

/** What an invitation would do with an entry, or why it would not. */
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
