import type { OutputOf } from '#contract/index.ts';
import type { ReadableDb } from '../../../database/schema.ts';
import { inChain } from '../../../kernel/audit-chain.ts';
import { cutoffOf, type Rule } from './rules.ts';
import { observedNow } from './trusted-clock.ts';

/** What a rule would remove now, by the trusted clock. */
export async function countOld(db: ReadableDb, rule: Rule, now: number): Promise<OutputOf<'audit.expiry'>> {
  const { is } = await observedNow(db, now);
  const { n, until } = await inChain(db, rule.chain)
    .select((e) => [e.fn.countAll<number>().as('n'), e.fn.max('at').as('until')])
    .where('at', '<', cutoffOf(rule, is.trusted_at))
    .executeTakeFirstOrThrow();
  return { entries: n, until, clockDoubted: is.doubted_at !== null };
}
