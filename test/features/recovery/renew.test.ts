import { describe, expect, it } from 'vitest';
import type { GatehouseError } from '#contract/errors.ts';
import { nobodyIn, setUpFactor, signedInAs } from '../../support/second-factor.ts';
import { freshWorkspace, owner, type Workspace } from '../../support/workspace.ts';

const { email, password } = owner;
const refusedAs = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    ({ code }: GatehouseError) => code,
  );
const recover = (w: Workspace, code: string) =>
  refusedAs(w.callAs(nobodyIn('window'), 'recovery.recover', { email, code, password: 'another sentence of mine' }));

describe('a new recovery code', () => {
  it('needs the password, and voids the one before', async () => {
    const w = await freshWorkspace();
    const window = await signedInAs(w);
    expect(await w.callAs(window, 'recovery.state', {})).toEqual({ owner: true, since: w.clock.now() });
    w.clock.advance(60_000);
    const renew = (given: { password: string; code?: string }) => w.callAs(window, 'recovery.renew', given);
    expect(await refusedAs(renew({ password: 'not mine' }))).toBe('wrong-credentials');
    expect((await w.callAs(window, 'recovery.state', {})).since).toBe(w.clock.now() - 60_000);
    const { recoveryCode } = await renew({ password });
    expect((await w.callAs(window, 'recovery.state', {})).since).toBe(w.clock.now());
    expect(await recover(w, w.recoveryCode)).toBe('recovery-refused');
    expect(await recover(w, recoveryCode)).toBe('done');
  });

  it('also needs a code of the second factor from those who have one', async () => {
    const w = await freshWorkspace();
    const window = await signedInAs(w);
    const factor = await setUpFactor(w, window);
    const renew = (given: { password: string; code?: string }) => refusedAs(w.callAs(window, 'recovery.renew', given));
    expect(await renew({ password })).toBe('wrong-code');
    expect(await renew({ password, code: w.recoveryCode })).toBe('wrong-code');
    const code = factor.code();
    expect(await renew({ password, code })).toBe('done');
    expect(await renew({ password, code })).toBe('wrong-code');
  });

  it('needs a sign-in', async () => {
    const w = await freshWorkspace();
    expect(await refusedAs(w.callAs(nobodyIn('window'), 'recovery.renew', { password }))).toBe('not-signed-in');
    expect(await refusedAs(w.callAs(nobodyIn('window'), 'recovery.state', {}))).toBe('not-signed-in');
  });
});

it('a recovery code comes with a new account of an owner, and never with an existing one', async () => {
  const w = await freshWorkspace();
  const create = (name: string, of: typeof owner) => w.call('organizations.create', { name, owner: of });
  const bea = { name: 'Bea', email: 'bea@example.com', password: 'a sentence of Bea' };
  expect((await create('Brightwater', bea)).recoveryCode).toMatch(/^\w{4}(-\w{4}){5}$/);
  expect((await create('Copperfield', bea)).recoveryCode).toBeNull();
  expect((await create('Driftwood', owner)).recoveryCode).toBeNull();
  expect(await recover(w, w.recoveryCode)).toBe('done');
});
