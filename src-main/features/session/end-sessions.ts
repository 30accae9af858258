import type { WritableDb } from '../../database/schema.ts';
import { hashToken } from '../../kernel/actor.ts';
import type { Credentials } from '../../kernel/context.ts';

/**
 * Ends every session of a person, and every sign-in that is waiting for its code.
 * @param but the credentials whose session stays, if they are a session
 */
export async function endSessions(db: WritableDb, personId: number, but?: Credentials): Promise<void> {
  let sessions = db.deleteFrom('session').where('person_id', '=', personId);
  if (but?.kind === 'session') sessions = sessions.where('token_hash', '<>', hashToken(but.token));
  await sessions.execute();
  await db.deleteFrom('sign_in_attempt').where('person_id', '=', personId).execute();
}
