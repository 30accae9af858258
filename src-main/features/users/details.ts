import { GatehouseError } from '#contract/errors.ts';
import type { UserDetails } from '#contract/users.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { describeInvitations, describeMembers, nextChangeOf } from './describe.ts';
import { isLastOwner } from './owners.ts';
import { listedColumns } from './read-part.ts';

/**
 * Everything about one member, whatever their kind and status.
 * @throws GatehouseError `not-found`, also for a member of another organization
 */
export async function userDetails(
  db: ReadableDb,
  organizationId: number,
  membershipId: number,
  now: number,
): Promise<UserDetails> {
  const member = await memberOf(db, organizationId, membershipId)
    .select(listedColumns)
    .select([
      'membership.first_name as firstName',
      'membership.last_name as lastName',
      'membership.phone',
      'membership.created_at as createdAt',
      'membership.joined_at as joinedAt',
    ])
    .executeTakeFirst();
  const [row] = member ? await describeMembers(db, [member], now) : [];
  if (!member || !row) throw new GatehouseError('not-found', { what: 'user' });
  const { firstName, lastName, phone, createdAt, joinedAt } = member;
  return {
    ...row,
    firstName,
    lastName,
    phone,
    createdAt,
    joinedAt,
    lastOwner: await isLastOwner(db, organizationId, membershipId),
    invitations: await describeInvitations(db, membershipId, now),
    nextChangeAt: nextChangeOf([row], now),
  };
}

/** @throws GatehouseError `not-found`, also for a member of another organization */
export async function emailOf(db: ReadableDb, organizationId: number, membershipId: number): Promise<string> {
  const member = await memberOf(db, organizationId, membershipId).select('person.email').executeTakeFirst();
  if (!member) throw new GatehouseError('not-found', { what: 'user' });
  return member.email;
}

const memberOf = (db: ReadableDb, organizationId: number, membershipId: number) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .where('membership.id', '=', membershipId)
    .where('membership.organization_id', '=', organizationId);
