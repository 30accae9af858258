import type { WritableDb } from '../../database/schema.ts';

interface NewPerson {
  readonly email: string;
  /** Decides equality; from `parseAddress`. */
  readonly key: string;
  readonly name: string;
}

/** One person per address in a workspace; an existing person keeps name and account. */
export async function findOrAddPerson(
  db: WritableDb,
  person: NewPerson,
  now: number,
): Promise<{ id: number; email: string }> {
  const found = await db
    .selectFrom('person')
    .select(['id', 'email'])
    .where('email_key', '=', person.key)
    .executeTakeFirst();
  if (found) return found;
  return db
    .insertInto('person')
    .values({
      email: person.email,
      email_key: person.key,
      name: person.name,
      created_at: now,
      first_name: null,
      last_name: null,
      phone: null,
    })
    .returning(['id', 'email'])
    .executeTakeFirstOrThrow();
}
