import type { ReadableDb } from '../../../database/schema.ts';
import { chainOf } from '../../../kernel/audit-chain.ts';

const day = 86_400_000;

/** How long the entries of a chain are kept. */
export interface Rule {
  readonly chain: number;
  readonly days: number;
}

/**
 * The rules that remove something. Sign-ins belong to no organization: they are kept as long as the longest rule of any,
 * for ever where one keeps its own for ever.
 */
export async function rulesOf(db: ReadableDb): Promise<Rule[]> {
  const rows = await db.selectFrom('organization').select(['id', 'audit_days as days']).orderBy('id').execute();
  const rules = rows.flatMap(({ id, days }) => (days === null ? [] : [{ chain: id, days }]));
  if (rules.length === 0 || rules.length < rows.length) return rules;
  return [...rules, { chain: chainOf(null), days: Math.max(...rules.map((r) => r.days)) }];
}

/** Entries that were written before this are old. */
export const cutoffOf = ({ days }: Pick<Rule, 'days'>, trustedAt: number): number => trustedAt - days * day;
