import { assertNever } from '#contract/assert-never.ts';
import { hasAccess } from '../../database/access.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { slices } from '../../database/slices.ts';
import { type EndAbout, type EndingGuest, isDigest, readAbout } from '../about.ts';

/** Whether a message is still to be sent. `late`: its link has ended; `early`: what it says is not true before `until`. */
export type Wanted = { readonly kind: 'yes' | 'no' | 'late' } | { readonly kind: 'early'; readonly until: number };

const yes: Wanted = { kind: 'yes' };
const no: Wanted = { kind: 'no' };

type Row = Awaited<ReturnType<typeof rowsOf>>[number];
interface Known {
  readonly still: (guest: EndingGuest) => boolean;
  readonly managers: ReadonlySet<number>;
  readonly now: number;
}

/**
 * Things may have changed since a message was queued: its invitation ended, its guest was renewed, removed, suspended or
 * made a user, its reader left. This is checked before each step towards the wire, so that whoever made the change need
 * not see to it.
 */
export async function stillWanted(
  db: ReadableDb,
  ids: readonly number[],
  now: number,
): Promise<ReadonlyMap<number, Wanted>> {
  const found = new Map<number, Wanted>();
  for (const slice of slices(ids)) {
    const rows = await rowsOf(db, slice);
    const still = await stillEnding(db, rows.flatMap(guestsOf));
    const managers = await managersAmong(
      db,
      rows.flatMap((r) => (r.kind === 'guests-digest' ? (r.membership_id ?? []) : [])),
      now,
    );
    for (const row of rows) found.set(row.id, judge(row, { still, managers, now }));
  }
  return found;
}

const rowsOf = (db: ReadableDb, ids: readonly number[]) =>
  db
    .selectFrom('outbox')
    .leftJoin('invitation', 'invitation.id', 'outbox.invitation_id')
    .leftJoin('password_reset', 'password_reset.id', 'outbox.reset_id')
    .leftJoin('membership as guest', 'guest.id', 'outbox.membership_id')
    .leftJoin('person as sponsor', 'sponsor.id', 'guest.sponsor_id')
    .leftJoin('membership as sponsoring', (join) =>
      join
        .onRef('sponsoring.person_id', '=', 'guest.sponsor_id')
        .onRef('sponsoring.organization_id', '=', 'guest.organization_id'),
    )
    .where('outbox.id', 'in', ids)
    .select([
      'outbox.id',
      'outbox.kind',
      'outbox.about',
      'outbox.membership_id',
      'outbox.to_email',
      'invitation.state as invitation_state',
      'invitation.expires_at',
      'password_reset.expires_at as reset_expires_at',
      'password_reset.ended_at as reset_ended_at',
      'sponsor.email as sponsor_email',
      'sponsoring.status as sponsor_status',
      'sponsoring.access_ends_at as sponsor_ends_at',
    ])
    .execute();

function guestsOf({ about }: Row): readonly EndingGuest[] {
  if (about === null) return [];
  const told = readAbout(about);
  return isDigest(told) ? told.guests : [told.guest];
}

function judge(row: Row, { still, managers, now }: Known): Wanted {
  switch (row.kind) {
    case 'invitation':
    case 'reinvitation':
    case 'invitation-again':
    case 'reminder':
      if (row.invitation_state !== 'pending') return no;
      return (row.expires_at ?? Infinity) > now ? yes : { kind: 'late' };
    case 'guest-ending':
    case 'guest-ended':
    case 'guest-renewed':
      return judgeEnd(row, still, now);
    case 'sponsor-ending':
    case 'sponsor-ended': {
      const answers = row.sponsor_status === 'active' && (row.sponsor_ends_at ?? Infinity) > now;
      return answers && row.sponsor_email === row.to_email ? judgeEnd(row, still, now) : no;
    }
    case 'password-reset':
      if (row.reset_expires_at === null || row.reset_ended_at !== null) return no;
      return row.reset_expires_at > now ? yes : { kind: 'late' };
    case 'guests-digest':
      return managers.has(row.membership_id ?? 0) && guestsOf(row).some(still) ? yes : no;
    default:
      return assertNever(row.kind);
  }
}

function judgeEnd({ kind, about }: Row, still: Known['still'], now: number): Wanted {
  const guest = about === null ? undefined : (readAbout(about) as EndAbout).guest;
  if (!guest || !still(guest)) return no;
  const over = guest.endsAt <= now;
  if (kind !== 'guest-ended' && kind !== 'sponsor-ended') return over ? no : yes;
  // otherwise the clock was ahead when it was queued
  return over ? yes : { kind: 'early', until: guest.endsAt };
}

/** @returns a function that says for each of these guests whether their access still ends when stated */
export async function stillEnding(
  db: ReadableDb,
  guests: readonly EndingGuest[],
): Promise<(guest: EndingGuest) => boolean> {
  const ends = new Map<number, number | null>();
  for (const slice of slices([...new Set(guests.map((g) => g.membershipId))])) {
    const rows = await db
      .selectFrom('membership')
      .select(['id', 'access_ends_at'])
      .where('id', 'in', slice)
      .where('kind', '=', 'guest')
      .where('status', '=', 'active')
      .execute();
    for (const { id, access_ends_at } of rows) ends.set(id, access_ends_at);
  }
  return ({ membershipId, endsAt }) => ends.get(membershipId) === endsAt;
}

/** Which of these memberships may renew guests now. */
async function managersAmong(db: ReadableDb, ids: readonly number[], now: number): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set();
  const rows = await guestManagers(db, now).where('membership.id', 'in', ids).execute();
  return new Set(rows.map((r) => r.id));
}

/** Memberships with the right to write guests, while they have access. */
export const guestManagers = (db: ReadableDb, now: number) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['membership.id', 'membership.person_id', 'membership.name', 'person.email'])
    .where('membership.kind', '<>', 'inbox-agent')
    .where((e) => hasAccess(e, now))
    .where((e) =>
      e.exists(
        e
          .selectFrom('membership_role')
          .innerJoin('role_permission', 'role_permission.role_id', 'membership_role.role_id')
          .select('membership_role.role_id')
          .whereRef('membership_role.membership_id', '=', 'membership.id')
          .where('role_permission.permission', '=', 'guests:write'),
      ),
    );
