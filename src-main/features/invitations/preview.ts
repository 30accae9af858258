import { parseAddress } from '#contract/address.ts';
import { GatehouseError } from '#contract/errors.ts';
import type { PreviewEntry } from '#contract/invitations.ts';
import type { QueryHandler } from '../../kernel/context.ts';
import { getOrganization } from '../organizations/store.ts';
import { loadChoices } from './choices.ts';
import { judgeAll } from './judge.ts';
import { knownPeople } from './known.ts';
import { parseRecipients, type RecipientEntry } from './recipients.ts';

/** What an invitation would do, line by line. */
export const preview: QueryHandler<'invitations.preview'> = async (ctx, { organizationId, text }) => {
  const organization = await getOrganization(ctx.db, organizationId);
  if (!organization) throw new GatehouseError('not-found', { what: 'organization' });
  const choices = await loadChoices(ctx.db, organizationId, ctx.permissions);
  const names = (of: ReadonlyMap<string, { name: string }>) => [...of.values()].map((v) => v.name);
  const { entries, headingLine } = parseRecipients(text, { roles: names(choices.roles), teams: names(choices.teams) });
  const keys = entries.flatMap(({ email }) => {
    const parsed = email === undefined ? undefined : parseAddress(email);
    return parsed?.ok ? [parsed.address.key] : [];
  });
  const known = await knownPeople(ctx.db, organizationId, [...new Set(keys)]);
  const judged = judgeAll(
    entries.map((entry) => ({ ...entry, email: entry.email ?? entry.raw.slice(0, 2000), place: entry.line })),
    { organization, choices, known, now: ctx.now },
  );
  return {
    entries: entries.map((entry, i) => describe(entry, judged[i] as (typeof judged)[number])),
    ...(headingLine === undefined ? {} : { headingLine }),
  };
};

function describe(entry: RecipientEntry, judged: ReturnType<typeof judgeAll>[number]): PreviewEntry {
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
