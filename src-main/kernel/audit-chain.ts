import type { Selectable } from 'kysely';
import type { ReadableDb, WritableDb } from '../database/schema.ts';
import type { AuditAnchorTable, AuditTable } from '../database/tables/work.ts';
import { isErased } from './audit-erased.ts';
import type { Keys } from './keys.ts';

/**
 * The audit of an organization is a chain: the seal of an entry is an HMAC (RFC 2104) over the entry and the seal of the
 * one before it, with a key that is not in the database. Changing, removing, adding or moving an entry without the key
 * breaks the chain there. What was done or denied outside any organization has a chain of its own.
 */
export type Entry = Omit<Selectable<AuditTable>, 'erased'> & { readonly erased?: string | null };
export type Anchor = Selectable<AuditAnchorTable>;

/** 132 bits each for seal and digest: a little more than half an HMAC-SHA-256, which RFC 2104, 5 allows. */
const letters = 22;

/** The chain that an organization's entries are in; null stands for entries of no organization. */
export const chainOf = (organizationId: number | null): number => organizationId ?? 0;

/** Covers only what an entry says about people: that part can be erased, while the digest stays. */
export function digestOf(keys: Keys, e: Pick<Entry, 'id' | 'actor' | 'os_user' | 'target' | 'detail'>): string {
  return keys.sign('audit-digest', JSON.stringify([e.id, e.actor, e.os_user, e.target, e.detail])).slice(0, letters);
}

/** @param before the seal of the entry before it, or of the chain's anchor */
export function sealOf(keys: Keys, before: string, e: Omit<Entry, 'seal'>): string {
  const { id, organization_id, at, actor_person_id, face, operation, outcome, digest } = e;
  const said = [before, id, organization_id, at, actor_person_id, face, operation, outcome, digest];
  return keys.sign('audit-seal', JSON.stringify(said)).slice(0, letters);
}

/** An anchor without its proof; the account of what was removed is left out where nothing was. */
type Anchoring = Pick<Anchor, 'chain' | 'after_id' | 'seal'> &
  Partial<Pick<Anchor, 'removed' | 'removed_until' | 'faulty' | 'told'>>;

/**
 * An anchor says what the first entry follows, and how much the retention rule removed before it; without its proof, a
 * shortened chain could be given another beginning.
 */
export function proofOf(keys: Keys, anchoring: Anchoring): string {
  const { chain, after_id, seal, removed = 0, removed_until = null, faulty = 0, told = 0 } = anchoring;
  const account = removed === 0 ? [] : [removed, removed_until, faulty, told];
  return keys.sign('audit-anchor', JSON.stringify([chain, after_id, seal, ...account]));
}

/** Why an entry is not as it was written, or does not follow the one before it; undefined when it is sound. */
export function faultOf(keys: Keys, before: string, entry: Entry): 'unsealed' | 'changed' | 'broken' | undefined {
  if (entry.seal === null) return 'unsealed';
  if (digestOf(keys, entry) !== entry.digest && !isErased(keys, entry)) return 'changed';
  return sealOf(keys, before, entry) === entry.seal ? undefined : 'broken';
}

/** The entries of a chain. */
export const inChain = (db: ReadableDb | WritableDb, chain: number) =>
  db.selectFrom('audit').where('organization_id', chain === 0 ? 'is' : '=', chain === 0 ? null : chain);

export const anchorOf = (db: ReadableDb | WritableDb, chain: number): Promise<Anchor | undefined> =>
  db.selectFrom('audit_anchor').selectAll().where('chain', '=', chain).executeTakeFirst();

/** The last entry of a chain, whose seal the next one continues. */
export const endOf = (db: ReadableDb | WritableDb, chain: number) =>
  inChain(db, chain)
    .select(['id', 'seal'])
    .where('seal', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst() as Promise<{ id: number; seal: string } | undefined>;

/** Gives entries their ids and seals, in order. They must be written in the same transaction. */
export async function seal(
  db: WritableDb,
  keys: Keys,
  entries: readonly Omit<Entry, 'id' | 'digest' | 'seal'>[],
): Promise<Entry[]> {
  const [first] = entries;
  if (!first) return [];
  const chain = chainOf(first.organization_id);
  const begun = await anchorOf(db, chain);
  const end = await endOf(db, chain);
  // entries before the beginning were sealed with a key that is lost; a beginning that was taken away is not made again
  let before = (end && end.id > (begun?.after_id ?? 0) ? end : (begun ?? (await begin(db, keys, chain)))).seal;
  let id = await lastId(db);
  return entries.map((entry) => {
    id += 1;
    const said = { ...entry, id };
    const closed = { ...said, digest: digestOf(keys, said) };
    before = sealOf(keys, before, closed);
    return { ...closed, seal: before };
  });
}

/** Entries of versions that did not seal stay in front of the chain, and count as unproven. */
export async function begin(db: WritableDb, keys: Keys, chain: number): Promise<Anchor> {
  const { id } = await inChain(db, chain)
    .select((e) => e.fn.coalesce(e.fn.max('id'), e.val(0)).as('id'))
    .executeTakeFirstOrThrow();
  return anchor(db, keys, { chain, after_id: id, seal: `begin ${chain}` });
}

/** An id is never reused, even when all entries up to it were removed: an anchor past it would make the new entry look old. */
async function lastId(db: WritableDb): Promise<number> {
  const { id } = await db
    .selectFrom('audit')
    .select((e) => e.fn.coalesce(e.fn.max('id'), e.val(0)).as('id'))
    .executeTakeFirstOrThrow();
  const { after } = await db
    .selectFrom('audit_anchor')
    .select((e) => e.fn.coalesce(e.fn.max('after_id'), e.val(0)).as('after'))
    .executeTakeFirstOrThrow();
  return Math.max(id, after);
}

/**
 * Begins every chain again because the key is lost: the entries so far can no longer be proven, and count as unproven. Must
 * happen in the transaction that writes the first entry with the new key.
 */
export async function beginAllAnew(db: WritableDb, keys: Keys, now: number): Promise<void> {
  const organizations = await db.selectFrom('organization').select('id').execute();
  const before = await lastId(db);
  for (const chain of [chainOf(null), ...organizations.map(({ id }) => id)])
    await anchor(db, keys, { chain, after_id: before, seal: `begin ${chain} anew ${now}` });
}

/** Makes a chain begin after an entry. */
export async function anchor(db: WritableDb, keys: Keys, at: Anchoring): Promise<Anchor> {
  const whole = { removed: 0, removed_until: null, faulty: 0, told: 0, ...at };
  const row = { ...whole, proof: proofOf(keys, whole) };
  const { chain, ...rest } = row;
  await db
    .insertInto('audit_anchor')
    .values(row)
    .onConflict((c) => c.column('chain').doUpdateSet(rest))
    .execute();
  return row;
}
