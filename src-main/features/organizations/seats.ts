import { GatehouseError } from '#contract/errors.ts';
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
 * Active and pending users hold a seat each; guests and inbox agents hold none. An invitation that has run out holds none
 * either, and a suspended user gives theirs back.
 * @throws GatehouseError `not-found`
 */
export async function countSeats(db: ReadableDb, organizationId: number, now: number): Promise<Seats> {
  const [row] = await seats(db, { organizationId, now });
  const { limit, active, invited } = counted(row);
  const pending = invited - Number(row?.expired);
  const free = limit === null ? null : Math.max(0, limit - active - pending);
  return { limit, used: active, pending, free, nextChangeAt: row?.next ?? null };
}

/**
 * Lets a deed pass that takes `needed` more seats; to be asked in its own transaction, before anything is written.
 * @throws GatehouseError `seats-exceeded`, `not-found`
 */
export async function claimSeats(db: ReadableDb, organizationId: number, needed: number, now: number): Promise<void> {
  if (needed === 0) return;
  const { limit, active, invited } = await countAtMost(db, organizationId);
  // who was invited may have let their time run out; that takes long to count and matters only near the limit
  if (limit === null || needed <= limit - active - invited) return;
  const { free } = await countSeats(db, organizationId, now);
  if (free !== null && needed > free) throw new GatehouseError('seats-exceeded', { free, needed });
}

/** The counters alone, so expired invitations are among the invited: at the same cost whatever the size. */
const countAtMost = async (db: ReadableDb, organizationId: number) =>
  counted((await atMost(db, { organizationId }))[0]);

interface Counters {
  readonly seat_limit: number | null;
  readonly active: number | null;
  readonly invited: number | null;
}

function counted(row: Counters | undefined) {
  if (!row) throw new GatehouseError('not-found', { what: 'organization' });
  return { limit: row.seat_limit, active: row.active ?? 0, invited: row.invited ?? 0 };
}

const atMost = prepared((db, { organizationId }: { organizationId: number }) => counters(db, organizationId));

const seats = prepared((db, { organizationId, now }: { organizationId: number; now: number }) =>
  counters(db, organizationId).select([
    ending(db, organizationId)
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('invitation.expires_at', '<=', now)
      .as('expired'),
    ending(db, organizationId)
      .select('invitation.expires_at as at')
      .where('invitation.expires_at', '>', now)
      .orderBy('invitation.expires_at')
      .limit(1)
      .as('next'),
  ]),
);

function counters(db: ReadableDb, organizationId: number) {
  const users = (status: 'active' | 'pending') =>
    db
      .selectFrom('user_count')
      .select('n')
      .where('organization_id', '=', organizationId)
      .where('kind', '=', 'user')
      .where('status', '=', status);
  return db
    .selectFrom('organization')
    .select(['seat_limit', users('active').as('active'), users('pending').as('invited')])
    .where('id', '=', organizationId);
}

/** Invitations that hold a seat until they end. */
const ending = (db: ReadableDb, organizationId: number) =>
  db
    .selectFrom('invitation')
    .innerJoin('membership', 'membership.id', 'invitation.membership_id')
    .where('invitation.organization_id', '=', organizationId)
    .where('invitation.state', '=', 'pending')
    .where('membership.kind', '=', 'user')
    .where('membership.status', '=', 'pending');
