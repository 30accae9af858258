import { GatehouseError } from '#contract/errors.ts';
import type { CommandHandler } from '../../kernel/context.ts';
import { signedIn } from '../session/signed-in.ts';
import { endMembership, endSessions } from '../users/leave.ts';
import { isLastOwner } from '../users/owners.ts';

/**
 * As if somebody had removed them, but by their own choice: people without access elsewhere are signed out everywhere, this
 * session included; others stay signed in.
 * @throws GatehouseError `not-a-member`, `last-owner`
 */
export const leave: CommandHandler<'profile.leave'> = async ({ db, actor, now, note }, { organizationId }) => {
  const { personId, email } = signedIn(actor);
  const member = await db
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .select(['membership.id', 'membership.access_ends_at as endsAt', 'organization.name'])
    .where('membership.organization_id', '=', organizationId)
    .where('membership.person_id', '=', personId)
    .where('membership.status', '=', 'active')
    .executeTakeFirst();
  if (!member) throw new GatehouseError('not-a-member', {});
  if (await isLastOwner(db, organizationId, member.id)) throw new GatehouseError('last-owner', { email });
  await endMembership(db, member.id, 'removed', now);
  await endSessions(db, personId, now);
  note({ target: email, ...(member.endsAt === null ? {} : { detail: { endsAt: member.endsAt } }) });
  return { organization: member.name };
};
