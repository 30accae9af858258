import { describe, expect, it } from 'vitest';
import type { GatehouseError } from '#contract/errors.ts';
import { contract, type OperationName } from '#contract/index.ts';
import type { Caller } from '../../../src-main/kernel/context.ts';
import { freshWorkspace, owner, type Workspace } from '../../support/workspace.ts';

const anonymous: Caller = { face: 'window', credentials: { kind: 'anonymous' } };
const refusedAs = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    ({ code }: GatehouseError) => code,
  );

/** A window in which the owner is signed in. */
async function signedIn(w: Workspace): Promise<Caller> {
  const { token } = await w.callAs(anonymous, 'session.signIn', { email: owner.email, password: owner.password });
  return { face: 'window', credentials: { kind: 'session', token } };
}

describe('a locked window', () => {
  it('shows who is signed in, and goes on with their password', async () => {
    const w = await freshWorkspace();
    const window = await signedIn(w);
    const before = await w.callAs(window, 'session.state', {});
    await w.callAs(window, 'session.lock', {});
    expect(await w.callAs(window, 'session.state', {})).toEqual({ ...before, stage: 'locked' });
    expect(await refusedAs(w.callAs(window, 'session.unlock', { password: 'not this one' }))).toBe('wrong-credentials');
    expect(await w.callAs(window, 'session.state', {})).toMatchObject({ stage: 'locked' });
    await w.callAs(window, 'session.unlock', { password: owner.password });
    expect(await w.callAs(window, 'session.state', {})).toEqual(before);
  });

  it('is refused every operation of the contract that a stranger could not call either', async () => {
    const w = await freshWorkspace();
    const window = await signedIn(w);
    await w.callAs(window, 'session.lock', {});
    const { organizationId } = w;
    const guarded = (Object.keys(contract) as OperationName[]).filter((name) => {
      const { needs, faces } = contract[name];
      return needs !== 'anyone' && faces.includes('window');
    });
    expect(guarded.length).toBeGreaterThan(60);
    for (const name of guarded) {
      const input = { organizationId } as never;
      const code = await refusedAs(w.callAs(window, name, input));
      // an input that cannot be read reveals nothing either
      expect([name, code]).toEqual([name, expect.stringMatching(/^(locked|invalid-input)$/)]);
    }
    expect(await refusedAs(w.callAs(window, 'users.list', { organizationId }))).toBe('locked');
  });

  it('creates no second organization, although creating the first one needs no sign-in', async () => {
    const w = await freshWorkspace();
    const window = await signedIn(w);
    await w.callAs(window, 'session.lock', {});
    const terms = { name: 'Example Retail', owner: { ...owner, email: 'eve@example.com' } };
    expect(await refusedAs(w.callAs(window, 'organizations.create', terms))).toBe('locked');
  });

  it('can be left by signing out, and leaves other windows alone', async () => {
    const w = await freshWorkspace();
    const [window, other] = [await signedIn(w), await signedIn(w)];
    await w.callAs(window, 'session.lock', {});
    expect(await w.callAs(other, 'session.state', {})).toMatchObject({ stage: 'signed-in' });
    await w.callAs(window, 'session.signOut', {});
    expect(await w.callAs(window, 'session.state', {})).toMatchObject({ stage: 'sign-in' });
  });

  it('counts wrong passwords as signing in does', async () => {
    const w = await freshWorkspace();
    const window = await signedIn(w);
    await w.callAs(window, 'session.lock', {});
    for (let n = 0; n < 5; n += 1) await refusedAs(w.callAs(window, 'session.unlock', { password: `guess ${n}` }));
    const right = w.callAs(window, 'session.unlock', { password: owner.password });
    expect(await refusedAs(right)).toBe('too-many-guesses');
  });

  it('is audited with who locked and unlocked it', async () => {
    const w = await freshWorkspace();
    const window = await signedIn(w);
    await w.callAs(window, 'session.lock', {});
    await w.callAs(window, 'session.unlock', { password: owner.password });
    const rows = await w.core.store.read
      .selectFrom('audit')
      .select(['operation', 'actor', 'target'])
      .orderBy('id', 'desc')
      .limit(2)
      .execute();
    expect(rows).toEqual(
      ['session.unlock', 'session.lock'].map((operation) => ({ operation, actor: owner.email, target: owner.email })),
    );
  });
});
