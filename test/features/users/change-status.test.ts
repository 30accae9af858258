import { describe, expect, it } from 'vitest';
import { permissions } from '#contract/vocabulary/permissions.ts';
import { accept, invite, member, newAccount } from '../../support/invitees.ts';
import {
  addStructure,
  auditOf,
  join,
  memberOf,
  membership,
  ownerAddress,
  roleId,
  setMember,
  toldTo,
} from '../../support/members.ts';
import { asOperator, freshWorkspace, hour, type Workspace } from '../../support/workspace.ts';

const admin = asOperator('admin@example.org');
const window = { face: 'window', credentials: { kind: 'anonymous' } } as const;
const limit = (w: Workspace, seatLimit: number | null) =>
  w.call('organizations.update', { organizationId: w.organizationId, seatLimit });
const sessions = async (w: Workspace, email: string) =>
  (
    await w.core.store.read
      .selectFrom('session')
      .innerJoin('person', 'person.id', 'session.person_id')
      .select('session.face')
      .where('person.email', '=', email)
      .execute()
  ).map((s) => s.face);
/** Somebody who joined through their link and is signed in. */
async function joined(w: Workspace, email: string) {
  const { token, membershipId } = await invite(w, email);
  await accept(w, token);
  for (const face of ['window', 'portal'] as const)
    await w.callAs({ ...window, face }, 'session.signIn', { email, password: newAccount.password });
  return membershipId;
}
/** Holds every right there is without being an owner. */
async function deputy(w: Workspace) {
  await w.call('roles.create', { organizationId: w.organizationId, name: 'Deputy', permissions: [...permissions] });
  await join(w, 'deputy@example.org', 'Deputy');
  return asOperator('deputy@example.org');
}

describe('suspending', () => {
  it('stops access, keeps roles, teams and account, and tells the person', async () => {
    const w = await freshWorkspace();
    const id = await joined(w, 'ana@example.org');
    const team = await addStructure(w, 'teams', 'Freight');
    await w.call('users.update', { ...member(w, id), teams: { add: [team] } });
    w.clock.advance(hour);
    await w.call('users.suspend', member(w, id));
    expect(await w.call('users.get', member(w, id))).toMatchObject({
      status: 'suspended',
      roles: [{ name: 'Member' }],
      teams: [{ name: 'Freight' }],
      changedAt: w.clock.time,
    });
    expect((await toldTo(w, 'ana@example.org')).at(-1)).toEqual({ kind: 'suspended', added: [], removed: [] });
    expect(await auditOf(w, 'users.suspend', 'ana@example.org')).toMatchObject([{ actor: ownerAddress }]);
    expect(await sessions(w, 'ana@example.org')).toEqual(['window', 'portal']);
    await expect(
      w.callAs(asOperator('ana@example.org'), 'users.counts', { organizationId: w.organizationId }),
    ).rejects.toMatchObject({ code: 'unknown-operator' });
  });

  it('is for active people only', async () => {
    const w = await freshWorkspace();
    const { membershipId: pending } = await invite(w, 'pia@example.org');
    const active = await join(w, 'ana@example.org');
    await w.call('users.suspend', member(w, active));
    for (const [id, email] of [
      [pending, 'pia@example.org'],
      [active, 'ana@example.org'],
    ] as const)
      await expect(w.call('users.suspend', member(w, id))).rejects.toMatchObject({
        code: 'not-active',
        data: { email },
      });
  });
});

describe('reactivating', () => {
  it('gives the access back as it was', async () => {
    const w = await freshWorkspace();
    const id = await join(w, 'admin@example.org', 'Admin');
    await w.call('users.suspend', member(w, id));
    w.clock.advance(hour);
    await w.call('users.reactivate', member(w, id));
    await w.callAs(admin, 'users.counts', { organizationId: w.organizationId });
    expect(await membership(w, id)).toMatchObject({ status: 'active', changed_at: w.clock.time });
    expect((await toldTo(w, 'admin@example.org')).at(-1)).toMatchObject({ kind: 'reactivated' });
    expect(await auditOf(w, 'users.reactivate', 'admin@example.org')).toHaveLength(1);
    await expect(w.call('users.reactivate', member(w, id))).rejects.toMatchObject({
      code: 'not-suspended',
      data: { email: 'admin@example.org' },
    });
  });

  it('needs a free seat for a user and none for a guest', async () => {
    const w = await freshWorkspace();
    const id = await join(w, 'ana@example.org');
    await w.call('users.suspend', member(w, id));
    await limit(w, 1);
    await expect(w.call('users.reactivate', member(w, id))).rejects.toMatchObject({
      code: 'seats-exceeded',
      data: { free: 0, needed: 1 },
    });
    expect((await membership(w, id)).status).toBe('suspended');
    await setMember(w, id, { kind: 'guest' });
    await w.call('users.reactivate', member(w, id));
    await w.call('users.suspend', member(w, id));
    await setMember(w, id, { kind: 'user' });
    await limit(w, 2);
    await w.call('users.reactivate', member(w, id));
    expect((await membership(w, id)).status).toBe('active');
  });
});

describe('a guest whose access has ended', () => {
  const expired = async (status: 'active' | 'suspended') => {
    const w = await freshWorkspace();
    const id = await joined(w, 'gil@example.org');
    await setMember(w, id, { kind: 'guest', status, access_ends_at: w.clock.time });
    return { w, id };
  };

  it('cannot be suspended, since there is no access left to suspend', async () => {
    const { w, id } = await expired('active');
    await expect(w.call('users.suspend', member(w, id))).rejects.toMatchObject({
      code: 'access-ended',
      data: { email: 'gil@example.org' },
    });
    w.clock.time--;
    await w.call('users.suspend', member(w, id));
  });

  it('is expired when a suspension ends, and is told nothing about access that they do not have', async () => {
    const { w, id } = await expired('suspended');
    const before = await toldTo(w, 'gil@example.org');
    await w.call('users.reactivate', member(w, id));
    expect(await w.call('users.get', member(w, id))).toMatchObject({ status: 'expired', changedAt: w.clock.time });
    expect(await toldTo(w, 'gil@example.org')).toEqual(before);
  });

  it('can be given teams without being told, and can be removed', async () => {
    const { w, id } = await expired('active');
    const before = await toldTo(w, 'gil@example.org');
    const team = await addStructure(w, 'teams', 'Freight');
    await w.call('users.update', { ...member(w, id), teams: { add: [team] } });
    expect(await w.call('users.get', member(w, id))).toMatchObject({ status: 'expired', teams: [{ id: team }] });
    expect(await toldTo(w, 'gil@example.org')).toEqual(before);
    await w.call('users.remove', member(w, id));
    expect((await membership(w, id)).status).toBe('removed');
  });
});

describe('removing', () => {
  it.each(['active', 'suspended'] as const)(
    'ends the membership of somebody %s with all that it gave',
    async (status) => {
      const w = await freshWorkspace();
      const id = await joined(w, 'ana@example.org');
      const given = {
        teams: { add: [await addStructure(w, 'teams', 'Freight')] },
        groups: { add: [await addStructure(w, 'groups', 'Night shift')] },
        products: { add: [await addStructure(w, 'products', 'Tracker')] },
        lines: { add: [await addStructure(w, 'lines', 'North')] },
      };
      await w.call('users.update', { ...member(w, id), ...given });
      if (status === 'suspended') await w.call('users.suspend', member(w, id));
      w.clock.advance(hour);
      await w.call('users.remove', member(w, id));
      expect(await w.call('users.get', member(w, id))).toMatchObject({
        status: 'removed',
        roles: [],
        teams: [],
        groups: [],
        products: [],
        lines: [],
        changedAt: w.clock.time,
      });
      expect(await sessions(w, 'ana@example.org')).toEqual([]);
      expect((await toldTo(w, 'ana@example.org')).at(-1)).toMatchObject({ kind: 'removed' });
      expect(await auditOf(w, 'users.remove', 'ana@example.org')).toHaveLength(1);
      await expect(w.call('users.remove', member(w, id))).rejects.toMatchObject({ code: 'not-found' });
    },
  );

  it('keeps somebody signed in who is active elsewhere', async () => {
    const w = await freshWorkspace();
    const id = await joined(w, 'ana@example.org');
    const elsewhere = await w.call('organizations.create', {
      name: 'Brightwater',
      owner: { name: 'Ana', email: 'ana@example.org', password: 'another long sentence' },
    });
    await w.call('users.remove', member(w, id));
    expect(await sessions(w, 'ana@example.org')).toEqual(['window', 'portal']);
    const theirs = await memberOf(w, 'ana@example.org', elsewhere.organizationId);
    expect((await membership(w, theirs)).status).toBe('active');
  });

  it('of somebody invited revokes: link and waiting mail end, and inviting again works from scratch', async () => {
    const w = await freshWorkspace();
    const { membershipId, token } = await invite(w, 'pia@example.org');
    await w.call('users.remove', member(w, membershipId));
    expect(await w.call('users.get', member(w, membershipId))).toMatchObject({
      status: 'revoked',
      roles: [],
      invitations: [{ state: 'revoked', endedAt: w.clock.time }],
      delivery: { state: 'cancelled' },
    });
    await expect(accept(w, token)).rejects.toMatchObject({ code: 'link-revoked' });
    expect(await toldTo(w, 'pia@example.org')).toEqual([]);
    const again = await invite(w, 'pia@example.org', { roles: ['Auditor'] });
    expect(again.membershipId).toBe(membershipId);
    await accept(w, again.token);
    await w.call('users.remove', member(w, membershipId));
    await invite(w, 'pia@example.org');
    expect(await w.call('users.get', member(w, membershipId))).toMatchObject({
      status: 'pending',
      roles: [{ name: 'Member' }],
      invitations: [{ generation: 3, state: 'pending' }, { generation: 2 }, { generation: 1 }],
    });
  });

  it('frees the seat', async () => {
    const w = await freshWorkspace();
    const id = await join(w, 'ana@example.org');
    const { membershipId: pending } = await invite(w, 'pia@example.org');
    await limit(w, 3);
    await w.call('users.remove', member(w, id));
    await w.call('users.remove', member(w, pending));
    const { organizationId } = w;
    expect(await w.call('organizations.seats', { organizationId })).toMatchObject({ used: 1, pending: 0, free: 2 });
    const counts = await w.core.store.read
      .selectFrom('user_count')
      .select(['status', 'n'])
      .where('organization_id', '=', organizationId)
      .execute();
    expect(Object.fromEntries(counts.map((c) => [c.status, c.n]))).toEqual({
      active: 1,
      pending: 0,
      removed: 1,
      revoked: 1,
    });
  });
});

describe('nobody', () => {
  it.each(['suspend', 'remove'] as const)('may %s themselves', async (deed) => {
    const w = await freshWorkspace();
    const id = await join(w, 'admin@example.org', 'Admin');
    await expect(w.callAs(admin, `users.${deed}`, member(w, id))).rejects.toMatchObject({ code: 'yourself' });
    await expect(w.call(`users.${deed}`, member(w, await memberOf(w, ownerAddress)))).rejects.toMatchObject({
      code: 'yourself',
    });
  });

  it.each(['suspend', 'remove'] as const)('may %s the last active owner', async (deed) => {
    const w = await freshWorkspace();
    const as = await deputy(w);
    const boss = await memberOf(w, ownerAddress);
    const sam = await join(w, 'sam@example.org', 'Owner');
    await w.callAs(as, 'users.suspend', member(w, sam));
    await expect(w.callAs(as, `users.${deed}`, member(w, boss))).rejects.toMatchObject({
      code: 'last-owner',
      data: { email: ownerAddress },
    });
    expect((await membership(w, boss)).status).toBe('active');
    await w.callAs(as, 'users.reactivate', member(w, sam));
    await w.callAs(as, `users.${deed}`, member(w, boss));
    await expect(w.callAs(as, `users.${deed}`, member(w, sam))).rejects.toMatchObject({ code: 'last-owner' });
  });

  it('may suspend, reactivate, remove, reinvite or revoke somebody with stronger roles, of which the strongest is named', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await w.call('roles.create', { organizationId, name: 'Role maker', permissions: ['roles:write'] });
    await join(w, 'admin@example.org', 'Admin');
    const id = await join(w, 'boss@example.org', 'Role maker');
    await w.call('users.update', { ...member(w, id), roles: { add: [await roleId(w, 'Owner')] } });
    const { membershipId: invited } = await invite(w, 'pia@example.org', { roles: ['Role maker', 'Owner'] });
    const refused = { code: 'role-not-grantable', data: { role: 'Owner' } };
    for (const deed of ['suspend', 'remove'] as const)
      await expect(w.callAs(admin, `users.${deed}`, member(w, id))).rejects.toMatchObject(refused);
    await w.call('users.suspend', member(w, id));
    await expect(w.callAs(admin, 'users.reactivate', member(w, id))).rejects.toMatchObject(refused);
    await expect(w.callAs(admin, 'users.remove', member(w, invited))).rejects.toMatchObject(refused);
    for (const deed of ['reinvite', 'revoke'] as const)
      await expect(w.callAs(admin, `invitations.${deed}`, member(w, invited))).rejects.toMatchObject(refused);
    // somebody with the same role is within their reach
    await w.callAs(admin, 'users.suspend', member(w, await join(w, 'ada@example.org', 'Admin')));
  });
});

describe('reinviting', () => {
  it('claims a seat for a user whose invitation has expired, and none while it is still open', async () => {
    const w = await freshWorkspace();
    const { membershipId } = await invite(w, 'pia@example.org');
    await limit(w, 2);
    await w.call('invitations.reinvite', member(w, membershipId));
    await w.call('invitations.copyLink', member(w, membershipId));
    w.clock.advance(80 * hour);
    await invite(w, 'quick@example.org');
    await expect(w.call('invitations.reinvite', member(w, membershipId))).rejects.toMatchObject({
      code: 'seats-exceeded',
      data: { free: 0, needed: 1 },
    });
    await setMember(w, membershipId, { kind: 'guest' });
    await w.call('invitations.reinvite', member(w, membershipId));
    expect(await w.call('users.get', member(w, membershipId))).toMatchObject({
      status: 'pending',
      invitations: [{ generation: 3 }, { generation: 2, state: 'replaced' }, { generation: 1, state: 'replaced' }],
    });
  });
});
