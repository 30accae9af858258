import { GatehouseError } from '#contract/errors.ts';
import { hasAccess } from '../../database/access.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { CommandContext } from '../../kernel/context.ts';

export interface Sponsor {
  readonly personId: number;
  readonly email: string;
}

/**
 * Somebody who can answer for guests: an active user, since others have no access, or access that ends.
 * @throws GatehouseError `not-found`, also for a member of another organization
 */
export async function findSponsor(db: ReadableDb, organizationId: number, membershipId: number): Promise<Sponsor> {
  const sponsor = await members(db, organizationId)
    .where('membership.id', '=', membershipId)
    .where('membership.kind', '=', 'user')
    .where('membership.status', '=', 'active')
    .executeTakeFirst();
  if (!sponsor) throw new GatehouseError('not-found', { what: 'user' });
  return sponsor;
}

/** The one the call names, else the caller, if they belong to the organization. @throws GatehouseError `not-found` */
export async function sponsorOf(
  { db, actor, now }: Pick<CommandContext, 'db' | 'actor' | 'now'>,
  {
    organizationId,
    sponsorMembershipId,
  }: { readonly organizationId: number; readonly sponsorMembershipId?: number | undefined },
): Promise<Sponsor | undefined> {
  if (sponsorMembershipId !== undefined) return findSponsor(db, organizationId, sponsorMembershipId);
  if (actor.kind !== 'person') return undefined;
  return members(db, organizationId)
    .where('membership.person_id', '=', actor.personId)
    .where((e) => hasAccess(e, now))
    .executeTakeFirst();
}

const members = (db: ReadableDb, organizationId: number) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id as personId', 'person.email'])
    .where('membership.organization_id', '=', organizationId);
