import type { ReadableDb, WritableDb } from '../../../database/schema.ts';
import { writeOwnAudit } from '../../../kernel/audit.ts';
import { type Anchor, anchor, anchorOf, begin, type Entry, faultOf, inChain } from '../../../kernel/audit-chain.ts';
import type { Keys } from '../../../kernel/keys.ts';
import { cutoffOf, rulesOf } from './rules.ts';

/** Entries that one transaction removes: others can write in between. */
const atOnce = 500;
/** The log's name for removing entries by rule. */
const operation = 'audit.expire';

/** Chains that begin with an entry whose time is over, and those whose log does not yet say what was removed. */
export async function chainsToTend(db: ReadableDb, trustedAt: number): Promise<readonly number[]> {
  const chains = new Set<number>();
  for (const rule of await rulesOf(db)) {
    const first = await inChain(db, rule.chain).select('at').orderBy('id').limit(1).executeTakeFirst();
    if (first && first.at < cutoffOf(rule, trustedAt)) chains.add(rule.chain);
  }
  const untold = db.selectFrom('audit_anchor').select('chain').whereRef('removed', '>', 'told');
  for (const { chain } of await untold.execute()) chains.add(chain);
  return [...chains];
}

/**
 * Removes the oldest entries of a chain whose time is over, up to the first younger one, and moves the anchor past them in
 * the same transaction; once there are none left, one entry says how many went. An entry that a wrong clock dated into the
 * future keeps all after it: better too long than too short.
 * @returns whether there may be more to do
 */
export async function removeOld(
  db: WritableDb,
  keys: Keys,
  { chain, trustedAt, now }: { readonly chain: number; readonly trustedAt: number; readonly now: number },
): Promise<boolean> {
  // read in each transaction: the rule may have been changed meanwhile
  const rule = (await rulesOf(db)).find((r) => r.chain === chain);
  const cutoff = rule ? cutoffOf(rule, trustedAt) : -Infinity;
  const page = (await inChain(db, chain).selectAll().orderBy('id').limit(atOnce).execute()) as Entry[];
  const young = page.findIndex(({ at }) => at >= cutoff);
  const old = young === -1 ? page : page.slice(0, young);
  const last = old.at(-1);
  const before = (await anchorOf(db, chain)) ?? (last ? await begin(db, keys, chain) : undefined);
  if (!before) return false;
  if (!last) {
    if (before.removed > before.told) await tell(db, keys, before, rule?.days ?? null, now);
    return false;
  }
  await anchor(db, keys, moved(keys, before, old, last));
  await db
    .deleteFrom('audit')
    .where('organization_id', chain === 0 ? 'is' : '=', chain === 0 ? null : chain)
    .where('id', '<=', last.id)
    .execute();
  return true;
}

/** The anchor after the last of some entries. Those of versions without seals are in front of it already. */
function moved(keys: Keys, before: Anchor, old: readonly Entry[], last: Entry): Omit<Anchor, 'proof'> {
  let seal = before.seal;
  let faulty = before.faulty;
  for (const entry of old) {
    if (entry.id <= before.after_id) continue;
    if (faultOf(keys, seal, entry)) faulty += 1;
    seal = entry.seal ?? seal;
  }
  return {
    chain: before.chain,
    after_id: Math.max(before.after_id, last.id),
    seal,
    removed: before.removed + old.length,
    removed_until: Math.max(before.removed_until ?? 0, ...old.map(({ at }) => at)),
    faulty,
    told: before.told,
  };
}

async function tell(db: WritableDb, keys: Keys, is: Anchor, days: number | null, now: number): Promise<void> {
  const { chain } = is;
  const until = new Date(is.removed_until ?? now).toISOString();
  await writeOwnAudit(db, keys, {
    now,
    operation,
    note: {
      ...(chain === 0 ? {} : { organizationId: chain }),
      detail: { entries: is.removed - is.told, until, days },
    },
  });
  const { proof: _, ...rest } = is;
  await anchor(db, keys, { ...rest, told: is.removed });
}
