import { foldName } from '#contract/fold.ts';
import { type DeliveryState, deliveryStates } from '#contract/vocabulary/delivery.ts';
import type { MemberKind, UserStatus } from '#contract/vocabulary/user-filter.ts';
import type { WritableDb } from '../../src-main/database/schema.ts';
import { accessEnd } from '../../src-main/features/guests/access-end.ts';
import { hour, owner, type Workspace } from './workspace.ts';

/** A person as a test expects the list to show them. */
export interface Inhabitant {
  readonly membershipId: number;
  readonly email: string;
  readonly name: string;
  readonly kind: MemberKind;
  readonly status: UserStatus;
  /** They have not accepted their invitation, whether or not its link has expired. */
  readonly invited: boolean;
  readonly changedAt: number;
  /** What happened to the latest mail about their invitation. */
  readonly mail: DeliveryState | null;
  /** When the link of an open invitation ends; null while its life has not begun. */
  readonly linkEndsAt: number | null;
  /** When that link went out. */
  readonly linkStartedAt: number | null;
  /** When a guest's access ends. */
  readonly accessEndsAt: number | null;
  /** The guest's own period, if it is not the organization's. */
  readonly guestDays: number | null;
  /** The membership of a guest's sponsor. */
  readonly sponsor: number | null;
  /** Ids of what they belong to. */
  readonly roles: readonly number[];
  readonly teams: readonly number[];
  readonly groups: readonly number[];
  readonly products: readonly number[];
  readonly lines: readonly number[];
}

export interface Population {
  readonly everybody: readonly Inhabitant[];
  /** Ids of a common, a less common and a rare one of each kind. */
  readonly roles: readonly number[];
  readonly teams: readonly number[];
  readonly groups: readonly number[];
  readonly products: readonly number[];
  readonly lines: readonly number[];
}

const names = [
  'Ädel Silva',
  'adel silva',
  'Béla Nagy',
  '',
  'Chloé 100% Martin_X',
  'Duc Pham',
  'Zoe "Z" Li',
  'Duc Pham',
];
/** People some of whom are guests. */
export const mixed: readonly MemberKind[] = [
  ...['user', 'guest', 'user', 'user', 'guest', 'user', 'user', 'inbox-agent', 'guest'],
] as MemberKind[];
/** People nearly all of whom are guests. */
export const mostlyGuests: readonly MemberKind[] = [
  ...['guest', 'guest', 'guest', 'guest', 'user', 'guest', 'guest', 'guest', 'inbox-agent', 'guest'],
] as MemberKind[];

const statuses: readonly UserStatus[] = [
  ...['active', 'pending', 'active', 'expired', 'active', 'suspended', 'pending'],
  ...['active', 'expired', 'active', 'revoked', 'pending', 'removed'],
] as UserStatus[];
/** Ends of a pending invitation, relative to now; null: the link's life has not begun. */
const stillToCome = [1, 5 * hour, null, 24 * hour, 24 * hour + 1];
/** Ends of an expired invitation; the first is this very moment. */
const over = [0, -hour];
const every = [1, 3, 40];
/** Periods of guests: the organization's own (null), and ones shorter and longer than its notice window. */
const periods = [null, 10, 7, 200];
/** The notice window and time zone of a new organization. */
const notice = { days: 14, timeZone: 'Europe/Amsterdam' };
/** The latest end of access that counts as soon now, for a guest with this period. */
export const noticeUntil = (now: number, period: number | null): number =>
  accessEnd(now, period === null ? notice.days : Math.min(notice.days, Math.floor(period / 2)), notice.timeZone);
const relations = ['role', 'team', 'group', 'product', 'line'] as const;

interface Populated {
  readonly organizationId?: number;
  /** How many. */
  readonly n?: number;
  /** In turn. */
  readonly kinds?: readonly MemberKind[];
}

/**
 * Fills a workspace's organization with people of every kind and status, with names and instants that several share, and
 * with common and rare roles, teams, groups, products and lines. There are enough of them that what is common is read along
 * an index, and what is rare is looked up and sorted. Guests have ends and sponsors of every kind.
 */
export async function populate(
  w: Workspace,
  { organizationId = w.organizationId, n = 90, kinds = mixed }: Populated = {},
): Promise<Population> {
  const emails = Array.from({ length: n }, (_, i) => `p${(i * 37) % n}@${i % 2 ? 'example.org' : 'Example.com'}`);
  const { invited } = await w.callAs({ face: 'core', credentials: { kind: 'core' } }, 'invitations.send', {
    organizationId,
    entries: emails.map((email, i) => ({ email, name: names[i % names.length] ?? '', roles: ['Member'] })),
  });
  return w.core.changes.write([], w.core.clock.now(), async (db) => {
    const ids = await addRelations(db, organizationId, w.clock.time);
    const everybody: Inhabitant[] = [];
    for (const [i, { membershipId, invitationId, email }] of invited.entries()) {
      const kind = kinds[i % kinds.length] ?? 'user';
      const status = statuses[i % statuses.length] ?? 'active';
      const changedAt = w.clock.time - (i % 5) * hour;
      const link = { end: w.clock.time + endOf(status, i), life: lifeOf(i) };
      await settle(db, { membershipId, invitationId }, status, link);
      const mail = await settleMail(db, invitationId, i);
      const guestDays = kind === 'guest' ? (periods[i % periods.length] ?? null) : null;
      await db
        .updateTable('membership')
        .set({ kind, changed_at: changedAt, guest_days: guestDays })
        .where('id', '=', membershipId)
        .execute();
      const belongs = (some: readonly number[], shift: number) =>
        some.filter((_, nth) => (i + shift) % (every[nth] ?? 1) === 0);
      const at = {
        roles: belongs(ids.role, 0),
        teams: belongs(ids.team, 1),
        groups: belongs(ids.group, 2),
        products: belongs(ids.product, 3),
        lines: belongs(ids.line, 4),
      };
      await db.deleteFrom('membership_role').where('membership_id', '=', membershipId).execute();
      for (const relation of relations)
        for (const id of at[`${relation}s`])
          await db
            .insertInto(`membership_${relation}` as 'membership_team')
            .values({ membership_id: membershipId, [`${relation}_id` as 'team_id']: id })
            .execute();
      const accessEndsAt =
        kind === 'guest' ? await endAccess(db, membershipId, { status, i, now: w.clock.time, guestDays }) : null;
      const ended = status === 'active' && accessEndsAt !== null && accessEndsAt <= w.clock.time;
      everybody.push({
        membershipId,
        email,
        name: names[i % names.length] ?? '',
        kind,
        status: ended ? 'expired' : status,
        invited: status === 'pending' || status === 'expired',
        changedAt,
        mail,
        ...linkOf(status, link),
        accessEndsAt,
        guestDays,
        sponsor: null,
        ...at,
      });
    }
    const { role: roles, team: teams, group: groups, product: products, line: lines } = ids;
    return { everybody: await addSponsors(db, everybody), roles, teams, groups, products, lines };
  });
}

async function addRelations(db: WritableDb, organizationId: number, now: number) {
  const ids = { role: [], team: [], group: [], product: [], line: [] } as Record<(typeof relations)[number], number[]>;
  for (const relation of relations)
    for (const name of ['Common', 'Middling', 'Rare']) {
      const row = { organization_id: organizationId, name, name_key: foldName(name), created_at: now };
      const { id } =
        relation === 'role'
          ? await db
              .insertInto('role')
              .values({ ...row, key: null })
              .returning('id')
              .executeTakeFirstOrThrow()
          : await db
              .insertInto(relation as 'team')
              .values(row)
              .returning('id')
              .executeTakeFirstOrThrow();
      ids[relation].push(id);
    }
  return ids;
}

function endOf(status: UserStatus, i: number): number {
  const ends = status === 'expired' ? over : stillToCome;
  return ends[i % ends.length] ?? Number.NaN;
}

/** Gives a fresh invitation the state it would have after everything that led to a status. */
async function settle(
  db: WritableDb,
  { membershipId, invitationId }: { membershipId: number; invitationId: number },
  status: UserStatus,
  { end, life }: Link,
): Promise<void> {
  const open = status === 'pending' || status === 'expired';
  await db
    .updateTable('membership')
    .set({ status: status === 'expired' ? 'pending' : status })
    .where('id', '=', membershipId)
    .execute();
  await db
    .updateTable('invitation')
    .set({
      state: open ? 'pending' : status === 'revoked' ? 'revoked' : 'accepted',
      ...(Number.isNaN(end) ? {} : { starts_at: end - life, expires_at: end }),
    })
    .where('id', '=', invitationId)
    .execute();
}

interface Link {
  readonly end: number;
  readonly life: number;
}

/** Together with the ends above: some links have been out for exactly a week, some for a millisecond less. */
const lifeOf = (i: number) => (i % 2 ? 8 * 24 : 24) * hour;

function linkOf(status: UserStatus, { end, life }: Link): Pick<Inhabitant, 'linkEndsAt' | 'linkStartedAt'> {
  const open = (status === 'pending' || status === 'expired') && Number.isFinite(end);
  return { linkEndsAt: open ? end : null, linkStartedAt: open ? end - life : null };
}

/** Gives the mail of an invitation each state in turn; for some invitations it is the second mail. */
async function settleMail(db: WritableDb, invitationId: number, i: number): Promise<DeliveryState> {
  const mails = db.updateTable('outbox').where('invitation_id', '=', invitationId);
  const stateOf = (place: number) => deliveryStates[place % deliveryStates.length] ?? 'sent';
  if (i % 3 > 0) {
    await mails.set({ state: stateOf(i), next_at: null }).execute();
    return stateOf(i);
  }
  const { id, ...first } = await db
    .selectFrom('outbox')
    .selectAll()
    .where('invitation_id', '=', invitationId)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('outbox')
    .values({ ...first, kind: 'reminder', state: stateOf(i), next_at: null })
    .execute();
  // the state of the earlier mail no longer matters
  await mails
    .where('id', '=', id)
    .set({ state: stateOf(i + 3), next_at: null })
    .execute();
  return stateOf(i);
}

/** Gives a guest an end of access that is possible in this status. */
async function endAccess(
  db: WritableDb,
  membershipId: number,
  { status, i, now, guestDays }: { status: UserStatus; i: number; now: number; guestDays: number | null },
): Promise<number | null> {
  const joined = status === 'active' || status === 'suspended' || status === 'removed';
  const until = noticeUntil(now, guestDays);
  // at the boundaries of ended, ending soon, and neither
  const ends = [now, now + 1, until, until + 1, now - hour, null, now + 5 * hour];
  const end = joined ? (ends[i % ends.length] ?? null) : null;
  await db.updateTable('membership').set({ access_ends_at: end }).where('id', '=', membershipId).execute();
  return end;
}

/** Gives guests sponsors of every kind and status in turn, and some none. */
async function addSponsors(db: WritableDb, everybody: readonly Inhabitant[]): Promise<Inhabitant[]> {
  const sorts = new Map(everybody.map((p) => [`${p.kind} ${p.status}`, p.membershipId]));
  const sponsors = [null, ...sorts.values()];
  const sponsored: Inhabitant[] = [];
  for (const [i, one] of everybody.entries()) {
    const sponsor = one.kind === 'guest' ? (sponsors[i % sponsors.length] ?? null) : null;
    if (sponsor !== null)
      await db
        .updateTable('membership')
        .set((e) => ({
          sponsor_id: e.selectFrom('membership as m').select('m.person_id').where('m.id', '=', sponsor),
        }))
        .where('id', '=', one.membershipId)
        .execute();
    sponsored.push({ ...one, sponsor });
  }
  return sponsored;
}

/** The workspace's owner as one of the people. */
export async function ownerOf(w: Workspace): Promise<Inhabitant> {
  const row = await w.core.store.read
    .selectFrom('membership')
    .innerJoin('membership_role', 'membership_role.membership_id', 'membership.id')
    .select(['membership.id', 'membership_role.role_id as role'])
    .where('membership.organization_id', '=', w.organizationId)
    .where('membership.email_key', '=', owner.email)
    .executeTakeFirstOrThrow();
  const nothing = { teams: [], groups: [], products: [], lines: [] };
  const { name, email } = owner;
  const changedAt = w.clock.time;
  return {
    membershipId: row.id,
    email,
    name,
    kind: 'user',
    status: 'active',
    invited: false,
    changedAt,
    mail: null,
    linkEndsAt: null,
    linkStartedAt: null,
    accessEndsAt: null,
    guestDays: null,
    sponsor: null,
    roles: [row.role],
    ...nothing,
  };
}
