import type { PreviewEntry } from '#contract/invitations.ts';
import type { QueryHandler } from '../../kernel/context.ts';
import { loadChoices } from './choices.ts';
import type { Candidate, Judged } from './judge.ts';
import { judgeList } from './judge-list.ts';
import { parseRecipients, type RecipientEntry } from './recipients.ts';

/** What an invitation would do, line by line. */
export const preview: QueryHandler<'invitations.preview'> = async (ctx, { organizationId, kind, text }) => {
  const choices = await loadChoices(ctx.db, organizationId, ctx.permissions);
  const names = (of: ReadonlyMap<string, { name: string }>) => [...of.values()].map((v) => v.name);
  const { entries, headingLine } = parseRecipients(text, { roles: names(choices.roles), teams: names(choices.teams) });
  const { judged } = await judgeList(ctx, { organizationId, kind }, choices, entries.map(candidateOf));
  return {
    entries: entries.map((entry, i) => describe(entry, judged[i] as Judged)),
    ...(headingLine === undefined ? {} : { headingLine }),
  };
};

/** An entry of the text, as a candidate to be judged. */
export const candidateOf = (entry: RecipientEntry): Candidate => ({
  ...entry,
  email: entry.email ?? entry.raw.slice(0, 2000),
  place: entry.line,
});

/** An entry with what was found about it. */
export function describe(entry: RecipientEntry, judged: Judged): PreviewEntry {
  const { line, index, raw, start, end, email, name, roles, teams, warning } = entry;
  const membershipId = judged.verdict.startsWith('already') ? judged.known?.membership?.id : undefined;
  return {
    line,
    index,
    raw,
    start,
    end,
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { name }),
    ...(roles === undefined ? {} : { roles: [...roles] }),
    ...(teams === undefined ? {} : { teams: [...teams] }),
    verdict: judged.verdict,
    ...(judged.reason === undefined ? {} : { reason: judged.reason }),
    ...(judged.detail === undefined ? {} : { detail: judged.detail }),
    ...(warning === undefined ? {} : { warning }),
    ...(membershipId === undefined ? {} : { membershipId }),
  };
}
