import { codeOf, stepAt } from '../../src-main/features/twofactor/totp.ts';
import type { Caller } from '../../src-main/kernel/context.ts';
import { owner, type Workspace } from './workspace.ts';

export interface Factor {
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
  /** What the app shows `steps` half-minutes from now. */
  readonly code: (steps?: number) => string;
}

export const nobodyIn = (face: 'window' | 'portal' | 'cli'): Caller => ({ face, credentials: { kind: 'anonymous' } });
export const inSession = (face: 'window' | 'portal' | 'cli', token: string): Caller => ({
  face,
  credentials: { kind: 'session', token },
});

/** Sets up a second factor as on the profile page; the clock is then in a step whose code has not been used. */
export async function setUpFactor(w: Workspace, caller: Caller, password: string = owner.password): Promise<Factor> {
  const { secret } = await w.callAs(caller, 'twofactor.begin', { password });
  const code = (steps = 0) => codeOf(secret, stepAt(w.clock.now()) + steps);
  const { recoveryCodes } = await w.callAs(caller, 'twofactor.confirm', { code: code() });
  w.clock.advance(30_000);
  return { secret, recoveryCodes, code };
}

/** Signs in somebody who has no second factor, by password. */
export async function signedInAs(
  w: Workspace,
  email: string = owner.email,
  password: string = owner.password,
  face: 'window' | 'portal' = 'window',
): Promise<Caller> {
  const { step, token } = await w.callAs(nobodyIn(face), 'session.signIn', { email, password });
  if (step !== 'done') throw new Error(`${email} has a second factor`);
  return inSession(face, token);
}
