import type { WritableDb } from '../../../database/schema.ts';
import { writeOwnAudit } from '../../../kernel/audit.ts';
import { chainOf } from '../../../kernel/audit-chain.ts';
import type { Keys } from '../../../kernel/keys.ts';
import { blankAccount, isKnown } from './account.ts';
import { removeRows, untie } from './rows.ts';
import type { Subject } from './subject.ts';
import { sweep } from './sweep.ts';
import { createWiper } from './wipe.ts';
import { wipeAudit } from './wipe-audit.ts';

/** The name under which a person remains in the log. */
export interface Erasure {
  /** Random. */
  readonly id: string;
  readonly pseudonym: string;
}

export interface Erased {
  /** Entries of the organization's log that named them. */
  readonly entries: number;
  readonly mails: number;
}

/** What erasures are compared by: always the same for one address in one workspace, and readable by nobody. */
export const whoOf = (keys: Keys, emailKey: string): string => keys.sign('erased-person', emailKey);

/**
 * Erases what an organization keeps about somebody, in the caller's transaction. Once no organization of the workspace knows
 * them, the account goes too, with what the log says about signing in and about what they tried elsewhere. It writes no
 * entry for the organization itself: the caller does, with `erasure` in its detail.
 */
export async function erase(
  db: WritableDb,
  keys: Keys,
  subject: Subject,
  erasure: Erasure,
  now: number,
): Promise<Erased> {
  const { organizationId, personId, emailKey } = subject;
  const { id: erasureId, pseudonym } = erasure;
  const wiper = createWiper(subject, pseudonym);
  const { mails } = await removeRows(db, subject, wiper, now);
  await sweep(db, organizationId, wiper);
  const entries = await wipeAudit(db, keys, { chain: organizationId, subject, pseudonym, erasureId, wiper });
  const who = whoOf(keys, emailKey);
  await db
    .insertInto('erasure')
    .values({ id: erasureId, organization_id: organizationId, who, pseudonym, at: now, scrubbed_at: null })
    .execute();
  if (await isKnown(db, personId)) {
    await untie(db, subject, now);
    return { entries, mails };
  }
  await blankAccount(db, keys, subject, { erasureId, pseudonym });
  const organizations = await db.selectFrom('organization').select('id').where('id', '<>', organizationId).execute();
  for (const chain of [chainOf(null), ...organizations.map(({ id }) => id)]) {
    const ownOnly = chain !== chainOf(null);
    const there = await wipeAudit(db, keys, { chain, subject, pseudonym, erasureId, wiper, ownOnly });
    if (there > 0) await tellErased(db, keys, chain, { ...erasure, entries: there }, now);
  }
  return { entries, mails };
}

/** Records in a chain that entries of it were blanked, without naming where or by whom. */
export const tellErased = (
  db: WritableDb,
  keys: Keys,
  chain: number,
  { id, pseudonym, entries }: Erasure & { readonly entries: number },
  now: number,
): Promise<void> =>
  writeOwnAudit(db, keys, {
    now,
    operation: 'users.erase',
    note: {
      ...(chain === chainOf(null) ? {} : { organizationId: chain }),
      target: pseudonym,
      detail: { erasure: id, entries },
    },
  });
