import { parseAddress } from '#contract/address.ts';
import type { ReadableDb } from '../../database/schema.ts';

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
