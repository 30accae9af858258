import type { ErrorReport } from '#contract/errors.ts';
import type { ImportedRow } from '#contract/import-result.ts';
import { wordVerdict } from '#contract/messages/word.ts';
import { exit, exitOf } from '../exit-codes.ts';
import { errorText, tableText, tell, visible } from '../output.ts';
import { asReport, inJson, print, printJson, wordedReport } from '../print.ts';
import type { Session } from '../session.ts';
import type { Parts, Sent } from './batch.ts';

/** An entry of a list, as judged before sending or by it. */
export type Entry = Omit<ImportedRow, 'outcome'>;

type Judgement = Pick<Entry, 'verdict' | 'reason' | 'detail'>;
const skipped = ['already-member', 'already-invited', 'duplicate'];

/**
 * What became of every entry.
 * @param sent the answers to sending; their positions count only the new ones among `entries`
 */
export function settle(entries: readonly Entry[], sent: readonly Sent[]): readonly ImportedRow[] {
  const invited = new Set(sent.flatMap((part) => part.invited.map((one) => one.position)));
  const turned = new Map<number, Judgement & { readonly position: number }>(
    sent.flatMap((part) => [
      ...part.skipped.map((one) => [one.position, one] as const),
      ...part.refused.map((one) => [one.position, { ...one, verdict: 'refused' as const }] as const),
    ]),
  );
  let place = 0;
  return entries.map((entry): ImportedRow => {
    if (entry.verdict !== 'new') return { ...entry, outcome: outcomeOf(entry) };
    const position = place++;
    if (invited.has(position)) return { ...entry, outcome: 'invited' };
    const no = turned.get(position);
    if (!no) return { ...entry, outcome: 'not-sent' };
    const judged = { ...entry, verdict: no.verdict, reason: no.reason, detail: no.detail };
    return { ...judged, outcome: outcomeOf(judged) };
  });
}

const outcomeOf = ({ verdict }: Pick<Entry, 'verdict'>) => (skipped.includes(verdict) ? 'skipped' : 'refused');
const nameOf = ({ email, raw }: Entry) => email ?? raw;

/**
 * Says what would become of each entry.
 * @param obstacle what would stop all of them
 */
export async function foretell(
  { given, messages }: Session,
  entries: readonly Entry[],
  obstacle?: ErrorReport,
): Promise<number> {
  const fresh = obstacle ? 0 : freshOf(entries).length;
  if (given.json)
    await printJson({
      dryRun: true,
      entries: entries.map(plain),
      ...(obstacle ? { error: wordedReport(inJson, obstacle) } : {}),
    });
  else {
    const { titles } = messages.imports.result;
    const rows = entries.map((entry) => [String(entry.line), nameOf(entry), wordVerdict(messages.invitations, entry)]);
    await print(tableText([messages.cli.out.line, titles.email, titles.outcome], rows));
    await print(`${messages.cli.out.dryRun(messages.common.people(fresh))}\n`);
    if (obstacle) await tell(errorText(messages, obstacle));
  }
  return obstacle ? exitOf(obstacle.code) : exitFor(entries);
}

/** Those that would be invited. */
export const freshOf = <E extends Pick<Entry, 'verdict'>>(entries: readonly E[]): readonly E[] =>
  entries.filter(({ verdict }) => verdict === 'new');

/** Says what became of each entry: those invited or skipped on standard output, those refused on standard error. */
export async function tellOutcome(
  session: Session,
  settled: readonly ImportedRow[],
  sent: Parts<Sent>,
): Promise<number> {
  const { given, messages } = session;
  const error = sent.error === undefined ? undefined : asReport(sent.error);
  if (given.json)
    await printJson({ ...tallied(settled, sent.results), ...(error ? { error: { code: error.code } } : {}) });
  else {
    const { titles, outcomes } = messages.imports.result;
    const why = (one: ImportedRow) => (one.outcome === 'skipped' ? wordVerdict(messages.invitations, one) : '');
    const rows = settled.filter(({ outcome }) => outcome === 'invited' || outcome === 'skipped');
    const cells = rows.map((one) => [nameOf(one), outcomes[one.outcome], why(one)]);
    if (cells.length > 0) await print(tableText([titles.email, titles.outcome, titles.reason], cells));
    const { title, nobody } = messages.invitations.result;
    const invited = settled.filter(({ outcome }) => outcome === 'invited').length;
    await print(`${invited === 0 ? nobody : title(invited)}\n`);
    await tell(refusedLines(session, settled));
    if (error) await tell(errorText(messages, error));
  }
  return error ? exitOf(error.code) : exitFor(settled);
}

/** One line for each entry that was refused, with its reason. */
export const refusedLines = ({ messages }: Session, entries: readonly Entry[]): string =>
  entries
    .filter(({ verdict }) => verdict === 'refused')
    .map((entry) => `gatehouse: ${visible(`${nameOf(entry)}: ${wordVerdict(messages.invitations, entry)}`)}\n`)
    .join('');

export const exitFor = (entries: readonly Entry[]): number =>
  entries.some(({ verdict }) => verdict === 'refused') ? exit.partly : exit.done;

export const plain = ({ line, raw, email, verdict, reason, detail, warning }: Entry) => ({
  line,
  ...(email === undefined ? { raw } : { email }),
  verdict,
  reason,
  detail,
  warning,
});

function tallied(settled: readonly ImportedRow[], sent: readonly Sent[]) {
  const of = (outcome: ImportedRow['outcome']) => settled.filter((one) => one.outcome === outcome).map(plain);
  return {
    invited: sent.flatMap((part) => part.invited.map(({ position: _position, ...one }) => one)),
    skipped: of('skipped'),
    refused: of('refused'),
    notSent: of('not-sent'),
  };
}
