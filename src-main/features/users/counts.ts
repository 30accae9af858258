import type { MemberKind, UserStatus } from '#contract/users.ts';
import { otherThanUsers } from '../../database/members.ts';
import type { MembershipTable, ReadableDb } from '../../database/schema.ts';

type Stored = MembershipTable['status'];

/** How many members there are by what the store knows of them; kept by triggers, so it costs the same at any size. */
export interface Counters {
  readonly all: number;
  readonly of: (kinds: readonly string[], statuses: readonly string[]) => number;
}

export async function loadCounters(db: ReadableDb, organizationId: number): Promise<Counters> {
  const rows = await db
    .selectFrom('user_count')
    .select(['kind', 'status', 'n'])
    .where('organization_id', '=', organizationId)
    .execute();
  const sum = (some: typeof rows) => some.reduce((n, row) => n + row.n, 0);
  return {
    all: sum(rows),
    of: (kinds, statuses) => sum(rows.filter((r) => kinds.includes(r.kind) && statuses.includes(r.status))),
  };
}

/** Members of these kinds per status of the list: counters, plus a range of an index for what time alone has ended. */
export async function countByStatus(
  db: ReadableDb,
  organizationId: number,
  kinds: readonly MemberKind[],
  now: number,
): Promise<Readonly<Record<UserStatus, number>>> {
  const counters = await loadCounters(db, organizationId);
  const n = (status: Stored) => counters.of(kinds, [status]);
  const expired = n('pending') === 0 ? 0 : await countExpired(db, organizationId, kinds, counters, now);
  return {
    active: n('active'),
    pending: n('pending') - expired,
    expired,
    suspended: n('suspended'),
    revoked: n('revoked'),
    removed: n('removed'),
  };
}

const ending = (db: ReadableDb, organizationId: number) =>
  db
    .selectFrom('invitation')
    .where('invitation.organization_id', '=', organizationId)
    .where('invitation.state', '=', 'pending');

/** Users are many and the others few: theirs are counted one by one, and the users' are what is left of all. */
async function countExpired(
  db: ReadableDb,
  organizationId: number,
  kinds: readonly MemberKind[],
  counters: Counters,
  now: number,
): Promise<number> {
  const others = (['guest', 'inbox-agent'] as const).filter((k) => kinds.includes(k) !== kinds.includes('user'));
  const ofOthers =
    counters.of(others, ['pending']) === 0 ? 0 : await countExpiredOthers(db, organizationId, others, now);
  if (!kinds.includes('user')) return ofOthers;
  const { n } = await ending(db, organizationId)
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('expires_at', '<=', now)
    .executeTakeFirstOrThrow();
  return n - ofOthers;
}

async function countExpiredOthers(
  db: ReadableDb,
  organizationId: number,
  kinds: readonly Exclude<MemberKind, 'user'>[],
  now: number,
): Promise<number> {
  const { n } = await db
    .selectFrom('membership')
    .crossJoin('invitation') // in this order: the few members first
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('membership.organization_id', '=', organizationId)
    .where(otherThanUsers())
    .where('membership.kind', 'in', kinds)
    .where('membership.status', '=', 'pending')
    .whereRef('invitation.membership_id', '=', 'membership.id')
    .where('invitation.state', '=', 'pending')
    .where('invitation.expires_at', '<=', now)
    .executeTakeFirstOrThrow();
  return n;
}

export interface UserCounts {
  readonly all: number;
  readonly active: number;
  readonly pending: number;
  readonly expired: number;
  readonly suspended: number;
  readonly nextChangeAt: number | null;
}

/** What the tabs of the users page say, and when time alone will change it. */
export async function countUsers(
  db: ReadableDb,
  organizationId: number,
  kinds: readonly MemberKind[],
  now: number,
): Promise<UserCounts> {
  const { active, pending, expired, suspended } = await countByStatus(db, organizationId, kinds, now);
  const next =
    pending === 0
      ? undefined
      : await ending(db, organizationId)
          .innerJoin('membership', 'membership.id', 'invitation.membership_id')
          .select('invitation.expires_at as at')
          .where('invitation.expires_at', '>', now)
          .where('membership.kind', 'in', kinds)
          .orderBy('invitation.expires_at')
          .limit(1)
          .executeTakeFirst();
  return {
    all: active + pending + expired + suspended,
    active,
    pending,
    expired,
    suspended,
    nextChangeAt: next?.at ?? null,
  };
}
