import { GatehouseError } from '#contract/errors.ts';
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
  const ending = () =>
    db
      .selectFrom('invitation')
      .innerJoin('membership', 'membership.id', 'invitation.membership_id')
      .where('invitation.organization_id', '=', organizationId)
      .where('invitation.state', '=', 'pending')
      .where('membership.kind', '=', 'user')
      .where('membership.status', '=', 'pending');
  const { expired } = await ending()
    .select((e) => e.fn.countAll<number>().as('expired'))
    .where('invitation.expires_at', '<=', now)
    .executeTakeFirstOrThrow();
  const next = await ending()
    .select('invitation.expires_at as at')
    .where('invitation.expires_at', '>', now)
    .orderBy('invitation.expires_at')
    .limit(1)
    .executeTakeFirst();
  const pending = invited - Number(expired);
  const free = limit === null ? null : Math.max(0, limit - active - pending);
  return { limit, used: active, pending, free, nextChangeAt: next?.at ?? null };
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
async function countAtMost(db: ReadableDb, organizationId: number) {
  const organization = await db
    .selectFrom('organization')
    .select('seat_limit')
    .where('id', '=', organizationId)
    .executeTakeFirst();
  if (!organization) throw new GatehouseError('not-found', { what: 'organization' });
  const counters = await db
    .selectFrom('user_count')
    .select(['status', 'n'])
    .where('organization_id', '=', organizationId)
    .where('kind', '=', 'user')
    .execute();
  const n = (status: string) => counters.find((c) => c.status === status)?.n ?? 0;
  return { limit: organization.seat_limit, active: n('active'), invited: n('pending') };
}
