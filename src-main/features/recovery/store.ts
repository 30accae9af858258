import { timingSafeEqual } from 'node:crypto';
import type { ReadableDb, WritableDb } from '../../database/schema.ts';
import { ownsSome } from '../organizations/owner.ts';
import { hashCode, makeCode } from '../twofactor/random-codes.ts';

/** 120 random bits: nothing else is asked for where it is accepted. */
const groups = 6;

/** When an owner's present code was made; null without one. */
export async function madeAt(db: ReadableDb, personId: number): Promise<number | null> {
  const row = await db
    .selectFrom('owner_recovery')
    .select('created_at')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.created_at ?? null;
}

/** Makes a fresh code; the one before is void. @returns the code, which nothing keeps */
export async function renewCode(db: WritableDb, personId: number, now: number): Promise<string> {
  const code = makeCode(groups);
  const made = { code_hash: hashCode(code), created_at: now };
  await db
    .insertInto('owner_recovery')
    .values({ person_id: personId, ...made })
    .onConflict((c) => c.column('person_id').doUpdateSet(made))
    .execute();
  return code;
}

/** Whether it is this owner's code; the same work is done for people who have none, or own nothing any more. */
export async function isCodeOf(db: ReadableDb, personId: number, typed: string, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('owner_recovery')
    .select('code_hash')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const owns = await ownsSome(db, personId, now);
  const given = hashCode(typed);
  const same = timingSafeEqual(Buffer.from(row?.code_hash ?? given), Buffer.from(given));
  return same && owns && row !== undefined;
}

/** Voids the code of somebody who owns nothing any more: if they become an owner again, they make a new one. */
export async function voidUnlessOwner(db: WritableDb, membershipId: number, now: number): Promise<void> {
  const row = await db
    .selectFrom('membership')
    .innerJoin('owner_recovery', 'owner_recovery.person_id', 'membership.person_id')
    .select('owner_recovery.person_id as personId')
    .where('membership.id', '=', membershipId)
    .executeTakeFirst();
  if (row && !(await ownsSome(db, row.personId, now)))
    await db.deleteFrom('owner_recovery').where('person_id', '=', row.personId).execute();
}
