import type { CommandHandler } from '../../kernel/context.ts';
import { findMembers } from '../users/members.ts';
import { remove as removeMember } from '../users/remove.ts';
import { guestToChange } from './members.ts';

/** Removes as with users, for operators who may do so with guests only. */
export const remove: CommandHandler<'guests.remove'> = async (ctx, input) => {
  const { organizationId, membershipId } = input;
  const members = await findMembers(ctx.db, organizationId, [membershipId]);
  guestToChange(ctx, members, membershipId);
  return removeMember.one(ctx, membershipId, input, members);
};
