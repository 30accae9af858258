import type { ReadableDb } from '../../database/schema.ts';

export interface UserCounts {
  readonly all: number;
  readonly active: number;
  readonly pending: number;
  readonly expired: number;
  readonly suspended: number;
  readonly nextChangeAt: number | null;
}

/** Counters plus one range of an index for what time alone has ended: the same cost at a hundred and at a million. */
export async function countUsers(db: ReadableDb, organizationId: number, now: number): Promise<UserCounts> {
  const rows = await db
    .selectFrom('user_count')
    .select((e) => ['status', e.fn.sum<number>('n').as('n')])
    .where('organization_id', '=', organizationId)
    .groupBy('status')
    .execute();
  const n = (status: string) => Number(rows.find((r) => r.status === status)?.n ?? 0);
  const ending = () =>
    db.selectFrom('invitation').where('organization_id', '=', organizationId).where('state', '=', 'pending');
  const { expired } = await ending()
    .select((e) => e.fn.countAll<number>().as('expired'))
    .where('expires_at', '<=', now)
    .executeTakeFirstOrThrow();
  const { next } = await ending()
    .select((e) => e.fn.min('expires_at').as('next'))
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow();
  const waiting = n('pending');
  return {
    all: n('active') + waiting + n('suspended'),
    active: n('active'),
    pending: waiting - Number(expired),
    expired: Number(expired),
    suspended: n('suspended'),
    nextChangeAt: next === null ? null : Number(next),
  };
}
