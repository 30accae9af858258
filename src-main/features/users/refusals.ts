import { GatehouseError } from '#contract/errors.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { CommandContext } from '../../kernel/context.ts';
import type { Member } from './members.ts';
import { isLastOwner } from './owners.ts';

/**
 * Nobody locks themselves out.
 * @throws GatehouseError `yourself`
 */
export function refuseOneself({ actor }: CommandContext, { personId }: Pick<Member, 'personId'>): void {
  if (actor.kind === 'person' && actor.personId === personId) throw new GatehouseError('yourself', {});
}

/**
 * The last active owner keeps role and access: without one nobody could manage the organization. Invited or suspended owners
 * do not count, since nobody knows whether they will come.
 * @throws GatehouseError `last-owner`
 */
export async function refuseLastOwner(db: ReadableDb, organizationId: number, member: Member): Promise<void> {
  const { membershipId, email, roles } = member;
  const isOwner = roles.some((role) => role.key === 'owner');
  if (isOwner && (await isLastOwner(db, organizationId, membershipId)))
    throw new GatehouseError('last-owner', { email });
}
