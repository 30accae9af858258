import type { ExpressionBuilder } from 'kysely';
import { beforeEnd } from '../../database/link-life.ts';
import type { ReadableDb, Schema } from '../../database/schema.ts';

const hour = 3_600_000;
/** The invitee still remembers a link with a shorter life. */
export const leastLifeHours = 48;
/** With less time left they could no longer act on it. */
const leastLeft = hour;

/** An organization that reminds, and how long before the end of a link. */
export interface RemindingHouse {
  readonly organizationId: number;
  readonly hours: number;
}

export async function remindingHouses(db: ReadableDb): Promise<readonly RemindingHouse[]> {
  const rows = await db
    .selectFrom('organization')
    .select(['id as organizationId', 'remind_hours as hours'])
    .where('remind_hours', 'is not', null)
    .execute();
  return rows.flatMap(({ organizationId, hours }) => (hours === null ? [] : [{ organizationId, hours }]));
}

/** An organization's open invitations that were mailed, have no mail waiting in the outbox, and got no reminder yet. */
const mailed = (db: ReadableDb, { organizationId }: RemindingHouse) =>
  db
    .selectFrom('invitation')
    .innerJoin('membership', 'membership.id', 'invitation.membership_id')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .where('invitation.organization_id', '=', organizationId)
    .where('invitation.state', '=', 'pending')
    .where('invitation.reminded_at', 'is', null)
    .where('invitation.expires_at', 'is not', null)
    .where('invitation.life_hours', '>=', leastLifeHours)
    .where((e) => e.exists(mailsOf(e).where('outbox.state', '=', 'sent')))
    // somebody whose last mail came back would not get a reminder either
    .where((e) => e.or([e('invitation.mail_state', 'is', null), e('invitation.mail_state', '<>', 'bounced')]))
    .where((e) =>
      e.not(e.exists(mailsOf(e).where('outbox.state', 'in', ['queued', 'sending', 'deferred', 'uncertain', 'held']))),
    );

const mailsOf = (e: ExpressionBuilder<Schema, 'invitation'>) =>
  e.selectFrom('outbox').select('outbox.id').whereRef('outbox.invitation_id', '=', 'invitation.id');

/** The invitees to remind now, the soonest end first. */
export const dueReminders = (db: ReadableDb, house: RemindingHouse, now: number, limit: number) =>
  mailed(db, house)
    .where('invitation.expires_at', '>', now + leastLeft)
    .where('invitation.expires_at', '<=', now + house.hours * hour)
    .where(beforeEnd(house.hours), '<=', now)
    .select(['invitation.id', 'membership.id as membershipId', 'membership.name', 'person.email'])
    .orderBy('invitation.expires_at')
    .limit(limit);

/**
 * When to look again, if nothing else changes: when the next reminder is due, or the next link comes close enough to its
 * end for one. Null when none is in sight.
 */
export async function nextReminder(db: ReadableDb, house: RemindingHouse, now: number): Promise<number | null> {
  const near = now + house.hours * hour;
  const inside = await mailed(db, house)
    .where('invitation.expires_at', '>', now)
    .where('invitation.expires_at', '<=', near)
    .where(beforeEnd(house.hours), '>', now)
    .select((e) => e.fn.min(beforeEnd(house.hours)).as('at'))
    .executeTakeFirst();
  const beyond = await mailed(db, house)
    .where('invitation.expires_at', '>', near)
    .select('invitation.expires_at as endsAt')
    .orderBy('invitation.expires_at')
    .limit(1)
    .executeTakeFirst();
  const instants = [inside?.at ?? null, beyond?.endsAt ? beyond.endsAt - house.hours * hour : null];
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}
