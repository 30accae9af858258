import type { ReadableDb } from '../../database/schema.ts';

/**
 * Whether somebody is the only active owner: without them nobody could manage the organization. Guests do not count, since
 * their access ends by itself.
 */
export async function isLastOwner(db: ReadableDb, organizationId: number, membershipId: number): Promise<boolean> {
  const owners = await db
    .selectFrom('role')
    .innerJoin('membership_role', 'membership_role.role_id', 'role.id')
    .innerJoin('membership', 'membership.id', 'membership_role.membership_id')
    .select('membership.id')
    .where('role.organization_id', '=', organizationId)
    .where('role.key', '=', 'owner')
    .where('membership.status', '=', 'active')
    .where('membership.kind', '=', 'user')
    .limit(2)
    .execute();
  return owners.length === 1 && owners[0]?.id === membershipId;
}
