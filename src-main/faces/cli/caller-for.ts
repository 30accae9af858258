import { userInfo } from 'node:os';
import { GatehouseError } from '#contract/errors.ts';
import type { Core } from '../../core.ts';
import type { Caller } from '../../kernel/context.ts';
import { tokenOf } from './kept-sessions.ts';

/**
 * Whoever can read the files may name an operator. Where a second factor is demanded, the operator must have signed in.
 * @throws GatehouseError `sign-in-needed`
 */
export async function callerFor(core: Core, as: string | undefined): Promise<Caller> {
  const operator: Caller = { face: 'cli', credentials: { kind: 'operator', email: as }, osUser: osUser() };
  try {
    await core.dispatch(operator, 'session.state', {});
  } catch (error) {
    if (!(error instanceof GatehouseError)) throw error;
    if (error.code !== 'sign-in-needed') return operator; // the operation itself reports it
    const token = tokenOf(core.folder, (error as GatehouseError<'sign-in-needed'>).data.email);
    const caller: Caller = { ...operator, credentials: { kind: 'session', token: token ?? '' } };
    if (!(await core.dispatch(caller, 'session.state', {})).person) throw error;
    return caller;
  }
  return operator;
}

/** Who runs this process. In a container a user may have a number but no name. */
export function osUser(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}
