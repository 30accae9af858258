import type { QueryHandler } from '../../kernel/context.ts';
import { loadChoices } from '../invitations/choices.ts';
import { judgeList } from '../invitations/judge-list.ts';
import { candidateOf, describe } from '../invitations/preview.ts';
import { parseRecipients, type RecipientEntry } from '../invitations/recipients.ts';

/** What inviting as guests would do, address by address. Names in the text are shown; roles and teams are ignored. */
export const preview: QueryHandler<'guests.preview'> = async (ctx, { organizationId, text }) => {
  const entries = parseRecipients(text, { roles: [], teams: [] }).entries.map(withoutAccess);
  const choices = await loadChoices(ctx.db, organizationId, ctx.permissions);
  const { judged } = await judgeList(ctx, { organizationId, kind: 'guest' }, choices, entries.map(candidateOf));
  return { entries: judged.map((one, i) => describe(entries[i] as RecipientEntry, one)) };
};

const withoutAccess = ({ roles: _, teams: __, ...entry }: RecipientEntry): RecipientEntry => entry;
