import { GatehouseError } from '#contract/errors.ts';
import { hasAccess } from '../../database/access.ts';
import type { CommandContext, CommandHandler } from '../../kernel/context.ts';
import { forgetGuesses } from '../../kernel/guesses.ts';
import { tell } from '../inbox/store.ts';
import { ownedBy } from '../organizations/owner.ts';
import { endSessions } from '../session/end-sessions.ts';
import { findMembers } from '../users/members.ts';
import { refuseOneself } from '../users/refusals.ts';
import { dropFactor, findFactor } from './store.ts';

/**
 * For somebody who has lost both phone and recovery codes; only an owner can help. They are signed out everywhere, since
 * whoever has the phone may be signed in.
 */
export const reset: CommandHandler<'twofactor.reset'> = async (ctx, { organizationId, membershipId }) => {
  const { db, now, note } = ctx;
  const member = (await findMembers(db, organizationId, [membershipId])).find(membershipId);
  refuseOneself(ctx, member);
  await refuseOthers(ctx, organizationId, member);
  if (!(await findFactor(db, member.personId))?.confirmed_at) throw new GatehouseError('two-factor-off', {});
  await dropFactor(db, member.personId);
  await forgetGuesses(ctx, member.email, ['second-factor']);
  await endSessions(db, member.personId);
  await tell(db, { organizationId, personId: member.personId, kind: 'factor-reset' }, now);
  note({ target: member.email });
  return {};
};

/**
 * The account is shared by the whole workspace: an owner of one organization must not open another one this way.
 * @throws GatehouseError `owner-needed`, `owner-of-all-needed`
 */
async function refuseOthers(
  { db, actor, now }: CommandContext,
  organizationId: number,
  { personId, email }: { personId: number; email: string },
): Promise<void> {
  if (actor.kind !== 'person') return;
  const owned = await ownedBy(db, actor.personId, now);
  if (!owned.includes(organizationId)) throw new GatehouseError('owner-needed', {});
  const elsewhere = await db
    .selectFrom('membership')
    .select('id')
    .where('person_id', '=', personId)
    .where((e) => hasAccess(e, now))
    .where('organization_id', 'not in', owned)
    .executeTakeFirst();
  if (elsewhere) throw new GatehouseError('owner-of-all-needed', { email });
}
