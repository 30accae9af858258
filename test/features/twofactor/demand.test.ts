import { describe, expect, it } from 'vitest';
import type { GatehouseError } from '#contract/errors.ts';
import type { OperationName } from '#contract/index.ts';
import type { Caller } from '../../../src-main/kernel/context.ts';
import { accept, invite, newAccount } from '../../support/invitees.ts';
import { cases } from '../../support/isolation-cases.ts';
import { setMember } from '../../support/memberships.ts';
import { addOperator } from '../../support/operators.ts';
import { rowsOf } from '../../support/rows-of.ts';
import { inSession, nobodyIn, setUpFactor, signedInAs } from '../../support/second-factor.ts';
import { shared, twoOrganizations } from '../../support/two-organizations.ts';
import { asOperator, freshWorkspace, owner, type Workspace } from '../../support/workspace.ts';

const ana = 'ana@example.org';
const refusedAs = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    ({ code }: GatehouseError) => code,
  );

/** An organization whose owner has a second factor and demands one, and somebody with an account there. */
async function demanding(roles = ['Owner']) {
  const w = await freshWorkspace();
  const { token, membershipId } = await invite(w, ana, { roles });
  await accept(w, token);
  const olive = await signedInAs(w);
  await setUpFactor(w, olive);
  await w.callAs(olive, 'organizations.update', { organizationId: w.organizationId, twoFactorRequired: true });
  return { w, olive, membershipId, ana: await signedInAs(w, ana, newAccount.password) };
}

const demand = (w: Workspace, organizationId: number, twoFactorRequired = true) =>
  w.callAs({ face: 'core', credentials: { kind: 'core' } }, 'organizations.update', {
    organizationId,
    twoFactorRequired,
  });

/** Somebody in a session, however they got in. */
async function as(w: Workspace, email: string): Promise<Caller> {
  const { id } = await w.core.store.read
    .selectFrom('person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  return { face: 'core', credentials: { kind: 'person', personId: id } };
}

describe('an organization that demands a second factor', () => {
  it('refuses every operation in it to anybody who has none, and changes nothing then', async () => {
    const { w, beta } = await twoOrganizations();
    await demand(w, beta.organizationId);
    const before = await rowsOf(w, beta);
    const callers = [await as(w, beta.operator), await as(w, shared.email)];
    const wrong: unknown[] = [];
    let calls = 0;
    for (const name of Object.keys(cases) as (keyof typeof cases)[])
      for (const input of cases[name].own(beta) as readonly object[])
        for (const caller of callers) {
          const code = await refusedAs(w.core.dispatch(caller, name as string, input));
          calls++;
          if (code !== 'two-factor-needed') wrong.push([name, caller.credentials, code]);
        }
    expect(wrong).toEqual([]);
    expect(calls).toBeGreaterThan(200);
    expect(await rowsOf(w, beta)).toEqual(before);
  });

  it('leaves them their session, the state of their second factor, and other organizations', async () => {
    const { w, alpha, beta } = await twoOrganizations();
    await demand(w, beta.organizationId);
    const sam = await as(w, shared.email);
    const { places } = await w.callAs(sam, 'session.state', {});
    expect(places.map((p) => [p.id, p.twoFactorNeeded])).toEqual([
      [alpha.organizationId, false],
      [beta.organizationId, true],
    ]);
    await w.callAs(sam, 'users.list', { organizationId: alpha.organizationId });
    expect(await w.callAs(sam, 'twofactor.state', {})).toMatchObject({ on: false });
  });

  it('opens once one is set up, but not before it is confirmed', async () => {
    const { w, ana: as } = await demanding();
    const list = () => refusedAs(w.callAs(as, 'users.list', { organizationId: w.organizationId }));
    expect(await list()).toBe('two-factor-needed');
    await w.callAs(as, 'twofactor.begin', { password: newAccount.password });
    expect(await list()).toBe('two-factor-needed');
    await setUpFactor(w, as, newAccount.password);
    expect(await list()).toBe('done');
  });

  it('keeps its owners from what is the workspace’s as well: backups, and adding an organization', async () => {
    const { w, ana: as } = await demanding();
    for (const name of ['backups.list', 'backups.settings', 'backups.make'] as const satisfies OperationName[])
      expect([name, await refusedAs(w.callAs(as, name, {}))]).toEqual([name, 'two-factor-needed']);
    expect(await refusedAs(w.callAs(as, 'organizations.add', { name: 'Brightwater' }))).toBe('two-factor-needed');
  });

  it('is made one only by an owner who has one', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await addOperator(w, 'admin@example.org', 'Admin');
    const olive = await signedInAs(w);
    const wish = (as: typeof olive, twoFactorRequired: boolean) =>
      refusedAs(w.callAs(as, 'organizations.update', { organizationId, twoFactorRequired }));
    expect(await wish(asOperator('admin@example.org'), true)).toBe('owner-needed');
    expect(await wish(olive, true)).toBe('two-factor-first');
    await setUpFactor(w, olive);
    expect(await wish(olive, true)).toBe('done');
    // an unchanged demand goes through, so that the other settings of the page can be saved
    await w.callAs(olive, 'organizations.update', { organizationId, twoFactorRequired: true, name: 'Example Freight' });
    expect((await w.callAs(olive, 'organizations.get', { organizationId })).twoFactorRequired).toBe(true);
  });

  it('is closed again to anybody who turns theirs off', async () => {
    const { w, ana: as } = await demanding();
    const factor = await setUpFactor(w, as, newAccount.password);
    await w.callAs(as, 'twofactor.turnOff', { password: newAccount.password, code: factor.code() });
    const choice = { kind: 'matching' as const, filter: {} as never, except: [] };
    const { organizationId } = w;
    expect(await refusedAs(w.callAs(as, 'users.suspendMany', { organizationId, choice }))).toBe('two-factor-needed');
  });
});

describe('resetting somebody’s second factor', () => {
  const reset = (w: Workspace, as: Parameters<Workspace['callAs']>[0], membershipId: number) =>
    refusedAs(w.callAs(as, 'twofactor.reset', { organizationId: w.organizationId, membershipId }));

  it('is done by an owner: the person is signed out, told, and signs in with the password', async () => {
    const { w, olive, membershipId, ana: as } = await demanding();
    await setUpFactor(w, as, newAccount.password);
    const listed = async () =>
      (await w.callAs(olive, 'users.list', { organizationId: w.organizationId })).rows.map((r) => [
        r.email,
        r.twoFactor,
      ]);
    expect(await listed()).toEqual(expect.arrayContaining([[ana, true]]));
    expect(await reset(w, olive, membershipId)).toBe('done');
    expect(await listed()).toEqual(expect.arrayContaining([[ana, false]]));
    expect(await w.callAs(as, 'session.state', {})).toMatchObject({ stage: 'sign-in' });
    const again = await signedInAs(w, ana, newAccount.password);
    const { rows } = await w.callAs(again, 'inbox.list', {});
    expect(rows[0]).toMatchObject({ kind: 'factor-reset', read: false });
    expect(await reset(w, olive, membershipId)).toBe('two-factor-off');
    const { target, outcome } = await w.core.store.read
      .selectFrom('audit')
      .select(['target', 'outcome'])
      .where('operation', '=', 'twofactor.reset')
      .executeTakeFirstOrThrow();
    expect([target, outcome]).toEqual([ana, 'done']);
  });

  it('keeps nobody waiting, when they set up the next one, for what they guessed at the lost one', async () => {
    const { w, olive, membershipId, ana: as } = await demanding();
    const { password } = newAccount;
    const { recoveryCodes } = await setUpFactor(w, as, password);
    const prove = (code: string) => refusedAs(w.callAs(as, 'twofactor.renewCodes', { password, code }));
    for (let n = 0; n < 5; n++) expect(await prove(`WRNG-0000-0000-000${n}`)).toBe('wrong-code');
    expect(await prove(recoveryCodes[0] ?? '')).toBe('too-many-guesses');
    expect(await reset(w, olive, membershipId)).toBe('done');
    await setUpFactor(w, await signedInAs(w, ana, password), password);
  });

  it('is refused to anybody but an owner, for oneself, and for a member of another owner’s organization', async () => {
    const { w, olive, membershipId, ana: as } = await demanding(['Admin']);
    const factor = await setUpFactor(w, as, newAccount.password);
    const { rows } = await w.callAs(olive, 'users.list', { organizationId: w.organizationId });
    const own = rows.find((r) => r.email === owner.email)?.membershipId ?? 0;
    expect(await reset(w, olive, own)).toBe('yourself');
    expect(await reset(w, as, own)).toBe('owner-needed');
    // somebody else's organization, in which ana is as well
    const core = { face: 'core', credentials: { kind: 'core' } } as const;
    const other = await w.callAs(core, 'organizations.create', {
      name: 'Brightwater',
      owner: { ...owner, email: 'eve@example.com' },
    });
    const { invited } = await w.callAs(core, 'invitations.send', {
      organizationId: other.organizationId,
      entries: [{ email: ana, roles: ['Member'] }],
    });
    await setMember(w, invited[0]?.membershipId ?? 0, { status: 'active' });
    expect(await reset(w, olive, membershipId)).toBe('owner-of-all-needed');
    const { step, token } = await w.callAs(nobodyIn('window'), 'session.signIn', {
      email: ana,
      password: newAccount.password,
    });
    expect(step).toBe('code');
    const given = await w.callAs(nobodyIn('window'), 'session.giveCode', { attempt: token, code: factor.code() });
    await w.callAs(inSession('window', given.token), 'session.state', {});
  });
});
