import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { UserFilter } from '#contract/user-filter.ts';
import type { Schema } from '../../database/schema.ts';
import type { MembershipTable } from '../../database/tables/people.ts';

type Members = ExpressionBuilder<Schema, 'membership'>;
type Condition = ExpressionWrapper<Schema, 'membership', SqlBool>;
export type Stored = MembershipTable['status'];

export const stored: readonly Stored[] = ['active', 'pending', 'suspended', 'revoked', 'removed'];

/** Members of one stored status of whom a list shows only some: those whose time is over, or the others. */
export interface Timed {
  readonly status: 'pending' | 'active';
  readonly ended: boolean;
}

export interface InStore {
  /** Stored statuses whose members are shown whatever the time. */
  readonly whole: readonly Stored[];
  readonly timed: readonly Timed[];
  /** All stored statuses in which there may be somebody to show. */
  readonly all: readonly Stored[];
}

/**
 * The stored statuses for those of a filter. *Expired* is not stored: the clock divides the pending by the end of their
 * link, and the active by the end of their access, which only guests have.
 */
export function inStore({ kinds, statuses, invited }: Pick<UserFilter, 'kinds' | 'statuses' | 'invited'>): InStore {
  const ended = statuses.includes('expired');
  const known: readonly Stored[] = invited ? ['pending'] : stored;
  const byTime: readonly Timed['status'][] = kinds.includes('guest') && !invited ? ['pending', 'active'] : ['pending'];
  const timed = byTime.filter((s) => statuses.includes(s) !== ended).map((status) => ({ status, ended }));
  const whole = known.filter((s) => statuses.includes(s) && !timed.some(({ status }) => status === s));
  return { whole, timed, all: [...whole, ...timed.map(({ status }) => status)] };
}

export function statusHolds(e: Members, filter: UserFilter, now: number): Condition {
  const { whole, timed } = inStore(filter);
  const hasEnded = { pending: linkHasEnded, active: accessHasEnded };
  const parts = timed.map(({ status, ended }) => {
    const over = hasEnded[status](e, now);
    return e.and([e('membership.status', '=', status), ended ? over : e.not(over)]);
  });
  return e.or([...(whole.length > 0 ? [e('membership.status', 'in', whole)] : []), ...parts]);
}

/** Whether the member's open invitation has run out of time. */
const linkHasEnded = (e: Members, now: number) =>
  e.exists(
    e
      .selectFrom('invitation')
      .select('invitation.id')
      .whereRef('invitation.membership_id', '=', 'membership.id')
      .where('invitation.state', '=', 'pending')
      .where('invitation.expires_at', '<=', now),
  );

/** Never NULL, so that its negation is true for those whose access has no end. */
const accessHasEnded = (e: Members, now: number) =>
  e.and([
    e('membership.kind', '=', 'guest'),
    e('membership.access_ends_at', 'is not', null),
    e('membership.access_ends_at', '<=', now),
  ]);
