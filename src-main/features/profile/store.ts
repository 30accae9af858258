import type { OutputOf } from '#contract/index.ts';
import { languageOf } from '#contract/messages/languages.ts';
import type { ReadableDb, WritableDb } from '../../database/schema.ts';
import { nameKeys } from '../users/sort-key.ts';

export async function findPerson(db: ReadableDb, personId: number): Promise<OutputOf<'profile.get'>> {
  const { language, ...person } = await db
    .selectFrom('person')
    .select([
      'id as personId',
      'name',
      'first_name as firstName',
      'last_name as lastName',
      'email',
      'phone',
      'language',
    ])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return { ...person, language: language === null ? null : (languageOf(language) ?? null) };
}

interface OwnChange {
  readonly personId: number;
  /** Stays: it is who they are in the workspace. */
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  /** E.164. */
  readonly phone: string | null;
}

/** What people say about themselves applies everywhere, and replaces any name that an organization gave them. */
export async function changePerson(db: WritableDb, change: OwnChange): Promise<void> {
  const { personId, email, firstName, lastName, phone } = change;
  const own = { name: `${firstName} ${lastName}`, first_name: firstName, last_name: lastName, phone };
  await db.updateTable('person').set(own).where('id', '=', personId).execute();
  await db
    .updateTable('membership')
    .set({ ...own, ...nameKeys(own.name, email) })
    .where('person_id', '=', personId)
    .execute();
}
