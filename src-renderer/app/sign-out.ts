import { call } from './api.ts';
import { queryClient, refreshAfter } from './queries.ts';
import { toastError } from './toasts.ts';

/** Covers the window until the password is entered. */
export const lock = () => void call('session.lock', {}).then(() => refreshAfter('session.lock'), toastError);

/** Ends the session and forgets everything that was read during it. */
export async function signOut(): Promise<void> {
  try {
    await call('session.signOut', {});
  } catch (error) {
    toastError(error);
  }
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session.state' });
  await queryClient.invalidateQueries({ queryKey: ['session.state'] });
}
