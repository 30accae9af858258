import { noticeDaysOf } from '#contract/notice-days.ts';
import type { Belonging } from '#contract/profile.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { isLastOwner } from '../users/owners.ts';
import { namedOf } from '../users/relations.ts';
import { daysLeft } from './days-left.ts';

/** Where a person is active, by the organization's name; including where their guest access has ended, so that they learn why. */
export async function listBelongings(db: ReadableDb, personId: number, now: number): Promise<Belonging[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .select(['membership.id', 'membership.kind', 'membership.access_ends_at as accessEndsAt'])
    .select(['organization.id as organizationId', 'organization.name', 'organization.time_zone as timeZone'])
    .select('organization.guest_notice_days as noticeDays')
    .select(['membership.guest_days as ownPeriod', 'organization.guest_days as usualPeriod'])
    .where('membership.person_id', '=', personId)
    .where('membership.status', '=', 'active')
    .orderBy('organization.name')
    .orderBy('organization.id')
    .execute();
  const roles = await namedOf(
    db,
    'role',
    rows.map((r) => r.id),
  );
  return Promise.all(
    rows.map(async ({ id, noticeDays, ownPeriod, usualPeriod, accessEndsAt: end, ...row }) => {
      const accessEndsAt = row.kind === 'guest' ? end : null;
      const expired = accessEndsAt !== null && accessEndsAt <= now;
      const left = accessEndsAt === null || expired ? null : daysLeft(accessEndsAt, now, row.timeZone);
      return {
        ...row,
        roles: (roles.get(id) ?? []).map((role) => role.name),
        accessEndsAt,
        daysLeft: left,
        endsSoon: left !== null && left <= noticeDaysOf(noticeDays, ownPeriod ?? usualPeriod),
        expired,
        lastOwner: await isLastOwner(db, row.organizationId, id),
      };
    }),
  );
}

/** Whether a person belongs somewhere, but only as a guest whose access has ended. */
export async function hasExpired(db: ReadableDb, personId: number, now: number): Promise<boolean> {
  const rows = await db
    .selectFrom('membership')
    .select(['kind', 'access_ends_at'])
    .where('person_id', '=', personId)
    .where('status', '=', 'active')
    .execute();
  return (
    rows.length > 0 && rows.every((r) => r.kind === 'guest' && r.access_ends_at !== null && r.access_ends_at <= now)
  );
}
