import type { Core } from './core.ts';
import type { Caller, Credentials } from './kernel/context.ts';

/**
 * One window's way in. It keeps the session's token here, so that the page has none to leak or to be tricked out of.
 */
export function windowConnection(core: Core, osUser?: string, chosen?: ReadonlySet<string>) {
  let credentials: Credentials = { kind: 'anonymous' };
  let attempt = '';
  return async (name: string, input: unknown, signal?: AbortSignal): Promise<unknown> => {
    const caller: Caller = { face: 'window', credentials, osUser, signal, chosen };
    const value = await core.dispatch(
      caller,
      name,
      name === 'session.giveCode' ? { ...(input as object), attempt } : input,
    );
    if (name === 'session.signIn' || name === 'session.giveCode') {
      const { token, ...rest } = value as { token: string; step?: string };
      if (rest.step === 'code') attempt = token;
      else {
        attempt = '';
        credentials = { kind: 'session', token };
      }
      return { ...rest, token: '' };
    }
    if (name === 'session.signOut') credentials = { kind: 'anonymous' };
    return value;
  };
}
