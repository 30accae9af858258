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
  const { limit, active, invited } = await countAtMost(db, organizationId);
  const [ending] = await endings(db, { organizationId, now });
  const pending = invited - Number(ending?.expired);
  const free = limit === null ? null : Math.max(0, limit - active - pending);
  return { limit, used: active, pending, free, nextChangeAt: ending?.next ?? null };
}

const endings = prepared((db, { organizationId, now }: { organizationId: number; now: number }) => {
  const ending = () =>
    db
      .selectFrom('invitation')
      .innerJoin('membership', 'membership.id', 'invitation.membership_id')
      .where('invitation.organization_id', '=', organizationId)
      .where('invitation.state', '=', 'pending')
      .where('membership.kind', '=', 'user')
      .where('membership.status', '=', 'pending');
  return db.selectNoFrom([
    ending()
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('invitation.expires_at', '<=', now)
      .as('expired'),
    ending()
      .select('invitation.expires_at as at')
      .where('invitation.expires_at', '>', now)
      .orderBy('invitation.expires_at')
      .limit(1)
      .as('next'),
  ]);
});

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
async function countAtMost(db: ReadableDb, organizationId: number) {
  const [counted] = await counters(db, { organizationId });
  if (!counted) throw new GatehouseError('not-found', { what: 'organization' });
  return { limit: counted.seat_limit, active: counted.active ?? 0, invited: counted.invited ?? 0 };
}

const counters = prepared((db, { organizationId }: { organizationId: number }) => {
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
});
