import { auditNames } from '../../../database/naming.ts';
import type { WritableDb } from '../../../database/schema.ts';
import { searchTextOf } from '../../../kernel/audit.ts';
import { type Entry, inChain } from '../../../kernel/audit-chain.ts';
import { markOf } from '../../../kernel/audit-erased.ts';
import type { Keys } from '../../../kernel/keys.ts';
import type { Subject } from './subject.ts';
import type { Wiper } from './wipe.ts';

const atOnce = 500;

export interface AuditWipe {
  readonly chain: number;
  readonly subject: Subject;
  readonly pseudonym: string;
  readonly erasureId: string;
  readonly wiper: Wiper;
  /** Only what they did themselves: what another organization says about them is its own. */
  readonly ownOnly?: boolean;
}

/**
 * Replaces a person with a pseudonym in the entries of a chain. Seal and digest stay as they are, so that the chain is still
 * proven; a mark says which erasure took each entry's personal part.
 * @returns how many entries changed
 */
export async function wipeAudit(db: WritableDb, keys: Keys, wipe: AuditWipe): Promise<number> {
  let changed = 0;
  for (let after = 0; ; ) {
    const page = (await candidates(db, wipe).where('id', '>', after).orderBy('id').limit(atOnce).execute()) as Entry[];
    for (const entry of page) if (await wipeOne(db, keys, wipe, entry)) changed += 1;
    const last = page.at(-1);
    if (!last || page.length < atOnce) return changed;
    after = last.id;
  }
}

function candidates(db: WritableDb, { chain, subject, wiper, ownOnly }: AuditWipe) {
  return inChain(db, chain)
    .selectAll()
    .where((e) => {
      const own = e('actor_person_id', '=', subject.personId);
      if (ownOnly) return own;
      return e.or([own, auditNames(wiper.needles)]);
    });
}

async function wipeOne(db: WritableDb, keys: Keys, wipe: AuditWipe, entry: Entry): Promise<boolean> {
  const { subject, wiper, pseudonym, erasureId } = wipe;
  const own = entry.actor_person_id === subject.personId || wiper.names(entry.actor);
  const about = own || (entry.target !== null && wiper.names(entry.target));
  const is = {
    actor: own ? pseudonym : wiper.wipe(entry.actor, about),
    os_user: own ? null : entry.os_user,
    target: entry.target === null ? null : wiper.wipe(entry.target, about),
    detail: wiper.wipe(entry.detail, about),
  };
  const same =
    is.actor === entry.actor &&
    is.os_user === entry.os_user &&
    is.target === entry.target &&
    is.detail === entry.detail;
  if (same) return false;
  const text = searchTextOf({ operation: entry.operation, ...is });
  // nothing proves an entry of a version without seals, before or after
  const erased = entry.seal === null ? null : markOf(keys, erasureId, { ...entry, ...is });
  await db
    .updateTable('audit')
    .set({ ...is, search_text: text, erased })
    .where('id', '=', entry.id)
    .execute();
  return true;
}
