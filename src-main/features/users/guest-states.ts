import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { UserFilter } from '#contract/user-filter.ts';
import type { GuestState } from '#contract/vocabulary/user-filter.ts';
import { endsWithinNotice } from '../../database/guests.ts';
import { guestsAlone, membersAlong } from '../../database/members.ts';
import type { ReadableDb, Schema } from '../../database/schema.ts';
import type { Listed } from './listed.ts';

type Members = ExpressionBuilder<Schema, 'membership'>;
type Condition = ExpressionWrapper<Schema, 'membership', SqlBool>;

/** Whether one of the guest states that a filter names applies. */
export function guestStateHolds(e: Members, { filter, now, notice }: Listed): Condition {
  const holds: Readonly<Record<GuestState, () => Condition>> = {
    expiring: () =>
      e.and([
        e('membership.status', '=', 'active'),
        e('membership.access_ends_at', '>', now),
        // worded so that an index by end is bounded on both sides
        e('membership.access_ends_at', '<=', notice?.until ?? now),
        endsWithinNotice(notice?.untils ?? [now], notice?.usualPeriod ?? 0),
      ]),
    expired: () => e.and([e('membership.status', '=', 'active'), e('membership.access_ends_at', '<=', now)]),
    'no-sponsor': () => e.not(e.exists(sponsorOf(e, now))),
  };
  return e.or([...new Set(filter.guests)].map((state) => holds[state]()));
}

/** The guest's sponsor, while they are an active member whose own access has not ended. */
const sponsorOf = (e: Members, now: number) =>
  e
    .selectFrom('membership as sponsor')
    .select('sponsor.id')
    .whereRef('sponsor.organization_id', '=', 'membership.organization_id')
    .whereRef('sponsor.person_id', '=', 'membership.sponsor_id')
    .where('sponsor.status', '=', 'active')
    .where((s) => s.or([s('sponsor.access_ends_at', 'is', null), s('sponsor.access_ends_at', '>', now)]));

/** Whether a filter asks only for guest states that the end of access alone decides. */
export const byEndAlone = ({ guests }: UserFilter): boolean => guests.length > 0 && !guests.includes('no-sponsor');

/** Guests whose access has an end, along it. */
export const endingGuests = (db: ReadableDb, organizationId: number) =>
  membersAlong(db, 'membership_by_end')
    .select('membership.id')
    .where('membership.organization_id', '=', organizationId)
    .where(guestsAlone())
    .where('membership.access_ends_at', 'is not', null);

/** Queries for guests that together find everybody in the states of a filter; somebody may be in several. */
export function guestsOfStates(db: ReadableDb, { organizationId, filter, now, notice }: Listed) {
  const found: Readonly<Record<GuestState, () => ReturnType<typeof endingGuests>[]>> = {
    expiring: () => [
      endingGuests(db, organizationId)
        .where('membership.access_ends_at', '>', now)
        .where('membership.access_ends_at', '<=', notice?.until ?? now),
    ],
    expired: () => [endingGuests(db, organizationId).where('membership.access_ends_at', '<=', now)],
    'no-sponsor': () => unsponsored(db, organizationId, now),
  };
  return [...new Set(filter.guests)].flatMap((state) => found[state]());
}

/** Sponsors are far fewer than guests: each is looked up once, and leads to their guests. */
function unsponsored(db: ReadableDb, organizationId: number, now: number) {
  const bySponsor = () =>
    membersAlong(db, 'membership_by_sponsor')
      .where('membership.organization_id', '=', organizationId)
      .where(guestsAlone());
  const gone = bySponsor()
    .select('membership.organization_id')
    .select('membership.sponsor_id')
    .distinct()
    .where('membership.sponsor_id', 'is not', null)
    .as('membership');
  const sponsors = db
    .selectFrom(gone)
    .select('membership.sponsor_id')
    .where((e) => e.not(e.exists(sponsorOf(e as unknown as Members, now))));
  return [
    bySponsor().select('membership.id').where('membership.sponsor_id', 'is', null),
    bySponsor().select('membership.id').where('membership.sponsor_id', 'in', sponsors),
  ];
}
