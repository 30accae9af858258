import { call } from './api.ts';
import { holdsSomething } from './held.ts';
import { forgetPlace } from './last-place.ts';
import { queryClient, refreshAfter } from './queries.ts';
import { toastError } from './toasts.ts';
import { typesHere } from './unsent.ts';

/** Covers the window until the password is entered. */
export const lock = () => void call('session.lock', {}).then(() => refreshAfter('session.lock'), toastError);

let question: (() => void) | undefined;

/** Asks before somebody signs out, if that loses what was typed. @returns how to stop asking */
export function askBeforeSignOut(ask: () => void): () => void {
  question = ask;
  return () => {
    question = undefined;
  };
}

/** Signs out at once, or when the person agrees to lose what they typed. */
export function signOut(): void {
  if (question && holdsSomething()) question();
  else void endSession();
}

/** Ends the session and forgets everything that was read, typed or searched for during it. */
export async function endSession(): Promise<void> {
  let ended = true;
  try {
    await call('session.signOut', {});
    typesHere(undefined);
  } catch (error) {
    ended = false;
    toastError(error);
  }
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session.state' });
  await queryClient.invalidateQueries({ queryKey: ['session.state'] });
  if (ended) forgetPlace();
}
