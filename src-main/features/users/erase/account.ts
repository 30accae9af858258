import type { WritableDb } from '../../../database/schema.ts';
import { codeSorts, forgetGuesses } from '../../../kernel/guesses.ts';
import type { Keys } from '../../../kernel/keys.ts';
import type { Subject } from './subject.ts';

/** What the person proves their identity with. */
const ofTheAccount = ['second_factor', 'recovery_code', 'sign_in_attempt', 'owner_recovery'] as const;

/** Whether some organization still knows the person. */
export const isKnown = async (db: WritableDb, personId: number): Promise<boolean> =>
  (await db.selectFrom('membership').select('id').where('person_id', '=', personId).executeTakeFirst()) !== undefined;

/** Blanks the account of somebody whom no organization knows any more. The row stays, since others refer to it. */
export async function blankAccount(
  db: WritableDb,
  keys: Keys,
  { personId, email }: Subject,
  { erasureId, pseudonym }: { readonly erasureId: string; readonly pseudonym: string },
): Promise<void> {
  await db.deleteFrom('session').where('person_id', '=', personId).execute();
  await db.deleteFrom('credential').where('person_id', '=', personId).execute();
  const resets = db.selectFrom('password_reset').select('id').where('person_id', '=', personId);
  await db.deleteFrom('outbox').where('reset_id', 'in', resets).execute();
  await db.deleteFrom('password_reset').where('person_id', '=', personId).execute();
  for (const table of [...ofTheAccount, 'notice', 'saved_view'] as const)
    await db.deleteFrom(table).where('person_id', '=', personId).execute();
  await forgetGuesses({ db, keys }, email, [undefined, ...codeSorts]);
  await db
    .updateTable('person')
    .set({
      email: pseudonym,
      email_key: `erased ${erasureId}`,
      name: pseudonym,
      first_name: null,
      last_name: null,
      phone: null,
      language: null,
    })
    .where('id', '=', personId)
    .execute();
}
