import { GatehouseError } from '#contract/errors.ts';
import { endedParts, type Moment, momentOf } from '../../database/ends.ts';
import { prepared } from '../../database/prepared.ts';
import type { ReadableDb } from '../../database/schema.ts';

export interface Seats {
  readonly limit: number | null;
  readonly used: number;
  readonly pending: number;
  readonly free: number | null;
  readonly nextChangeAt: number | null;
}

/**
 * Active and pending users hold a seat each; guests and inbox agents hold none. An expired invitation holds none either,
 * and a suspended user gives theirs back.
 * @throws GatehouseError `not-found`
 */
export async function countSeats(db: ReadableDb, organizationId: number, now: number): Promise<Seats> {
  const [row] = await seats(db, { organizationId, ...momentOf(now) });
  if (!row) throw new GatehouseError('not-found', { what: 'organization' });
  const { seat_limit: limit, next } = row;
  const used = row.active ?? 0;
  const pending = (row.invited ?? 0) - (row.expired ?? 0);
  return {
    limit,
    used,
    pending,
    free: limit === null ? null : Math.max(0, limit - used - pending),
    nextChangeAt: next,
  };
}

/**
 * Refuses to go on where `needed` more seats are not free; to be called in the same transaction, before anything is written.
 * @throws GatehouseError `seats-exceeded`, `not-found`
 */
export async function claimSeats(db: ReadableDb, organizationId: number, needed: number, now: number): Promise<void> {
  if (needed === 0) return;
  const { free } = await countSeats(db, organizationId, now);
  if (free !== null && needed > free) throw new GatehouseError('seats-exceeded', { free, needed });
}

const seats = prepared((db, given: Readonly<Record<keyof Moment | 'organizationId', number>>) => {
  const users = (status: 'active' | 'pending') =>
    db
      .selectFrom('user_count')
      .select('n')
      .where('organization_id', '=', given.organizationId)
      .where('kind', '=', 'user')
      .where('status', '=', status);
  // invitations hold a seat until they end
  const expired = db
    .selectFrom(endedParts(db, given))
    .select((e) => e.fn.sum<number | null>('n').as('n'))
    .where('kind', '=', 'user')
    .where('status', '=', 'pending');
  const next = db
    .selectFrom('invitation')
    .innerJoin('membership', 'membership.id', 'invitation.membership_id')
    .select('invitation.expires_at as at')
    .where('invitation.organization_id', '=', given.organizationId)
    .where('invitation.state', '=', 'pending')
    .where('membership.kind', '=', 'user')
    .where('membership.status', '=', 'pending')
    .where('invitation.expires_at', '>', given.now)
    .orderBy('invitation.expires_at')
    .limit(1);
  return db
    .selectFrom('organization')
    .select(['seat_limit', users('active').as('active'), users('pending').as('invited')])
    .select([expired.as('expired'), next.as('next')])
    .where('id', '=', given.organizationId);
});
