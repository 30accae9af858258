import { describe, expect, it } from 'vitest';
import { accept, invite, newAccount } from '../../support/invitees.ts';
import { lastAudit } from '../../support/memberships.ts';
import { asNobody, asOperator, freshWorkspace, owner, type Workspace } from '../../support/workspace.ts';

const anonymous = { face: 'window', credentials: { kind: 'anonymous' } } as const;
async function signIn(w: Workspace, email: string, password: string) {
  const { token } = await w.callAs(anonymous, 'session.signIn', { email, password });
  return { face: 'window', credentials: { kind: 'session', token } } as const;
}
const isSignedIn = async (w: Workspace, caller: Parameters<Workspace['callAs']>[0]) =>
  (await w.callAs(caller, 'session.state', {})).stage === 'signed-in';

const next = 'another sentence of mine';

describe('a person’s own profile', () => {
  it('shows name, address and phone', async () => {
    const w = await freshWorkspace();
    const { token } = await invite(w, 'ana@example.org');
    await accept(w, token, { ...newAccount, phone: '01 555 0136', country: 'IE' });
    const { person } = await w.callAs(asOperator('ana@example.org'), 'session.state', {});
    expect(await w.callAs(asOperator('ana@example.org'), 'profile.get', {})).toEqual({
      personId: person?.id,
      name: 'Siobhán Ní Mhurchú',
      firstName: 'Siobhán',
      lastName: 'Ní Mhurchú',
      email: 'ana@example.org',
      phone: '+35315550136',
      language: null,
    });
    expect(await w.call('profile.get', {})).toMatchObject({ name: owner.name, firstName: null, phone: null });
  });

  it('changes in every organization at once, so that lists find and sort the new name', async () => {
    const w = await freshWorkspace();
    const { token, membershipId } = await invite(w, 'ana@example.org', { name: 'Given By Us' });
    await accept(w, token);
    const other = await w.call('organizations.create', { name: 'Brightwater', owner });
    const there = await invite({ ...w, organizationId: other.organizationId }, 'ana@example.org');
    const ana = asOperator('ana@example.org');
    await w.callAs(ana, 'profile.update', {
      firstName: '  Zoë ',
      lastName: 'Ångström',
      phone: '020 7946 0000',
      country: 'GB',
    });
    const told = { name: 'Zoë Ångström', first_name: 'Zoë', last_name: 'Ångström', phone: '+442079460000' };
    const person = await w.core.store.read
      .selectFrom('person')
      .select(['name', 'first_name', 'last_name', 'phone'])
      .where('email', '=', 'ana@example.org')
      .execute();
    expect(person).toEqual([told]);
    const memberships = await w.core.store.read
      .selectFrom('membership')
      .select(['name', 'first_name', 'last_name', 'phone', 'sort_key', 'search_text'])
      .where('id', 'in', [membershipId, there.membershipId])
      .execute();
    const keys = { sort_key: 'zoe angstrom', search_text: 'zoe angstrom ana@example.org' };
    expect(memberships).toEqual([
      { ...told, ...keys },
      { ...told, ...keys },
    ]);
    const search = (text: string) =>
      w.core.store.read
        .selectFrom('membership')
        .select('id')
        .where('search_text', 'like', `%${text}%`)
        .where('organization_id', '=', w.organizationId)
        .execute();
    expect([await search('angstrom'), await search('given by us')]).toEqual([[{ id: membershipId }], []]);
    expect((await w.call('profile.get', {})).name).toBe(owner.name);
  });

  it('loses a phone number that is left out, and refuses one that cannot be a phone number', async () => {
    const w = await freshWorkspace();
    const name = { firstName: 'Olive', lastName: 'Owner' };
    await w.call('profile.update', { ...name, phone: '+353 1 555 0136' });
    for (const phone of ['call me', '123'])
      await expect(w.call('profile.update', { firstName: 'X', lastName: 'Y', phone })).rejects.toMatchObject({
        code: 'invalid-input',
        issues: [{ path: ['phone'], code: 'not-a-phone-number' }],
      });
    expect(await w.call('profile.get', {})).toMatchObject({ name: 'Olive Owner', phone: '+35315550136' });
    await w.call('profile.update', name);
    expect(await w.call('profile.get', {})).toMatchObject({ phone: null });
    await w.call('profile.update', { ...name, phone: '+353 1 555 0136' });
    await w.call('profile.update', { ...name, phone: '  ' });
    expect(await w.call('profile.get', {})).toMatchObject({ phone: null });
  });

  it('needs a sign-in, whatever the face', async () => {
    const w = await freshWorkspace();
    const core = { face: 'core', credentials: { kind: 'core' } } as const;
    const inputs = {
      'profile.get': {},
      'profile.update': { firstName: 'A', lastName: 'B' },
      'profile.changePassword': { current: owner.password, next },
      'profile.organizations': {},
      'profile.leave': { organizationId: w.organizationId },
      'profile.signOutEverywhere': {},
    } as const;
    for (const name of Object.keys(inputs) as (keyof typeof inputs)[]) {
      await expect(w.callAs(anonymous, name, inputs[name])).rejects.toMatchObject({ code: 'not-signed-in' });
      await expect(w.callAs(core, name, inputs[name])).rejects.toMatchObject({ code: 'not-signed-in' });
      await expect(w.callAs(asNobody, name, inputs[name])).rejects.toMatchObject({ code: 'not-signed-in' });
    }
  });
});

describe('changing one’s own password', () => {
  it('needs the current one, and ends every other session of that person, and only theirs', async () => {
    const w = await freshWorkspace();
    const { token } = await invite(w, 'ana@example.org');
    await accept(w, token);
    const mine = await signIn(w, owner.email, owner.password);
    const elsewhere = await signIn(w, owner.email, owner.password);
    const ana = await signIn(w, 'ana@example.org', newAccount.password);
    await w.callAs(mine, 'profile.changePassword', { current: owner.password, next });
    expect([await isSignedIn(w, mine), await isSignedIn(w, elsewhere), await isSignedIn(w, ana)]).toEqual([
      true,
      false,
      true,
    ]);
    await expect(signIn(w, owner.email, owner.password)).rejects.toMatchObject({ code: 'wrong-credentials' });
    expect(await isSignedIn(w, await signIn(w, owner.email, next))).toBe(true);
    const audit = await lastAudit(w, 'profile.changePassword');
    expect(audit).toMatchObject({ actor: owner.email, target: owner.email, outcome: 'done', detail: {} });
  });

  it('works from the command line as well, and ends every session', async () => {
    const w = await freshWorkspace();
    const mine = await signIn(w, owner.email, owner.password);
    await w.call('profile.changePassword', { current: owner.password, next });
    expect(await isSignedIn(w, mine)).toBe(false);
    expect(await isSignedIn(w, await signIn(w, owner.email, next))).toBe(true);
  });

  it('refuses a wrong current one, a common one and one that is too short, and writes none of them into the audit', async () => {
    const w = await freshWorkspace();
    const mine = await signIn(w, owner.email, owner.password);
    const change = (current: string, to: string) => w.callAs(mine, 'profile.changePassword', { current, next: to });
    await expect(change('not this one at all', next)).rejects.toMatchObject({ code: 'wrong-credentials' });
    await expect(change(owner.password, 'password1')).rejects.toMatchObject({ code: 'password-common' });
    await expect(change(owner.password, 'short')).rejects.toMatchObject({
      code: 'invalid-input',
      issues: [{ path: ['next'], code: 'password-too-short' }],
    });
    expect(await isSignedIn(w, await signIn(w, owner.email, owner.password))).toBe(true);
    expect(await lastAudit(w, 'profile.changePassword')).toMatchObject({
      outcome: 'denied',
      detail: { code: 'wrong-credentials' },
    });
    const audit = JSON.stringify(await w.core.store.read.selectFrom('audit').selectAll().execute());
    for (const secret of ['not this one at all', next, owner.password, 'password1'])
      expect(audit).not.toContain(secret);
  });

  it('lets one of two simultaneous changes win, and refuses the other', async () => {
    const w = await freshWorkspace();
    const mine = await signIn(w, owner.email, owner.password);
    const outcomes = await Promise.allSettled(
      [next, `${next} too`].map((to) =>
        w.callAs(mine, 'profile.changePassword', { current: owner.password, next: to }),
      ),
    );
    expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes.find((o) => o.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'wrong-credentials' });
  });
});
