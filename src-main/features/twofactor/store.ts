import type { ReadableDb, WritableDb } from '../../database/schema.ts';
import { hashCode, makeCode } from './random-codes.ts';

/** Ten, as people know it from elsewhere, of 80 bits each. */
const howMany = 10;
const groups = 4;

export async function findFactor(db: ReadableDb, personId: number) {
  return db
    .selectFrom('second_factor')
    .select(['secret_sealed', 'confirmed_at', 'last_step'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

/** How many recovery codes are left. */
export async function countCodes(db: ReadableDb, personId: number): Promise<number> {
  const { n } = await db
    .selectFrom('recovery_code')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Makes fresh recovery codes; earlier ones no longer work. @returns the codes, which are stored nowhere */
export async function renewCodes(db: WritableDb, personId: number): Promise<string[]> {
  const codes = Array.from({ length: howMany }, () => makeCode(groups));
  await db.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
  await db
    .insertInto('recovery_code')
    .values(codes.map((code) => ({ person_id: personId, code_hash: hashCode(code), used_at: null })))
    .execute();
  return codes;
}

/** From now on the password is enough again. */
export async function dropFactor(db: WritableDb, personId: number): Promise<void> {
  await db.deleteFrom('second_factor').where('person_id', '=', personId).execute();
  await db.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
}
