import type { MemberKind, UserFilter } from '#contract/users.ts';
import { otherThanUsers } from '../../database/members.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { earliest } from './earliest.ts';
import { endingGuests } from './guest-states.ts';
import { countMailGroups, type MailCounts } from './mail-groups.ts';
import { inStore, type Stored } from './statuses.ts';

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

/**
 * How many members of these kinds have these statuses of the list: counters, plus a range of an index for what time alone
 * has ended.
 */
export async function countStatuses(
  db: ReadableDb,
  organizationId: number,
  shown: Pick<UserFilter, 'kinds' | 'statuses' | 'invited'>,
  counters: Counters,
  now: number,
): Promise<number> {
  const { kinds } = shown;
  const { whole, timed } = inStore(shown);
  let n = counters.of(kinds, whole);
  for (const { status, ended } of timed) {
    const over = await (status === 'pending'
      ? countExpired(db, organizationId, kinds, counters, now)
      : countEnded(db, organizationId, now));
    n += ended ? over : counters.of(kinds, [status]) - over;
  }
  return n;
}

/** Active guests whose access has ended. */
async function countEnded(db: ReadableDb, organizationId: number, now: number): Promise<number> {
  const { n } = await endingGuests(db, organizationId)
    .clearSelect()
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('membership.status', '=', 'active')
    .where('membership.access_ends_at', '<=', now)
    .executeTakeFirstOrThrow();
  return n;
}

const ending = (db: ReadableDb, organizationId: number) =>
  db
    .selectFrom('invitation')
    .where('invitation.organization_id', '=', organizationId)
    .where('invitation.state', '=', 'pending');

/**
 * The pending whose link has run out. Users are many and the others few: theirs are counted one by one, and the users' are
 * what is left of all.
 */
async function countExpired(
  db: ReadableDb,
  organizationId: number,
  kinds: readonly MemberKind[],
  counters: Counters,
  now: number,
): Promise<number> {
  if (counters.of(kinds, ['pending']) === 0) return 0;
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
  readonly mail?: MailCounts['mail'];
  readonly nextChangeAt: number | null;
}

/**
 * What the tabs of the users page say, and when time alone will change it; of those alone whose invitation nobody has
 * accepted, if that is asked for.
 */
export async function countUsers(
  db: ReadableDb,
  organizationId: number,
  { kinds, invited, mail: byMail }: Pick<UserFilter, 'kinds' | 'invited'> & { readonly mail: boolean },
  now: number,
): Promise<UserCounts> {
  const counters = await loadCounters(db, organizationId);
  const n = (status: Stored) => (invited && status !== 'pending' ? 0 : counters.of(kinds, [status]));
  const withEnds = kinds.includes('guest') && !invited;
  const links = await countExpired(db, organizationId, kinds, counters, now);
  const accesses = withEnds ? await countEnded(db, organizationId, now) : 0;
  const mails = byMail ? await countMailGroups(db, organizationId, kinds, now) : undefined;
  const ends = [
    n('pending') === links ? null : await nextLinkEnd(db, organizationId, kinds, now),
    withEnds ? await nextAccessEnd(db, organizationId, now) : null,
    mails?.nextChangeAt ?? null,
  ];
  return {
    all: n('active') + n('pending') + n('suspended'),
    active: n('active') - accesses,
    pending: n('pending') - links,
    expired: links + accesses,
    suspended: n('suspended'),
    ...(mails ? { mail: mails.mail } : {}),
    nextChangeAt: earliest(ends),
  };
}

async function nextLinkEnd(
  db: ReadableDb,
  organizationId: number,
  kinds: readonly MemberKind[],
  now: number,
): Promise<number | null> {
  const next = await ending(db, organizationId)
    .innerJoin('membership', 'membership.id', 'invitation.membership_id')
    .select('invitation.expires_at as at')
    .where('invitation.expires_at', '>', now)
    .where('membership.kind', 'in', kinds)
    .orderBy('invitation.expires_at')
    .limit(1)
    .executeTakeFirst();
  return next?.at ?? null;
}

/** When the next guest loses their access. */
export async function nextAccessEnd(db: ReadableDb, organizationId: number, now: number): Promise<number | null> {
  const next = await endingGuests(db, organizationId)
    .clearSelect()
    .select('membership.access_ends_at as at')
    .where('membership.status', '=', 'active')
    .where('membership.access_ends_at', '>', now)
    .orderBy('membership.access_ends_at')
    .limit(1)
    .executeTakeFirst();
  return next?.at ?? null;
}
