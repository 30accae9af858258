import { parseAddress } from '#contract/address.ts';
import { GatehouseError } from '#contract/errors.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { QueryContext, Somebody } from '../../kernel/context.ts';

/** A person who can sign in. */
export interface Account {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
}

/** @param email as typed */
export async function findAccount(db: ReadableDb, email: string): Promise<Account | undefined> {
  const parsed = parseAddress(email.trim());
  if (!parsed.ok) return undefined;
  return db
    .selectFrom('person')
    .innerJoin('credential', 'credential.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.email', 'credential.password_hash as passwordHash'])
    .where('person.email_key', '=', parsed.address.key)
    .executeTakeFirst();
}

/**
 * Takes the signed-in person's password as proof that it is them.
 * @returns what it was verified against
 * @throws GatehouseError `wrong-credentials`, `too-many-guesses`
 */
export async function provePassword(
  { db, caller, guesses }: Pick<QueryContext, 'db' | 'caller' | 'guesses'>,
  { personId, email }: Somebody,
  password: string,
): Promise<string> {
  const row = await db
    .selectFrom('credential')
    .select('password_hash as hash')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const right = await guesses.check({ email, face: caller.face, hash: row?.hash, password });
  if (!row || !right) throw new GatehouseError('wrong-credentials', {});
  return row.hash;
}
