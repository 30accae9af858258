import { describe, expect, it } from 'vitest';
import type { GatehouseError } from '#contract/errors.ts';
import type { Caller } from '../../../src-main/kernel/context.ts';
import type { Passwords } from '../../../src-main/kernel/passwords.ts';
import { dump } from '../../support/invitees.ts';
import { addOperator } from '../../support/operators.ts';
import { inSession, nobodyIn, setUpFactor, signedInAs } from '../../support/second-factor.ts';
import { freshWorkspace, owner, quickPasswords, type Workspace } from '../../support/workspace.ts';

const { email } = owner;
const next = 'another sentence of mine';
const nobody = nobodyIn('window');
const refusedAs = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    ({ code }: GatehouseError) => code,
  );

const recover = (
  w: Workspace,
  given: { email?: string; code?: string; password?: string } = {},
  caller: Caller = nobody,
) => w.callAs(caller, 'recovery.recover', { email, code: w.recoveryCode, password: next, ...given });
const stageOf = async (w: Workspace, caller: Caller) => (await w.callAs(caller, 'session.state', {})).stage;
const rolesOf = async (w: Workspace, name: string) => {
  const { rows } = await w.call('roles.list', { organizationId: w.organizationId });
  return rows.find((role) => role.name === name)?.id ?? 0;
};
const membershipOf = async (w: Workspace, address: string) =>
  (
    await w.core.store.read
      .selectFrom('membership')
      .innerJoin('person', 'person.id', 'membership.person_id')
      .select('membership.id')
      .where('person.email', '=', address)
      .executeTakeFirstOrThrow()
  ).id;

/** A second owner, with an account and a recovery code of their own. */
async function withOlaf() {
  const w = await freshWorkspace();
  const olaf = { email: 'olaf@example.com', password: 'a sentence of Olaf' };
  await addOperator(w, olaf.email, 'Owner');
  const hash = await quickPasswords().hash(olaf.password);
  await w.core.changes.write([], w.core.clock.now(), async (db) => {
    const { id } = await db.selectFrom('person').select('id').where('email', '=', olaf.email).executeTakeFirstOrThrow();
    const account = { person_id: id, password_hash: hash, created_at: w.clock.now() };
    await db.insertInto('credential').values(account).execute();
  });
  const window = await signedInAs(w, olaf.email, olaf.password);
  const { recoveryCode } = await w.callAs(window, 'recovery.renew', { password: olaf.password });
  return {
    w,
    olaf: {
      ...olaf,
      window,
      given: { email: olaf.email, code: recoveryCode },
      membershipId: await membershipOf(w, olaf.email),
    },
  };
}

describe('an owner who forgot the password', () => {
  it('sets a new one with the recovery code and signs in with it, and the old one no longer works', async () => {
    const w = await freshWorkspace();
    expect(await recover(w)).toEqual({ email, recoveryCode: expect.stringMatching(/^([0-9A-HJKMNP-TV-Z]{4}-?){6}$/) });
    expect(await refusedAs(signedInAs(w))).toBe('wrong-credentials');
    expect(await stageOf(w, await signedInAs(w, email, next))).toBe('signed-in');
  });

  it('may type the code as it was read from paper', async () => {
    const w = await freshWorkspace();
    const typed = w.recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(await refusedAs(recover(w, { email: ` ${email.toUpperCase()} `, code: ` ${typed}\t` }))).toBe('done');
  });

  it('uses the code up, and gets the next one at once', async () => {
    const w = await freshWorkspace();
    const { recoveryCode } = await recover(w);
    expect(recoveryCode).not.toBe(w.recoveryCode);
    expect(await refusedAs(recover(w))).toBe('recovery-refused');
    expect(await refusedAs(recover(w, { code: recoveryCode, password: 'a third one of mine' }))).toBe('done');
    await signedInAs(w, email, 'a third one of mine');
  });

  it('recovers once when one code comes twice at once', async () => {
    const w = await freshWorkspace();
    const both = await Promise.all([
      refusedAs(recover(w)),
      refusedAs(recover(w, { password: 'the sentence of a thief' }, nobodyIn('cli'))),
    ]);
    expect(both.sort()).toEqual(['done', 'recovery-refused']);
  });

  it('is signed out everywhere, and a link mailed before sets no other password', async () => {
    const w = await freshWorkspace();
    const window = await signedInAs(w);
    const portal = await signedInAs(w, email, owner.password, 'portal');
    await w.callAs(nobodyIn('portal'), 'session.forgotPassword', { email });
    const { id } = await w.core.store.read.selectFrom('password_reset').select('id').executeTakeFirstOrThrow();
    const token = `${id}.${w.core.keys.sign('password-reset', String(id))}`;
    expect(await refusedAs(w.callAs(nobodyIn('portal'), 'session.openReset', { token }))).toBe('done');
    await recover(w);
    expect([await stageOf(w, window), await stageOf(w, portal)]).toEqual(['sign-in', 'sign-in']);
    const mailed = w.callAs(nobodyIn('portal'), 'session.resetPassword', { token, password: 'a fourth one of mine' });
    expect(await refusedAs(mailed)).toBe('reset-dead');
  });

  it('is still asked for the second factor', async () => {
    const w = await freshWorkspace();
    const factor = await setUpFactor(w, await signedInAs(w));
    const answer = await recover(w);
    expect(Object.keys(answer).sort()).toEqual(['email', 'recoveryCode']);
    const { step, token } = await w.callAs(nobody, 'session.signIn', { email, password: next });
    expect(step).toBe('code');
    expect(await stageOf(w, inSession('window', token))).toBe('sign-in');
    const give = (code: string) => w.callAs(nobody, 'session.giveCode', { attempt: token, code });
    // neither the used code nor the next one is a code of the second factor
    expect(await refusedAs(give(w.recoveryCode))).toBe('wrong-code');
    expect(await refusedAs(give(answer.recoveryCode))).toBe('wrong-code');
    expect(await refusedAs(give(factor.code()))).toBe('done');
  });

  it('need not wait for earlier wrong guesses where the recovery took place', async () => {
    const w = await freshWorkspace();
    for (let n = 0; n < 5; n++) await refusedAs(signedInAs(w, email, `guess ${n}`));
    expect(await refusedAs(signedInAs(w))).toBe('too-many-guesses');
    await recover(w);
    await signedInAs(w, email, next);
  });
});

describe('whoever does not have the code', () => {
  it('gets the same answer after the same work: no account, no owner, no code, a wrong one, a common password', async () => {
    let hashed = 0;
    const quick = quickPasswords();
    const counting: Passwords = {
      ...quick,
      hash(...given) {
        hashed += 1;
        return quick.hash(...given);
      },
    };
    const w = await freshWorkspace({ passwords: counting });
    await addOperator(w, 'ada@example.com', 'Admin');
    await addOperator(w, 'olaf@example.com', 'Owner');
    const answers: unknown[] = [];
    for (const given of [
      { code: 'AAAA-AAAA-AAAA-AAAA-AAAA-AAAA' },
      { code: '' },
      { email: 'nobody@example.com' },
      { email: 'no address' },
      { email: 'ada@example.com' },
      { email: 'olaf@example.com' },
    ]) {
      hashed = 0;
      const told = await recover(w, given).catch((error: GatehouseError) => [error.code, error.data, error.message]);
      answers.push([told, hashed]);
    }
    expect(answers).toEqual(answers.map(() => [['recovery-refused', {}, 'recovery-refused'], 1]));
    // judged by the password alone, before anything is looked up
    for (const of of [email, 'nobody@example.com'])
      expect(await refusedAs(recover(w, { email: of, password: 'password123' }))).toBe('password-common');
    expect(await refusedAs(recover(w, { password: 'short' }))).toBe('invalid-input');
    await signedInAs(w);
  });

  it('has to wait after five tries, whether there is an account or not, and nothing is compared meanwhile', async () => {
    const w = await freshWorkspace();
    for (const of of [email, 'nobody@example.com']) {
      for (let n = 0; n < 5; n++)
        expect(await refusedAs(recover(w, { email: of, code: `${n}` }))).toBe('recovery-refused');
      expect(await refusedAs(recover(w, { email: of }))).toBe('too-many-guesses');
    }
    // guesses of the password are counted apart
    await signedInAs(w);
    w.clock.advance(60_000);
    expect(await refusedAs(recover(w))).toBe('done');
  });

  it('cannot use one in the portal either', async () => {
    const w = await freshWorkspace();
    expect(await refusedAs(recover(w, {}, nobodyIn('portal')))).toBe('wrong-face');
  });
});

describe('the code of somebody who is no longer an owner', () => {
  it('is void once the role is taken away, and stays so when it is given again', async () => {
    const { w, olaf } = await withOlaf();
    const [ownerRole, admin] = [await rolesOf(w, 'Owner'), await rolesOf(w, 'Admin')];
    const roles = (add: number[], remove: number[]) =>
      w.call('users.update', {
        organizationId: w.organizationId,
        membershipId: olaf.membershipId,
        roles: { add, remove },
      });
    await roles([admin], []);
    expect(await w.callAs(olaf.window, 'recovery.state', {})).toMatchObject({ owner: true, since: w.clock.now() });
    await roles([], [ownerRole]);
    expect(await w.callAs(olaf.window, 'recovery.state', {})).toEqual({ owner: false, since: null });
    expect(await refusedAs(recover(w, olaf.given))).toBe('recovery-refused');
    const renewed = w.callAs(olaf.window, 'recovery.renew', { password: olaf.password });
    expect(await refusedAs(renewed)).toBe('owner-needed');
    await roles([ownerRole], []);
    expect(await refusedAs(recover(w, olaf.given))).toBe('recovery-refused');
    expect(await w.callAs(olaf.window, 'recovery.state', {})).toEqual({ owner: true, since: null });
  });

  it('is void once they are removed', async () => {
    const { w, olaf } = await withOlaf();
    await w.call('users.remove', { organizationId: w.organizationId, membershipId: olaf.membershipId });
    expect(await refusedAs(recover(w, olaf.given))).toBe('recovery-refused');
    expect(await w.core.store.read.selectFrom('owner_recovery').select('person_id').execute()).toHaveLength(1);
  });

  it('stays valid while they own another organization', async () => {
    const { w, olaf } = await withOlaf();
    await w.callAs(olaf.window, 'organizations.add', { name: 'Brightwater' });
    await w.callAs(olaf.window, 'profile.leave', { organizationId: w.organizationId });
    expect(await refusedAs(recover(w, olaf.given))).toBe('done');
  });

  it('does not work while they are suspended', async () => {
    const { w, olaf } = await withOlaf();
    const { organizationId } = w;
    await w.call('users.suspend', { organizationId, membershipId: olaf.membershipId });
    expect(await refusedAs(recover(w, olaf.given))).toBe('recovery-refused');
    await w.call('users.reactivate', { organizationId, membershipId: olaf.membershipId });
    expect(await refusedAs(recover(w, olaf.given))).toBe('done');
  });
});

it('recovering leaves code and password nowhere, and the audit shows who did and who tried', async () => {
  const w = await freshWorkspace();
  await refusedAs(recover(w, { code: 'WRNG-WRNG-WRNG-WRNG-WRNG-WRNG' }));
  const { recoveryCode } = await recover(w);
  const { read } = w.core.store;
  const rows = await read
    .selectFrom('audit')
    .select(['operation', 'actor', 'target', 'outcome', 'detail', 'organization_id as organization'])
    .where('operation', 'like', 'recovery.%')
    .execute();
  expect(rows.map((r) => [r.operation, r.actor, r.target, r.outcome, r.detail, r.organization])).toEqual([
    ['recovery.recover', 'anonymous', null, 'denied', '{"code":"recovery-refused"}', null],
    ['recovery.recover', email, email, 'done', '{}', w.organizationId],
  ]);
  const kept = JSON.stringify([await dump(w), await read.selectFrom('owner_recovery').selectAll().execute()]);
  for (const secret of [w.recoveryCode, recoveryCode, 'WRNG-WRNG-WRNG-WRNG-WRNG-WRNG', next])
    for (const form of [secret, secret.replaceAll('-', '')]) expect(kept).not.toContain(form);
});
