import type { ParsedOf } from '#contract/index.ts';
import type { TurnedAway } from '#contract/invitations.ts';
import type { CommandHandler } from '../../kernel/context.ts';
import { loadChoices } from './choices.ts';
import { type Invitee, inviteAll } from './invite.ts';
import type { Candidate, Judged } from './judge.ts';
import { judgeList } from './judge-list.ts';

type Input = ParsedOf<'invitations.send'>;

/**
 * Invites the good entries and returns the rest. Every check of the preview is made again, in the transaction: what was
 * true when the list was looked at need not be true any more.
 */
export const send: CommandHandler<'invitations.send'> = async (ctx, input) => {
  const { organizationId } = input;
  const candidates = input.entries.map((entry, position) => withDefaults(entry, position, input.defaults));
  const choices = await loadChoices(ctx.db, organizationId, ctx.permissions);
  const { organization, judged } = await judgeList(ctx, organizationId, choices, candidates);

  const invitees: Invitee[] = [];
  const skipped: (TurnedAway & { verdict: 'already-member' | 'already-invited' | 'duplicate' })[] = [];
  const refused: TurnedAway[] = [];
  for (const [position, verdict] of judged.entries()) {
    const candidate = candidates[position] as Candidate;
    const away = (reason: string): TurnedAway => ({
      position,
      email: candidate.email,
      reason,
      ...(verdict.detail === undefined ? {} : { detail: verdict.detail }),
    });
    if (verdict.verdict === 'refused') refused.push(away(verdict.reason ?? 'empty'));
    else if (verdict.verdict !== 'new')
      skipped.push({ ...away(verdict.reason ?? verdict.verdict), verdict: verdict.verdict });
    else if (verdict.roleIds.length === 0) refused.push(away('role-needed'));
    else invitees.push(invitee(position, candidate, verdict));
  }
  const invited = await inviteAll(ctx.db, invitees, {
    organizationId,
    invitedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
    lifeHours: input.linkLifeHours ?? organization.linkLifeHours,
    now: ctx.now,
  });
  ctx.note({
    targets: invited.map((i) => i.email),
    detail: { invited: invited.length, skipped: skipped.length, refused: refused.length },
  });
  return { invited, skipped, refused };
};

/** What the row says counts; what it leaves out comes from the batch. */
function withDefaults(entry: Input['entries'][number], position: number, defaults: Input['defaults']): Candidate {
  const or = (own: readonly string[] | undefined, common: readonly string[]) => (own?.length ? own : common);
  return {
    email: entry.email.trim(),
    place: position,
    name: entry.name || undefined,
    roles: or(entry.roles, defaults.roles),
    teams: entry.teams ?? defaults.teams,
    products: entry.products ?? defaults.products,
  };
}

function invitee(position: number, candidate: Candidate, judged: Judged): Invitee {
  if (!judged.address) throw new Error('an entry without an address cannot be new');
  const { address, known, roleIds, teamIds, productIds } = judged;
  return { position, address, known, name: candidate.name ?? '', roleIds, teamIds, productIds };
}
