import type { WritableDb } from '../../../database/schema.ts';
import type { Remembered } from '../../../kernel/erasures.ts';
import type { Keys } from '../../../kernel/keys.ts';
import { erase, tellErased, whoOf } from './erase.ts';
import { findSubject } from './subject.ts';

/**
 * Erases again those whom a restored database still knows because it is older than their erasure. A database that contains
 * the erasure is left alone: a person in it with the same address came back later.
 * @returns how many
 */
export async function eraseAgain(
  db: WritableDb,
  keys: Keys,
  erasures: readonly Remembered[],
  now: number,
): Promise<number> {
  const had = new Set((await db.selectFrom('erasure').select('id').execute()).map(({ id }) => id));
  const due = erasures.filter(({ id }) => !had.has(id));
  if (due.length === 0) return 0;
  const wanted = new Map(due.map((one) => [`${one.organization_id} ${one.who}`, one]));
  const members = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['membership.id', 'membership.organization_id', 'person.email_key'])
    .execute();
  let done = 0;
  for (const { id, organization_id, email_key } of members) {
    const one = wanted.get(`${organization_id} ${whoOf(keys, email_key)}`);
    const subject = one && (await findSubject(db, organization_id, id));
    if (!one || !subject) continue;
    const { entries } = await erase(db, keys, subject, one, now);
    await tellErased(db, keys, organization_id, { ...one, entries }, now);
    done += 1;
  }
  return done;
}
