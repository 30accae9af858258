import { awaitsDigest } from '../../../database/guests.ts';
import type { ReadableDb, WritableDb } from '../../../database/schema.ts';
import type { EndingGuest } from '../../../mail/about.ts';
import { guestManagers } from '../../../mail/outbox/still-wanted.ts';
import { type QueuedGuestMail, queueGuestMail } from '../../../mail/queue.ts';
import type { NoticeHouse } from './due.ts';
import { isPastMorning, morningOf, nextMorning, startOfDay } from './mornings.ts';

/** Nobody reads a mail that names more; beyond that it gives a number. */
const mostNamed = 200;

/**
 * When the managers of an organization get their next digest: at once, or on the next morning when today's has already gone
 * out or its hour has not come; null when there is nothing to tell.
 */
export async function digestDue(db: ReadableDb, house: NoticeHouse, now: number): Promise<number | null> {
  const { organizationId, timeZone } = house;
  const waiting = await waitingOf(db, organizationId).select('guest_notice.membership_id').limit(1).executeTakeFirst();
  if (!waiting) return null;
  if (!isPastMorning(now, timeZone)) return morningOf(now, timeZone);
  return (await isOut(db, organizationId, startOfDay(now, timeZone))) ? nextMorning(now, timeZone) : now;
}

/**
 * Queues the day's digest: one mail to everybody who may renew guests, about all notices since the last one that still
 * apply. Sponsors have had their own mail about their guests. One a day per organization, in the caller's transaction.
 * @returns how many people it goes to
 */
export async function queueDigest(db: WritableDb, house: NoticeHouse, now: number): Promise<number> {
  const { organizationId, timeZone } = house;
  const day = startOfDay(now, timeZone);
  if (await isOut(db, organizationId, day)) return 0;
  const guests = await guestsToTell(db, organizationId);
  await db
    .updateTable('guest_notice')
    .set({ for_digest: 0 })
    .where(awaitsDigest())
    .where(
      'membership_id',
      'in',
      db.selectFrom('membership').select('id').where('organization_id', '=', organizationId),
    )
    .execute();
  if (guests.length === 0) return 0;
  await db.insertInto('guest_digest').values({ organization_id: organizationId, day, at: now }).execute();
  const managers = await guestManagers(db, now)
    .where('membership.organization_id', '=', organizationId)
    .orderBy('membership.id')
    .execute();
  const mails = managers.flatMap((manager): QueuedGuestMail[] => {
    const theirs = guests.filter((g) => g.sponsorId !== manager.person_id && g.membershipId !== manager.id);
    if (theirs.length === 0) return [];
    const more = theirs.slice(mostNamed);
    const moreEnded = more.filter((g) => g.endsAt <= now).length;
    return [
      {
        organizationId,
        membershipId: manager.id,
        kind: 'guests-digest',
        toEmail: manager.email,
        toName: manager.name || manager.email,
        about: {
          guests: theirs.slice(0, mostNamed).map(({ sponsorId: _, ...guest }) => guest),
          moreEnding: more.length - moreEnded,
          moreEnded,
        },
      },
    ];
  });
  await queueGuestMail(db, mails, now);
  return mails.length;
}

const waitingOf = (db: ReadableDb, organizationId: number) =>
  db
    .selectFrom('guest_notice')
    .innerJoin('membership', 'membership.id', 'guest_notice.membership_id')
    .where(awaitsDigest())
    .where('membership.organization_id', '=', organizationId);

const isOut = async (db: ReadableDb, organizationId: number, day: number): Promise<boolean> =>
  (await db
    .selectFrom('guest_digest')
    .select('at')
    .where('organization_id', '=', organizationId)
    .where('day', '=', day)
    .executeTakeFirst()) !== undefined;

/** The guests in the digest, the soonest end first: those whose access still ends when they were told it would. */
async function guestsToTell(
  db: ReadableDb,
  organizationId: number,
): Promise<readonly (EndingGuest & { readonly sponsorId: number | null })[]> {
  return waitingOf(db, organizationId)
    .innerJoin('person', 'person.id', 'membership.person_id')
    .where('membership.kind', '=', 'guest')
    .where('membership.status', '=', 'active')
    .whereRef('membership.access_ends_at', '=', 'guest_notice.access_ends_at')
    .select([
      'membership.id as membershipId',
      'membership.name',
      'person.email',
      'guest_notice.access_ends_at as endsAt',
      'membership.sponsor_id as sponsorId',
    ])
    .distinct()
    .orderBy('guest_notice.access_ends_at')
    .orderBy('membership.id')
    .execute();
}
