import type { WritableDb } from '../../../database/schema.ts';
import { cancelGuestMail, type QueuedGuestMail, queueGuestMail } from '../../../mail/queue.ts';
import { dueGuests, isTold, type NoticeHouse, type Step } from './due.ts';

/** How many guests one transaction notifies. */
const sliceOf = 100;

/**
 * Queues the notice of a step for some of the guests who are due for it, and records that it and those before it are done,
 * in the caller's transaction: queued and recorded together or not at all.
 * @returns whether there may be more of them
 */
export async function tellSome(db: WritableDb, house: NoticeHouse, step: Step, now: number): Promise<boolean> {
  const due = await dueGuests(db, house, step, sliceOf).execute();
  if (due.length === 0) return false;
  const ids = due.map((d) => d.id);
  const guests = await guestsAmong(db, ids, now);
  await db
    .insertInto('guest_notice')
    .values(
      guests.flatMap((guest) =>
        [0, ...house.mailDays]
          .filter((days) => days >= step.days && isTold(days, guest.days))
          .map((days) => ({
            membership_id: guest.id,
            access_ends_at: guest.endsAt,
            days_before: days,
            at: now,
            for_digest: Number(days === step.days),
          })),
      ),
    )
    .onConflict((c) => c.doNothing())
    .execute();
  // mail still waiting from an earlier step is old news now
  await cancelGuestMail(db, ids, now);
  await queueGuestMail(
    db,
    guests.flatMap((guest) => mailsAbout(house.organizationId, guest, step.days)),
    now,
  );
  return due.length === sliceOf;
}

type Guest = Awaited<ReturnType<typeof guestsAmong>>[number];

async function guestsAmong(db: WritableDb, ids: readonly number[], now: number) {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .leftJoin('membership as sponsoring', (join) =>
      join
        .onRef('sponsoring.person_id', '=', 'membership.sponsor_id')
        .onRef('sponsoring.organization_id', '=', 'membership.organization_id')
        .on('sponsoring.status', '=', 'active')
        .on((e) => e.or([e('sponsoring.access_ends_at', 'is', null), e('sponsoring.access_ends_at', '>', now)])),
    )
    .leftJoin('person as sponsor', 'sponsor.id', 'sponsoring.person_id')
    .select([
      'membership.id',
      'membership.name',
      'membership.guest_days as days',
      'membership.access_ends_at as endsAt',
      'person.email',
      'sponsor.email as sponsorEmail',
      'sponsoring.name as sponsorName',
    ])
    .where('membership.id', 'in', ids)
    .execute();
  return rows.flatMap(({ endsAt, ...row }) => (endsAt === null ? [] : [{ ...row, endsAt }]));
}

function mailsAbout(organizationId: number, guest: Guest, days: number): readonly QueuedGuestMail[] {
  const { id: membershipId, name, email, endsAt, sponsorEmail, sponsorName } = guest;
  const what = days === 0 ? 'ended' : 'ending';
  const about = { guest: { membershipId, name, email, endsAt }, days, sponsor: sponsorName || sponsorEmail };
  const common = { organizationId, membershipId, about };
  return [
    { ...common, kind: `guest-${what}`, toEmail: email, toName: name || email },
    ...(sponsorEmail === null
      ? []
      : [{ ...common, kind: `sponsor-${what}` as const, toEmail: sponsorEmail, toName: sponsorName || sponsorEmail }]),
  ];
}
