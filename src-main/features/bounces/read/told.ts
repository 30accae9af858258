import type { AddressProblem } from '#contract/address.ts';
import type { ReportProblem } from '#contract/bounces.ts';
import type { ReportAction } from '#contract/mail-report.ts';
import { parseRecipients, type RecipientEntry, type RecipientProblem } from '../../invitations/recipients.ts';
import { readMessage } from './message.ts';
import { type Reported, readStatus } from './status.ts';

export interface ToldAddress {
  readonly email: string;
  readonly key: string;
}

/** One line of what was given: somebody whom mail did or did not reach; or why the line says nothing. */
export interface Told {
  readonly source: string | null;
  readonly line: number;
  readonly address: string;
  /** In the order in which they are looked up. */
  readonly found: readonly ToldAddress[];
  readonly problem?: ReportProblem | AddressProblem | RecipientProblem;
  readonly by: 'report' | 'list';
  readonly action: ReportAction | null;
  readonly words: string;
  readonly reporter: string | null;
  readonly messageId: string | null;
  readonly arrivedAt: number | null;
}

const nothing = { found: [], action: null, words: '', reporter: null, messageId: null, arrivedAt: null } as const;

/** A file that says nothing of use. */
export const unreadable = (source: string | null, problem: ReportProblem): Told => ({
  ...nothing,
  source,
  line: 1,
  address: '',
  by: 'report',
  problem,
});

/** The one parser of recipients judges these addresses too. */
const judged = (text: string): readonly RecipientEntry[] => parseRecipients(text).entries;
const isFound = (entry: RecipientEntry): entry is RecipientEntry & ToldAddress => entry.email !== undefined;

const ofReport = (source: string | null, reported: readonly Reported[]): Told[] =>
  reported.map(({ addresses, ...said }, i) => {
    const entries = addresses.flatMap(judged);
    const found = entries.filter(isFound).map(({ email, key }) => ({ email, key }));
    const problem = found.length > 0 ? undefined : (entries[0]?.problem ?? 'empty');
    return {
      ...said,
      source,
      line: i + 1,
      address: addresses[0] ?? '',
      found,
      by: 'report',
      // a message that is named needs no address
      ...(said.action === null ? { problem: 'no-action' } : problem && !said.messageId ? { problem } : {}),
    };
  });

const ofList = (source: string | null, text: string): Told[] =>
  judged(text).map((entry) => ({
    ...nothing,
    source,
    line: entry.line,
    address: entry.raw,
    found: isFound(entry) ? [{ email: entry.email, key: entry.key }] : [],
    by: 'list',
    action: 'failed',
    ...(isFound(entry) ? {} : { problem: entry.problem ?? 'empty' }),
  }));

/** Pasted text: the fields of reports where there are any, else a message that holds one, else a list of addresses. */
export async function tellText(source: string | null, text: string): Promise<readonly Told[]> {
  const reported = readStatus(text);
  if (reported.length > 0) return ofReport(source, reported);
  if (/^(?:content-type|x-failed-recipients)\s*:/im.test(text)) {
    const read = await readMessage(Buffer.from(text));
    if ('reported' in read) return ofReport(source, read.reported);
    if (read.problem === 'no-report') return [unreadable(source, read.problem)];
  }
  return ofList(source, text);
}

/** A file: a message with a report, or else text as it would be pasted. */
export async function tellFile(source: string, bytes: Buffer): Promise<readonly Told[]> {
  const read = await readMessage(bytes);
  if ('reported' in read) return ofReport(source, read.reported);
  if (read.problem === 'no-report' || bytes.includes(0)) return [unreadable(source, read.problem)];
  const told = await tellText(source, bytes.toString('utf8'));
  return told.some(({ found, messageId }) => found.length > 0 || messageId)
    ? told
    : [unreadable(source, 'not-a-message')];
}
