import type { OutputOf } from '#contract/index.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { type Anchor, anchorOf, chainOf, type Entry, faultOf, inChain, proofOf } from '../../kernel/audit-chain.ts';
import { type AuditEnd, type AuditEnds, type AuditEndsKeeper, hasEnd } from '../../kernel/audit-ends.ts';
import { erasingOf } from '../../kernel/audit-erased.ts';
import type { Keys } from '../../kernel/keys.ts';

type Verdict = OutputOf<'audit.verify'>;
type Found = Verdict['faults'][number];
export interface Verifying {
  readonly db: ReadableDb;
  readonly keys: Keys;
  readonly auditEnds: AuditEndsKeeper;
}

/** Entries read at a time; other work gets its turn in between. */
const pageSize = 1000;
const shownFaults = 20;

/**
 * Walks the whole chain of an organization and the one of no organization (sign-ins), checks each seal, and compares the
 * ends with what was noted about them.
 */
export async function verifyAudit(house: Verifying, organizationId: number): Promise<Verdict> {
  const noted = await house.auditEnds.read();
  const faults = new Faults();
  const walked = { proven: 0, unproven: 0, erased: 0 };
  const removed: Verdict['removed'] = [];
  let provenSince: number | null = null;
  for (const chain of [organizationId, chainOf(null)]) {
    const { proven, unproven, erased, since, found, anchor } = await walkAll(house, chain);
    if (chain === organizationId) provenSince = since;
    removed.push(...removedByRule(chain, anchor));
    walked.proven += proven;
    walked.unproven += unproven;
    walked.erased += erased;
    faults.addAll(found);
    if (noted.kind === 'noted')
      for (const { id } of await lostEnds(house, chain, noted.ends)) faults.add({ fault: 'cut', id, at: null });
  }
  if (noted.kind !== 'noted') faults.add({ fault: `ends-${noted.kind}`, id: null, at: null });
  const { shown, more } = faults;
  const endsNotedSince = noted.kind === 'noted' ? noted.since : null;
  return { ...walked, provenSince, removed, endsNotedSince, faults: shown, more };
}

function removedByRule(chain: number, anchor: Anchor | undefined): Verdict['removed'] {
  if (!anchor?.removed) return [];
  const { removed: entries, removed_until: until, faulty } = anchor;
  return [{ of: chain === chainOf(null) ? 'signing-in' : 'organization', entries, until, faulty }];
}

/** Entries whose time is over may be removed during the walk; then it begins again. */
async function walkAll(house: Verifying, chain: number) {
  for (;;) {
    const anchor = await anchorOf(house.db, chain);
    const walked = await walk(house, chain, anchor);
    if ((await anchorOf(house.db, chain))?.proof === anchor?.proof) return { ...walked, anchor };
  }
}

/** The first faults, and how many follow: a rewritten chain has one at each entry. */
class Faults {
  readonly shown: Found[] = [];
  more = 0;
  add(fault: Found) {
    if (this.shown.length < shownFaults) this.shown.push(fault);
    else this.more += 1;
  }
  addAll({ shown, more }: Faults) {
    for (const fault of shown) this.add(fault);
    this.more += more;
  }
}

/** Blanked entries, and those that record an erasure: each of the first needs one of the second. */
class Erasings {
  readonly #told = new Set<string>();
  readonly #blanked = new Map<string, Entry[]>();
  /** @returns whether the entry was blanked */
  see(entry: Entry): boolean {
    if (entry.operation === 'users.erase' && entry.outcome === 'done') {
      const { erasure } = JSON.parse(entry.detail) as { readonly erasure?: string };
      if (erasure) this.#told.add(erasure);
    }
    const by = erasingOf(entry);
    if (by !== undefined) this.#blanked.set(by, [...(this.#blanked.get(by) ?? []), entry]);
    return by !== undefined;
  }
  untold(): readonly Entry[] {
    return [...this.#blanked].flatMap(([by, entries]) => (this.#told.has(by) ? [] : entries));
  }
}

async function lostEnds({ db, keys }: Verifying, chain: number, ends: AuditEnds): Promise<readonly AuditEnd[]> {
  const mine = ends[chain];
  if (!mine) return [];
  return (await hasEnd(db, keys, chain, mine.last)) ? mine.lost : [...mine.lost, mine.last];
}

async function walk({ db, keys }: Verifying, chain: number, anchor: Anchor | undefined) {
  const found = new Faults();
  const erasings = new Erasings();
  const counts = { proven: 0, unproven: 0, erased: 0, since: null as number | null };
  if (!anchor || anchor.proof !== proofOf(keys, anchor)) {
    const first = await inChain(db, chain).select(['id', 'at', 'seal']).orderBy('id').limit(1).executeTakeFirst();
    // a chain whose entries are all of an earlier version has not begun
    if (anchor || first?.seal) found.add({ fault: 'beginning-forged', id: first?.id ?? null, at: first?.at ?? null });
  }
  let before = anchor?.seal ?? '';
  for (let after = 0; ; ) {
    const page = (await inChain(db, chain)
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(pageSize)
      .execute()) as Entry[];
    for (const entry of page) {
      if (anchor ? entry.id <= anchor.after_id : entry.seal === null) {
        counts.unproven += 1;
        continue;
      }
      const fault = faultOf(keys, before, entry);
      if (fault) found.add({ fault, id: entry.id, at: entry.at });
      else {
        counts.proven += 1;
        counts.since ??= entry.at;
        if (erasings.see(entry)) counts.erased += 1;
      }
      before = entry.seal ?? before;
    }
    const last = page.at(-1);
    if (!last || page.length < pageSize) {
      for (const { id, at } of erasings.untold()) found.add({ fault: 'erasing-untold', id, at });
      return { ...counts, found };
    }
    after = last.id;
    await new Promise((next) => setImmediate(next));
  }
}
