import type { BounceLine, BounceVerdict } from '#contract/bounces.ts';
import { messagesIn } from '#contract/messages/index.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { CommandContext, PreparedCommand, QueryHandler } from '../../kernel/context.ts';
import { type Found, findTold } from './find.ts';
import { tellAll } from './given.ts';
import { judge, type Known } from './judge.ts';
import type { Told } from './read/told.ts';
import { addReport, markBounced, type NewReport, reportsOf } from './store.ts';

interface Judged {
  readonly told: Told;
  readonly found: Found | undefined;
  readonly verdict: BounceVerdict;
}

/** @returns each line with its verdict, in order; later lines take earlier ones into account */
async function judgeAll(db: ReadableDb, organizationId: number, told: readonly Told[]): Promise<readonly Judged[]> {
  const finder = await findTold(db, organizationId, told);
  const pairs = told.map((one) => ({ told: one, found: one.problem ? undefined : finder.of(one) }));
  const reports = await reportsOf(db, [...new Set(pairs.flatMap(({ found }) => found?.message?.id ?? []))]);
  const bounced = new Set<number>();
  const noted = new Set<string>();
  const noteOf = (id: number, { action, words }: Pick<Told, 'action' | 'words'>) => `${id} ${action} ${words}`;
  for (const [id, some] of reports) for (const report of some) noted.add(noteOf(id, report));
  const known: Known = {
    isBounced: (id) => bounced.has(id),
    isNoted: (id, one) => noted.has(noteOf(id, { ...one, words: wordsOf(one) })),
  };
  return pairs.map(({ told: one, found }) => {
    const verdict = judge(one, found, known);
    const id = found?.message?.id;
    if (id !== undefined && (verdict === 'bounced' || verdict === 'earlier')) bounced.add(id);
    if (id !== undefined && (verdict === 'delayed' || verdict === 'noted'))
      noted.add(noteOf(id, { ...one, words: wordsOf(one) }));
    return { told: one, found, verdict };
  });
}

const { bounces: say } = messagesIn('en');

/** There are always some words: a list gives none, and neither does every server. */
const wordsOf = ({ words, by }: Told): string => words || (by === 'list' ? say.answers.listed : say.answers.noWords);

function lineOf({ told, found, verdict }: Judged): BounceLine {
  const { source, line, address, action, words, problem } = told;
  const { member, message } = found ?? {};
  const email = member?.email ?? message?.email;
  return {
    source,
    line,
    address,
    action,
    words,
    verdict,
    ...(verdict === 'unreadable' ? { reason: problem ?? 'empty' } : {}),
    ...(member ? { membershipId: member.id } : {}),
    ...(member?.name ? { name: member.name } : {}),
    ...(email ? { email } : {}),
    ...(message ? { messageId: message.id } : {}),
  };
}

export const preview: QueryHandler<'bounces.preview'> = async ({ db, caller }, input) => {
  const judged = await judgeAll(db, input.organizationId, await tellAll(input, caller));
  return { lines: judged.map(lineOf) };
};

/** The name of whoever does it. */
export const operatorOf = ({ actor }: CommandContext): string =>
  actor.kind === 'person' ? actor.name || actor.email : actor.kind;

/** Files are read before the transaction begins; the people they are about are looked up within it. */
export const importReports: PreparedCommand<'bounces.import', readonly Told[]> = {
  prepare: ({ caller }, input) => tellAll(input, caller),
  async handle(ctx, { organizationId }, told) {
    const judged = await judgeAll(ctx.db, organizationId, told);
    const each: { target: string; detail: Record<string, unknown> }[] = [];
    for (const { told: one, found, verdict } of judged) {
      const message = found?.message;
      if (!message || !one.action) continue;
      const report: NewReport = {
        organizationId,
        outboxId: message.id,
        action: one.action,
        words: wordsOf(one),
        source: one.by,
        reporter: one.reporter,
        by: operatorOf(ctx),
      };
      if (verdict === 'bounced' || verdict === 'earlier') await markBounced(ctx.db, message, report, ctx.now);
      else if (verdict === 'delayed' || verdict === 'noted') await addReport(ctx.db, report, ctx.now);
      else continue;
      each.push({ target: message.email, detail: { message: message.id, action: one.action, words: report.words } });
    }
    ctx.note({ each, detail: { lines: told.length } });
    return { lines: judged.map(lineOf) };
  },
};
