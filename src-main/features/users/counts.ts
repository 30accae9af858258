import type { UserFilter } from '#contract/user-filter.ts';
import type { MemberKind } from '#contract/vocabulary/user-filter.ts';
import { countEnded } from '../../database/ends.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { earliest } from './earliest.ts';
import { endingGuests } from './guest-states.ts';
import { countMailGroups, type MailCounts } from './mail-groups.ts';
import { inStore, type Stored } from './statuses.ts';

/** How many members there are by stored kind and status; kept by triggers, so it costs the same at any size. */
export interface Counters {
  readonly all: number;
  readonly of: (kinds: readonly string[], statuses: readonly string[]) => number;
}

export async function loadCounters(db: ReadableDb, organizationId: number): Promise<Counters> {
  return countersOf(
    await db
      .selectFrom('user_count')
      .select(['kind', 'status', 'n'])
      .where('organization_id', '=', organizationId)
      .execute(),
  );
}

/** The same for only those whose time is over. */
const loadEnded = async (db: ReadableDb, organizationId: number, now: number) =>
  countersOf(await countEnded(db, organizationId, now));

function countersOf(rows: readonly { readonly kind: string; readonly status: string; readonly n: number }[]): Counters {
  const sum = (some: typeof rows) => some.reduce((n, row) => n + row.n, 0);
  return {
    all: sum(rows),
    of: (kinds, statuses) => sum(rows.filter((r) => kinds.includes(r.kind) && statuses.includes(r.status))),
  };
}

/** How many members of these kinds have these statuses of the list. */
export async function countStatuses(
  db: ReadableDb,
  organizationId: number,
  shown: Pick<UserFilter, 'kinds' | 'statuses' | 'invited'>,
  counters: Counters,
  now: number,
): Promise<number> {
  const { kinds } = shown;
  const { whole, timed } = inStore(shown);
  const n = counters.of(kinds, whole);
  if (timed.length === 0) return n;
  const over = await loadEnded(db, organizationId, now);
  const parts = timed.map(({ status, ended }) => {
    const gone = over.of(kinds, [status]);
    return ended ? gone : counters.of(kinds, [status]) - gone;
  });
  return parts.reduce((sum, part) => sum + part, n);
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
 * What the tabs of the users page say, and when time alone will change it; if asked, only for people who have not accepted
 * their invitation.
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
  const over = await loadEnded(db, organizationId, now);
  const links = over.of(kinds, ['pending']);
  const accesses = withEnds ? over.of(kinds, ['active']) : 0;
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
  const next = await db
    .selectFrom('invitation')
    .innerJoin('membership', 'membership.id', 'invitation.membership_id')
    .select('invitation.expires_at as at')
    .where('invitation.organization_id', '=', organizationId)
    .where('invitation.state', '=', 'pending')
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
