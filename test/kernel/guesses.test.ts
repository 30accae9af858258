import { describe, expect, it } from 'vitest';
import type { GatehouseError } from '#contract/errors.ts';
import type { Face } from '#contract/operation.ts';
import { openCore } from '../../src-main/core.ts';
import { accept, invite, newAccount } from '../support/invitees.ts';
import { freshWorkspace, owner, quickPasswords, type Workspace } from '../support/workspace.ts';

const minute = 60_000;

const signIn = (w: Pick<Workspace, 'core'>, password: string, email = owner.email, face: Face = 'portal') =>
  w.core.dispatch({ face, credentials: { kind: 'anonymous' } }, 'session.signIn', { email, password });
/** The answer to a guess: `in`, or the code and the seconds to wait. */
const guess = async (w: Pick<Workspace, 'core'>, ...about: [password: string, email?: string, face?: Face]) =>
  signIn(w, ...about).then(
    () => 'in',
    ({ code, data }: GatehouseError) => [code, (data as { seconds?: number }).seconds],
  );
const wrong = ['wrong-credentials', undefined];

describe('guessing a password', () => {
  it('costs nothing five times, then a wait that doubles each time, up to a quarter of an hour', async () => {
    const w = await freshWorkspace();
    for (let n = 0; n < 5; n += 1) expect(await guess(w, `guess ${n}`)).toEqual(wrong);
    const waits: unknown[] = [];
    for (let n = 0; n < 9; n += 1) {
      const [code, seconds] = (await guess(w, 'another')) as [string, number];
      expect(code).toBe('too-many-guesses');
      waits.push(seconds);
      w.clock.advance(seconds * 1000 - 1);
      expect(await guess(w, 'another')).toEqual(['too-many-guesses', 1]);
      w.clock.advance(1);
      expect(await guess(w, 'another')).toEqual(wrong);
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 900, 900, 900]);
  });

  it('is not even compared while it has to wait, so that the right one is refused as well', async () => {
    const w = await freshWorkspace();
    for (let n = 0; n < 5; n += 1) await guess(w, `guess ${n}`);
    expect(await guess(w, owner.password)).toEqual(['too-many-guesses', 15]);
    w.clock.advance(15_000);
    expect(await guess(w, owner.password)).toBe('in');
    // and the right one resets the count
    for (let n = 0; n < 5; n += 1) expect(await guess(w, `guess ${n}`)).toEqual(wrong);
  });

  it('is no faster over many connections at once', async () => {
    const w = await freshWorkspace();
    const answers = await Promise.all(Array.from({ length: 64 }, (_, n) => guess(w, `guess ${n}`)));
    expect(answers.filter(([code]) => code === 'wrong-credentials')).toHaveLength(5);
    expect(answers.filter(([code]) => code === 'too-many-guesses')).toHaveLength(59);
  });

  it('is slowed down for an account that does not exist, however its address is written', async () => {
    const w = await freshWorkspace();
    for (const email of ['Nobody@example.com', 'nobody@EXAMPLE.com', ' nobody@example.com', 'nobody@example.com'])
      expect(await guess(w, 'x', email)).toEqual(wrong);
    expect(await guess(w, 'x', 'NOBODY@example.com ')).toEqual(wrong);
    expect(await guess(w, 'x', 'nobody@example.com')).toEqual(['too-many-guesses', 15]);
    const rows = await w.core.store.read.selectFrom('wrong_password').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/nobody/i);
  });

  it('keeps nobody else out, nor the owner out of their own window', async () => {
    const w = await freshWorkspace();
    for (let n = 0; n < 6; n += 1) await guess(w, `guess ${n}`);
    expect(await guess(w, owner.password)).toEqual(['too-many-guesses', 15]);
    expect(await guess(w, owner.password, owner.email, 'window')).toBe('in');
    expect(await guess(w, 'x', 'somebody@example.com')).toEqual(wrong);
  });

  it('is slowed down after a restart as well, and forgotten after a day', async () => {
    const w = await freshWorkspace();
    for (let n = 0; n < 5; n += 1) await guess(w, `guess ${n}`);
    const core = await openCore({ folder: w.core.folder, clock: w.clock, passwords: quickPasswords() });
    try {
      expect(await guess({ core }, 'x')).toEqual(['too-many-guesses', 15]);
      w.clock.advance(24 * 60 * minute);
      for (let n = 0; n < 5; n += 1) expect(await guess({ core }, `guess ${n}`)).toEqual(wrong);
      expect(await core.store.read.selectFrom('wrong_password').selectAll().execute()).toHaveLength(1);
    } finally {
      await core.close();
    }
  });

  it('makes nobody wait because the clock was set back', async () => {
    const w = await freshWorkspace();
    for (let n = 0; n < 5; n += 1) await guess(w, `guess ${n}`);
    w.clock.advance(-365 * 24 * 60 * minute);
    expect(await guess(w, owner.password)).toBe('in');
  });

  it('in the profile counts for the same account', async () => {
    const w = await freshWorkspace();
    const { token } = await signIn(w, owner.password);
    const change = () =>
      w.core
        .dispatch({ face: 'portal', credentials: { kind: 'session', token } }, 'profile.changePassword', {
          current: 'x',
          next: 'a new sentence to sign in with',
        })
        .catch(({ code }: GatehouseError) => code);
    for (let n = 0; n < 5; n += 1) expect(await change()).toBe('wrong-credentials');
    expect(await change()).toBe('too-many-guesses');
    expect(await guess(w, owner.password)).toEqual(['too-many-guesses', 15]);
  });

  it('at an invitation counts for the same account', async () => {
    const w = await freshWorkspace();
    const email = 'ana@example.org';
    await accept(w, (await invite(w, email)).token);
    const { organizationId } = await w.call('organizations.create', { name: 'Brightwater', owner });
    const { token } = await invite({ ...w, organizationId }, email);
    const join = () => accept(w, token, { kind: 'existing', password: 'x' }).catch(({ code }: GatehouseError) => code);
    for (let n = 0; n < 5; n += 1) expect(await join()).toBe('wrong-credentials');
    expect(await join()).toBe('too-many-guesses');
    expect(await guess(w, newAccount.password, email)).toEqual(['too-many-guesses', 15]);
  });
});
