import type { Core } from './core.ts';
import type { Caller, Credentials } from './kernel/context.ts';

/**
 * One window's way in. It keeps the session's token, so that the page never holds it: what the page could leak or be
 * tricked out of, it does not have.
 */
export function windowConnection(core: Core, osUser?: string, chosen?: ReadonlySet<string>) {
  let credentials: Credentials = { kind: 'anonymous' };
  return async (name: string, input: unknown, signal?: AbortSignal): Promise<unknown> => {
    const caller: Caller = { face: 'window', credentials, osUser, signal, chosen };
    const value = await core.dispatch(caller, name, input);
    if (name === 'session.signIn') {
      const { token, ...rest } = value as { token: string };
      credentials = { kind: 'session', token };
      return { ...rest, token: '' };
    }
    if (name === 'session.signOut') credentials = { kind: 'anonymous' };
    return value;
  };
}
