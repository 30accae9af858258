import type { ParsedOf } from '#contract/index.ts';
import type { CommandHandler } from '../../kernel/context.ts';
import { claimSeats } from '../organizations/seats.ts';
import { nameOf } from '../users/sort-key.ts';
import { loadChoices } from './choices.ts';
import { type Invitee, inviteAll } from './invite.ts';
import type { Candidate, Judged } from './judge.ts';
import { judgeList } from './judge-list.ts';
import { sortOut } from './sort-out.ts';

type Input = ParsedOf<'invitations.send'>;

/**
 * Invites the good entries and returns the rest. Every check of the preview is made again, in the transaction: what was
 * true when the list was looked at need not be true any more. A batch that takes more seats than are free is refused
 * whole, before anything is written.
 * @throws GatehouseError `seats-exceeded`
 */
export const send: CommandHandler<'invitations.send'> = async (ctx, input) => {
  const { organizationId, kind } = input;
  const candidates = input.entries.map((entry, position) => withDefaults(entry, position, input.defaults));
  const choices = await loadChoices(ctx.db, organizationId, ctx.permissions);
  const { organization, judged } = await judgeList(ctx, input, choices, candidates);

  const { fit, skipped, refused } = sortOut(
    judged,
    candidates.map((c) => c.email),
    ({ access }) => {
      if (kind === 'user' && access.roleIds.length === 0) return 'role-needed';
      return organization.groupRequired && access.groupIds.length === 0 ? 'group-needed' : undefined;
    },
  );
  const invitees = fit.map(({ position, judged: one }) => invitee(position, candidates[position] as Person, one));
  if (kind === 'user') await claimSeats(ctx.db, organizationId, invitees.length, ctx.now);
  const invited = await inviteAll(ctx.db, invitees, {
    organizationId,
    kind,
    invitedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
    lifeHours: input.linkLifeHours ?? organization.linkLifeHours,
    now: ctx.now,
  });
  ctx.note({
    targets: invited.map((i) => i.email),
    detail: { kind, invited: invited.length, skipped: skipped.length, refused: refused.length },
  });
  return { invited, skipped, refused };
};

/** What somebody is invited as, beside their address: names apart make the name where it is not given. */
interface Person extends Candidate {
  readonly firstName: string | null;
  readonly lastName: string | null;
}

/** What the row says counts; what it leaves out comes from the batch. */
function withDefaults(entry: Input['entries'][number], position: number, defaults: Input['defaults']): Person {
  const or = (own: readonly string[] | undefined, common: readonly string[]) => (own?.length ? own : common);
  const { firstName, lastName, phone, country } = entry;
  return {
    email: entry.email.trim(),
    place: position,
    name: entry.name || nameOf(entry) || undefined,
    firstName: firstName || null,
    lastName: lastName || null,
    phone,
    country,
    roles: or(entry.roles, defaults.roles),
    teams: entry.teams ?? defaults.teams,
    groups: entry.groups ?? defaults.groups,
    products: entry.products ?? defaults.products,
    lines: entry.lines ?? defaults.lines,
  };
}

function invitee(position: number, { name = '', firstName, lastName }: Person, judged: Judged): Invitee {
  if (!judged.address) throw new Error('an entry without an address cannot be new');
  const { address, known, phone = null, access } = judged;
  return { position, address, known, name, firstName, lastName, phone, access };
}
