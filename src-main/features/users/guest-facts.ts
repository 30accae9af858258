import type { GuestFacts } from '#contract/users.ts';
import type { ReadableDb } from '../../database/schema.ts';

/** What only guests have, for the guests of one page in one query. */
export async function guestFactsOf(
  db: ReadableDb,
  members: readonly number[],
  now: number,
): Promise<ReadonlyMap<number, GuestFacts>> {
  if (members.length === 0) return new Map();
  const rows = await db
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .leftJoin('membership as sponsor', (join) =>
      join
        .onRef('sponsor.organization_id', '=', 'membership.organization_id')
        .onRef('sponsor.person_id', '=', 'membership.sponsor_id')
        .on('sponsor.status', '=', 'active')
        .on((e) => e.or([e('sponsor.access_ends_at', 'is', null), e('sponsor.access_ends_at', '>', now)])),
    )
    .leftJoin('person', 'person.id', 'sponsor.person_id')
    .select([
      'membership.id',
      'membership.guest_days as ownDays',
      'organization.guest_days as usualDays',
      'membership.access_ends_at as endsAt',
      'membership.may_invite_guests as mayInvite',
      'person.id as sponsorId',
      'person.name as sponsorName',
      'person.email as sponsorEmail',
    ])
    .where('membership.id', 'in', members)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        days: row.ownDays ?? row.usualDays,
        endsAt: row.endsAt,
        sponsor: row.sponsorId === null ? null : { id: row.sponsorId, name: row.sponsorName || row.sponsorEmail || '' },
        mayInviteGuests: row.mayInvite === 1,
      },
    ]),
  );
}
