import { describe, expect, it } from 'vitest';
import type { GatehouseError } from '#contract/errors.ts';
import { contract, type OperationName } from '#contract/index.ts';
import { dump } from '../../support/invitees.ts';
import { inSession, nobodyIn, setUpFactor, signedInAs } from '../../support/second-factor.ts';
import { freshWorkspace, owner, type Workspace } from '../../support/workspace.ts';

const minute = 60_000;
const { email, password } = owner;
const refusedAs = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    ({ code }: GatehouseError) => code,
  );

async function withFactor() {
  const w = await freshWorkspace();
  const window = await signedInAs(w);
  return { w, window, factor: await setUpFactor(w, window) };
}

const begin = async (w: Workspace, face: 'window' | 'portal' = 'window') => {
  const { step, token, person } = await w.callAs(nobodyIn(face), 'session.signIn', { email, password });
  expect([step, person]).toEqual(['code', undefined]);
  return (code: string, from: 'window' | 'portal' = face) =>
    w.callAs(nobodyIn(from), 'session.giveCode', { attempt: token, code });
};

describe('signing in with a second factor', () => {
  it('needs the code after the password, and only then gives a session', async () => {
    const { w, factor } = await withFactor();
    const give = await begin(w);
    const { person, token, codesLeft } = await give(factor.code().replace(/^(...)/, '$1 '));
    expect([person.email, codesLeft]).toEqual([email, null]);
    expect(await w.callAs(inSession('window', token), 'session.state', {})).toMatchObject({ stage: 'signed-in' });
  });

  it('leaves the other sessions of the person alone', async () => {
    const { w, window, factor } = await withFactor();
    await (await begin(w))(factor.code());
    expect(await w.callAs(window, 'session.state', {})).toMatchObject({ stage: 'signed-in' });
  });

  it('gives whoever has only the password nothing to call with: not one operation of the contract', async () => {
    const { w } = await withFactor();
    const { token } = await w.callAs(nobodyIn('window'), 'session.signIn', { email, password });
    const half = inSession('window', token);
    expect(await w.callAs(half, 'session.state', {})).toMatchObject({ stage: 'sign-in', places: [] });
    const names = (Object.keys(contract) as OperationName[]).filter(
      (name) => contract[name].needs !== 'anyone' && contract[name].faces.includes('window'),
    );
    expect(names.length).toBeGreaterThan(60);
    for (const name of names) {
      const code = await refusedAs(w.callAs(half, name, { organizationId: w.organizationId } as never));
      expect([name, code]).toEqual([name, expect.stringMatching(/^(not-signed-in|invalid-input)$/)]);
    }
    expect(await refusedAs(w.callAs(half, 'users.list', { organizationId: w.organizationId }))).toBe('not-signed-in');
  });

  it('takes a code once: one read over a shoulder opens nothing', async () => {
    const { w, factor } = await withFactor();
    const code = factor.code();
    expect(await refusedAs((await begin(w))(code))).toBe('done');
    expect(await refusedAs((await begin(w))(code))).toBe('wrong-code');
    expect(await refusedAs((await begin(w))(factor.code(-1)))).toBe('wrong-code');
    expect(await refusedAs((await begin(w))(factor.code(1)))).toBe('done');
  });

  it('lets the clock of the phone be half a minute off, but not a whole one', async () => {
    const { w, factor } = await withFactor();
    w.clock.advance(10 * minute);
    expect(await refusedAs((await begin(w))(factor.code(2)))).toBe('wrong-code');
    expect(await refusedAs((await begin(w))(factor.code(-1)))).toBe('done');
    w.clock.advance(10 * minute);
    expect(await refusedAs((await begin(w))(factor.code(1)))).toBe('done');
  });

  it('lets one in when the same code comes twice at once', async () => {
    const { w, factor } = await withFactor();
    const [first, second] = [await begin(w), await begin(w)];
    const code = factor.code();
    expect((await Promise.all([refusedAs(first(code)), refusedAs(second(code))])).sort()).toEqual([
      'done',
      'wrong-code',
    ]);
  });

  it('waits five minutes for one code, in the face to which the password was given', async () => {
    const { w, factor } = await withFactor();
    const give = await begin(w);
    expect(await refusedAs(give(factor.code(), 'portal'))).toBe('attempt-over');
    expect(await refusedAs(give(factor.code()))).toBe('done');
    expect(await refusedAs(give(factor.code(1)))).toBe('attempt-over');
    const late = await begin(w);
    w.clock.advance(5 * minute);
    expect(await refusedAs(late(factor.code()))).toBe('attempt-over');
    const never = w.callAs(nobodyIn('window'), 'session.giveCode', { attempt: 'x', code: factor.code() });
    expect(await refusedAs(never)).toBe('attempt-over');
  });

  it('slows down guesses of codes like those of passwords, and a right password does not reset them', async () => {
    const { w, factor } = await withFactor();
    for (let n = 0; n < 5; n++) expect(await refusedAs((await begin(w))(`00000${n}`))).toBe('wrong-code');
    expect(await refusedAs((await begin(w))(factor.code()))).toBe('too-many-guesses');
    expect(await refusedAs((await begin(w))(factor.recoveryCodes[0] ?? ''))).toBe('too-many-guesses');
    // guesses in the window keep nobody out of the portal, nor the other way round
    expect(await refusedAs((await begin(w, 'portal'))(factor.code()))).toBe('done');
    w.clock.advance(minute);
    expect(await refusedAs((await begin(w))(factor.code()))).toBe('done');
  });

  it('is not got around by a mailed link for a new password', async () => {
    const { w, factor } = await withFactor();
    await w.callAs(nobodyIn('portal'), 'session.forgotPassword', { email });
    const { id } = await w.core.store.read.selectFrom('password_reset').select('id').executeTakeFirstOrThrow();
    const token = `${id}.${w.core.keys.sign('password-reset', String(id))}`;
    const open = await begin(w);
    await w.callAs(nobodyIn('portal'), 'session.resetPassword', { token, password: 'another sentence of mine' });
    // the sign-in that waited with the old password is over
    expect(await refusedAs(open(factor.code()))).toBe('attempt-over');
    const again = await w.callAs(nobodyIn('portal'), 'session.signIn', { email, password: 'another sentence of mine' });
    expect(again.step).toBe('code');
  });

  it('asks a locked window only for the password', async () => {
    const { w, window } = await withFactor();
    await w.callAs(window, 'session.lock', {});
    await w.callAs(window, 'session.unlock', { password });
    expect(await w.callAs(window, 'session.state', {})).toMatchObject({ stage: 'signed-in' });
  });
});

describe('a recovery code', () => {
  it('replaces a code of the app once, and the answer says how many are left', async () => {
    const { w, window, factor } = await withFactor();
    const [first = '', second = ''] = factor.recoveryCodes;
    expect(factor.recoveryCodes).toHaveLength(10);
    expect((await (await begin(w))(first.toLowerCase())).codesLeft).toBe(9);
    expect(await refusedAs((await begin(w))(first))).toBe('wrong-code');
    expect(await refusedAs((await begin(w))(second))).toBe('done');
    expect(await w.callAs(window, 'twofactor.state', {})).toMatchObject({ on: true, codesLeft: 8 });
  });

  it('given twice at once opens one session', async () => {
    const { w, factor } = await withFactor();
    const [code = ''] = factor.recoveryCodes;
    const attempts = await Promise.all([begin(w), begin(w, 'portal')]);
    const ends = await Promise.all(attempts.map((give) => refusedAs(give(code))));
    expect(ends.sort()).toEqual(['done', 'wrong-code']);
  });

  it('is void once there are new ones', async () => {
    const { w, window, factor } = await withFactor();
    const before = factor.recoveryCodes[3] ?? '';
    const { recoveryCodes } = await w.callAs(window, 'twofactor.renewCodes', { password, code: factor.code() });
    expect(await refusedAs((await begin(w))(before))).toBe('wrong-code');
    expect(await refusedAs((await begin(w))(recoveryCodes[3] ?? ''))).toBe('done');
  });
});

describe('setting up a second factor', () => {
  it('needs the password first, and no sign-in needs a code before one was right', async () => {
    const w = await freshWorkspace();
    const window = await signedInAs(w);
    expect(await refusedAs(w.callAs(window, 'twofactor.begin', { password: 'not mine' }))).toBe('wrong-credentials');
    expect(await refusedAs(w.callAs(window, 'twofactor.confirm', { code: '123456' }))).toBe('two-factor-off');
    await w.callAs(window, 'twofactor.begin', { password });
    expect(await refusedAs(w.callAs(window, 'twofactor.confirm', { code: '123456' }))).toBe('wrong-code');
    expect(await w.callAs(window, 'twofactor.state', {})).toEqual({ on: false, since: null, codesLeft: 0 });
    await signedInAs(w);
  });

  it('ends the other sessions, for which no code was given', async () => {
    const w = await freshWorkspace();
    const [here, there] = [await signedInAs(w), await signedInAs(w)];
    await setUpFactor(w, here);
    expect(await w.callAs(there, 'session.state', {})).toMatchObject({ stage: 'sign-in' });
    expect(await w.callAs(here, 'session.state', {})).toMatchObject({ stage: 'signed-in' });
    expect(await refusedAs(w.callAs(here, 'twofactor.begin', { password }))).toBe('two-factor-on');
  });

  it('is undone with both password and code, not with one of them', async () => {
    const { w, window, factor } = await withFactor();
    const off = (given: { password: string; code: string }) => refusedAs(w.callAs(window, 'twofactor.turnOff', given));
    expect(await off({ password: 'not mine', code: factor.code() })).toBe('wrong-credentials');
    expect(await off({ password, code: '000000' })).toBe('wrong-code');
    expect(await off({ password, code: factor.code() })).toBe('done');
    expect(await off({ password, code: factor.code(1) })).toBe('two-factor-off');
    await signedInAs(w);
  });

  it('leaves secret and codes nowhere: neither in the database, nor in the audit, nor in later answers', async () => {
    const { w, window, factor } = await withFactor();
    await (await begin(w))(factor.recoveryCodes[0] ?? '');
    await refusedAs((await begin(w))(factor.secret));
    const { read } = w.core.store;
    const kept = JSON.stringify([
      await dump(w),
      await read.selectFrom('second_factor').selectAll().execute(),
      await read.selectFrom('recovery_code').selectAll().execute(),
      await read.selectFrom('sign_in_attempt').selectAll().execute(),
      await w.callAs(window, 'twofactor.state', {}),
      await w.callAs(window, 'session.state', {}),
      await w.callAs(window, 'audit.list', { organizationId: w.organizationId }),
    ]);
    expect(kept).toContain('twofactor.confirm');
    for (const secret of [factor.secret, ...factor.recoveryCodes])
      for (const form of [secret, secret.replaceAll('-', '')]) expect(kept).not.toContain(form);
  });

  it('and using it are audited with who did it, denied attempts included', async () => {
    const { w, factor } = await withFactor();
    await refusedAs((await begin(w))('000000'));
    await (await begin(w))(factor.recoveryCodes[0] ?? '');
    const rows = await w.core.store.read
      .selectFrom('audit')
      .select(['operation', 'actor', 'target', 'outcome', 'detail'])
      .where('id', '>', 1)
      .execute();
    expect(rows.map((r) => [r.operation, r.actor, r.target, r.outcome, r.detail])).toEqual([
      ['session.signIn', email, email, 'done', '{}'],
      ['twofactor.begin', email, email, 'done', '{}'],
      ['twofactor.confirm', email, email, 'done', '{}'],
      ['session.signIn', 'anonymous', email, 'done', '{"step":"password"}'],
      ['session.giveCode', 'anonymous', null, 'denied', '{"code":"wrong-code"}'],
      ['session.signIn', 'anonymous', email, 'done', '{"step":"password"}'],
      ['session.giveCode', email, email, 'done', '{"by":"recovery-code"}'],
    ]);
  });
});

it('with another workspace key the codes of the app no longer work, while the recovery codes do', async () => {
  const { w, factor } = await withFactor();
  await w.core.changes.write([], w.core.clock.now(), (db) =>
    db
      .updateTable('second_factor')
      .set({ secret_sealed: 'v1.AAAA' })
      .execute()
      .then(() => undefined),
  );
  expect(await refusedAs((await begin(w))(factor.code()))).toBe('wrong-code');
  expect(await refusedAs((await begin(w))(factor.recoveryCodes[9] ?? ''))).toBe('done');
});
