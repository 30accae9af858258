import type { OutputOf, ParsedOf } from '#contract/index.ts';
import type { Organization } from '#contract/organizations.ts';
import type { CommandContext, CommandHandler, Note, QueryContext } from '../../kernel/context.ts';
import { refuseUnapproved } from '../invitations/approval.ts';
import { loadChoices } from '../invitations/choices.ts';
import { type Invitee, inviteAll } from '../invitations/invite.ts';
import type { Judged } from '../invitations/judge.ts';
import { judgeList } from '../invitations/judge-list.ts';
import type { Giving } from '../invitations/send.ts';
import { sortOut } from '../invitations/sort-out.ts';
import { refuseStrongerRoles, refuseWithout } from '../roles/grant.ts';
import { guestRoles } from './roles.ts';
import { type Sponsor, sponsorOf } from './sponsor.ts';

export type GuestsInput = ParsedOf<'guests.invite'>;

export interface GuestsSent {
  readonly answer: OutputOf<'guests.invite'>;
  /** For the audit. */
  readonly note: Note;
}

/**
 * Judges addresses as they would be invited as guests now.
 * @param first the place of the first one, as its duplicates are told
 */
export async function judgeGuests(
  ctx: Pick<QueryContext | CommandContext, 'db' | 'now' | 'permissions'>,
  { organizationId, emails, teams }: Pick<GuestsInput, 'organizationId' | 'emails' | 'teams'>,
  first = 0,
): Promise<{ readonly organization: Organization; readonly judged: readonly Judged[] }> {
  const choices = await loadChoices(ctx.db, organizationId, ctx.permissions);
  const candidates = emails.map((email, i) => ({ email: email.trim(), place: i + first, teams }));
  return judgeList(ctx, { organizationId, kind: 'guest' }, choices, candidates);
}

/**
 * Invites the good addresses as guests and returns the rest. Guests take no seat and need neither name nor group; the
 * organization's policy decides where they may come from.
 * @param inviter in whose name they are invited, and who answers for them unless somebody else is named
 * @throws GatehouseError `role-not-grantable` for account managers whom the inviter may not make; `not-permitted` for teams
 *   that the inviter may not see; `not-found` for a sponsor who cannot be one
 */
export async function inviteGuests(
  ctx: Giving,
  input: GuestsInput,
  inviter: CommandContext['actor'],
): Promise<GuestsSent> {
  const { organizationId, accountManager, mayInviteGuests, teams } = input;
  const roles = await guestRoles(ctx.db, organizationId);
  const role = accountManager ? roles.accountManager : roles.member;
  refuseStrongerRoles(ctx.permissions, [role]);
  if (teams.length > 0) refuseWithout(ctx.permissions, 'structure:read');
  const sponsor = await sponsorOf({ db: ctx.db, now: ctx.now, actor: inviter }, input);

  const { organization, judged } = await judgeGuests(ctx, input);
  const { fit, skipped, refused } = sortOut(
    judged,
    input.emails.map((email) => email.trim()),
  );
  const days = input.days ?? organization.guestDays;
  const invited = await inviteAll(
    ctx.db,
    fit.map(({ position, judged: one }) => invitee(position, one, role.id)),
    {
      organizationId,
      kind: 'guest',
      invitedBy: inviter.kind === 'person' ? inviter.personId : null,
      lifeHours: organization.linkLifeHours,
      language: input.language ?? null,
      now: ctx.now,
      guest: { days, sponsorId: sponsor?.personId ?? null, mayInvite: mayInviteGuests, note: input.note || null },
    },
  );
  const counts = { invited: invited.length, skipped: skipped.length, refused: refused.length };
  return {
    answer: { invited, skipped, refused },
    note: { targets: invited.map((i) => i.email), detail: { ...counts, ...told(input, days, sponsor) } },
  };
}

const told = ({ accountManager, mayInviteGuests }: GuestsInput, days: number, sponsor: Sponsor | undefined) => ({
  days,
  sponsor: sponsor?.email ?? null,
  accountManager,
  mayInviteGuests,
});

/** @throws GatehouseError those of inviting guests, and `approval-needed` */
export const invite: CommandHandler<'guests.invite'> = async (ctx, input) => {
  await refuseUnapproved(ctx, input.organizationId);
  const { answer, note } = await inviteGuests(ctx, input, ctx.actor);
  ctx.note(note);
  return answer;
};

function invitee(position: number, { address, known, access }: Judged, roleId: number): Invitee {
  if (!address) throw new Error('an entry without an address cannot be new');
  const unnamed = { name: '', firstName: null, lastName: null, phone: null };
  return { position, address, known, ...unnamed, access: { ...access, roleIds: [roleId] } };
}
