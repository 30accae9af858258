import { describe, expect, it } from 'vitest';
import type { InputOf } from '#contract/index.ts';
import { structureKinds } from '#contract/vocabulary/structure.ts';
import { invite, member } from '../../support/invitees.ts';
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

const names = (named: readonly { name: string }[]) => named.map((n) => n.name);
const admin = asOperator('admin@example.org');
const secondOrganization = async (w: Workspace) =>
  (
    await w.call('organizations.create', {
      name: 'Brightwater',
      owner: { name: 'Olive', email: ownerAddress, password: 'another long sentence' },
    })
  ).organizationId;

describe('changing what a user has', () => {
  it('gives and takes roles, teams, groups, products and lines in one call; name and address stay', async () => {
    const w = await freshWorkspace();
    const id = await join(w, 'ana@example.org');
    const before = await w.call('users.get', member(w, id));
    const freight = await addStructure(w, 'teams', 'Freight');
    const given = {
      roles: { add: [await roleId(w, 'Auditor')], remove: [await roleId(w, 'Member')] },
      teams: { add: [freight] },
      groups: { add: [await addStructure(w, 'groups', 'Night shift')] },
      products: { add: [await addStructure(w, 'products', 'Tracker')] },
      lines: { add: [await addStructure(w, 'lines', 'North'), await addStructure(w, 'lines', 'South')] },
    };
    w.clock.advance(hour);
    await w.call('users.update', { ...member(w, id), ...given });
    const after = await w.call('users.get', member(w, id));
    expect(names(after.roles)).toEqual(['Auditor']);
    expect(names(after.teams)).toEqual(['Freight']);
    expect(names(after.groups)).toEqual(['Night shift']);
    expect(names(after.products)).toEqual(['Tracker']);
    expect(names(after.lines)).toEqual(['North', 'South']);
    expect(after).toMatchObject({ name: before.name, email: before.email, status: 'active', changedAt: w.clock.time });

    const added = ['Auditor', 'Freight', 'Night shift', 'Tracker', 'North', 'South'];
    expect(await auditOf(w, 'users.update', 'ana@example.org')).toEqual([
      { actor: ownerAddress, outcome: 'done', detail: { added, removed: ['Member'] } },
    ]);
    expect(await toldTo(w, 'ana@example.org')).toContainEqual({ kind: 'access-changed', added, removed: ['Member'] });

    await w.call('users.update', { ...member(w, id), teams: { remove: [freight] } });
    expect((await w.call('users.get', member(w, id))).teams).toEqual([]);
  });

  it('does nothing where everything is already as asked', async () => {
    const w = await freshWorkspace();
    const id = await join(w, 'ana@example.org');
    const team = await addStructure(w, 'teams', 'Freight');
    const other = await addStructure(w, 'teams', 'Yard');
    await w.call('users.update', { ...member(w, id), teams: { add: [team] } });
    const before = await membership(w, id);
    const told = await toldTo(w, 'ana@example.org');
    w.clock.advance(hour);
    for (const teams of [{ add: [team, team] }, { remove: [other] }, { add: [team], remove: [team] }])
      await w.call('users.update', { ...member(w, id), teams });
    await w.call('users.update', member(w, id));
    expect(await membership(w, id)).toEqual(before);
    expect(await toldTo(w, 'ana@example.org')).toEqual(told);
  });

  it('tells only active people; pending and suspended ones are changed quietly', async () => {
    const w = await freshWorkspace();
    const team = await addStructure(w, 'teams', 'Freight');
    const { membershipId: pending } = await invite(w, 'pia@example.org');
    const suspended = await join(w, 'sam@example.org');
    await setMember(w, suspended, { status: 'suspended' });
    for (const id of [pending, suspended]) {
      await w.call('users.update', { ...member(w, id), teams: { add: [team] } });
      expect(names((await w.call('users.get', member(w, id))).teams)).toEqual(['Freight']);
    }
    expect([...(await toldTo(w, 'pia@example.org')), ...(await toldTo(w, 'sam@example.org'))]).toEqual([]);
  });

  it.each(['revoked', 'removed'] as const)('finds nobody who is %s', async (status) => {
    const w = await freshWorkspace();
    const id = await join(w, 'ana@example.org');
    await setMember(w, id, { status });
    for (const deed of ['update', 'suspend', 'reactivate', 'remove'] as const)
      await expect(w.call(`users.${deed}`, member(w, id))).rejects.toMatchObject({
        code: 'not-found',
        data: { what: 'user' },
      });
  });

  it('reaches nobody and nothing of another organization', async () => {
    const w = await freshWorkspace();
    const organizationId = await secondOrganization(w);
    const theirs = await memberOf(w, ownerAddress, organizationId);
    for (const deed of ['update', 'suspend', 'reactivate', 'remove'] as const)
      await expect(w.call(`users.${deed}`, member(w, theirs))).rejects.toMatchObject({ code: 'not-found' });
    const id = await join(w, 'ana@example.org');
    const role = await roleId(w, 'Member', organizationId);
    for (const roles of [{ add: [role] }, { remove: [role] }])
      await expect(w.call('users.update', { ...member(w, id), roles })).rejects.toMatchObject({
        code: 'not-found',
        data: { what: 'role' },
      });
    for (const kind of structureKinds) {
      const { id: foreign } = await w.call(`${kind}.create`, { organizationId, name: 'Elsewhere' });
      for (const change of [{ add: [foreign] }, { remove: [foreign] }])
        await expect(w.call('users.update', { ...member(w, id), [kind]: change })).rejects.toMatchObject({
          code: 'not-found',
          data: { what: kind },
        });
    }
  });

  it.each(structureKinds)('does not give %s that are archived, but takes them away', async (kind) => {
    const w = await freshWorkspace();
    const id = await join(w, 'ana@example.org');
    const old = await addStructure(w, kind, 'Old');
    await w.call('users.update', { ...member(w, id), [kind]: { add: [old] } });
    await w.call(`${kind}.archive`, { organizationId: w.organizationId, id: old });
    await expect(w.call('users.update', { ...member(w, id), [kind]: { add: [old] } })).rejects.toMatchObject({
      code: 'not-found',
      data: { what: kind },
    });
    await w.call('users.update', { ...member(w, id), [kind]: { remove: [old] } });
    expect((await w.call('users.get', member(w, id)))[kind]).toEqual([]);
  });

  it('leaves nobody without a role, and changes nothing when a call would', async () => {
    const w = await freshWorkspace();
    const id = await join(w, 'ana@example.org');
    const only = await roleId(w, 'Member');
    const team = await addStructure(w, 'teams', 'Freight');
    const taking = { ...member(w, id), roles: { remove: [only] }, teams: { add: [team] } };
    await expect(w.call('users.update', taking)).rejects.toMatchObject({
      code: 'role-needed',
      data: { email: 'ana@example.org' },
    });
    expect((await w.call('users.get', member(w, id))).teams).toEqual([]);
    await setMember(w, id, { kind: 'guest' });
    await expect(w.call('users.update', taking)).rejects.toMatchObject({ code: 'role-needed' });
    await w.call('users.update', { ...taking, roles: { add: [await roleId(w, 'Auditor')], remove: [only] } });
    expect(names((await w.call('users.get', member(w, id))).roles)).toEqual(['Auditor']);
  });

  it('lets nobody give or take a role that allows more than their own, and audits the attempt', async () => {
    const w = await freshWorkspace();
    await join(w, 'admin@example.org', 'Admin');
    const id = await join(w, 'ana@example.org');
    const owners = [await roleId(w, 'Owner')];
    const boss = await memberOf(w, ownerAddress);
    for (const [target, roles] of [
      [id, { add: owners }],
      [boss, { add: [await roleId(w, 'Member')], remove: owners }],
    ] satisfies [number, InputOf<'users.update'>['roles']][])
      await expect(w.callAs(admin, 'users.update', { ...member(w, target), roles })).rejects.toMatchObject({
        code: 'role-not-grantable',
        data: { role: 'Owner' },
      });
    expect(names((await w.call('users.get', member(w, boss))).roles)).toEqual(['Owner']);
    const { rows } = await w.call('audit.list', { organizationId: w.organizationId, limit: 1 });
    expect(rows).toMatchObject([{ actor: 'admin@example.org', operation: 'users.update', outcome: 'denied' }]);
    await w.callAs(admin, 'users.update', { ...member(w, id), roles: { add: [await roleId(w, 'Admin')] } });
  });

  it('keeps the last active owner an owner; an invited or suspended one does not count', async () => {
    const w = await freshWorkspace();
    const boss = await memberOf(w, ownerAddress);
    const [ownerRole, memberRole] = [await roleId(w, 'Owner'), await roleId(w, 'Member')];
    const stepDown = { ...member(w, boss), roles: { add: [memberRole], remove: [ownerRole] } };
    await invite(w, 'pia@example.org', { roles: ['Owner'] });
    const sam = await join(w, 'sam@example.org', 'Owner');
    await w.call('users.suspend', member(w, sam));
    await expect(w.call('users.update', stepDown)).rejects.toMatchObject({
      code: 'last-owner',
      data: { email: ownerAddress },
    });
    // the suspended one does not count as an owner, and can lose the role
    await w.call('users.update', { ...member(w, sam), roles: { add: [memberRole], remove: [ownerRole] } });
    await join(w, 'zoe@example.org', 'Owner');
    await w.call('users.update', stepDown);
    const { roles } = await w.callAs(asOperator('zoe@example.org'), 'users.get', member(w, boss));
    expect(names(roles)).toEqual(['Member']);
  });

  it('gives an inbox agent no role, but teams like anybody else', async () => {
    const w = await freshWorkspace();
    const id = await join(w, 'ina@example.org');
    await setMember(w, id, { kind: 'inbox-agent' });
    const roles = { add: [await roleId(w, 'Auditor')] };
    await expect(w.call('users.update', { ...member(w, id), roles })).rejects.toMatchObject({
      code: 'no-role-for-agents',
      data: { email: 'ina@example.org' },
    });
    await w.call('users.update', { ...member(w, id), teams: { add: [await addStructure(w, 'teams', 'Front desk')] } });
    expect(names((await w.call('users.get', member(w, id))).teams)).toEqual(['Front desk']);
  });

  it('takes neither name nor address, and needs write on users', async () => {
    const w = await freshWorkspace();
    const id = await join(w, 'ana@example.org');
    for (const more of [{ name: 'Another' }, { email: 'other@example.org' }])
      await expect(
        w.core.dispatch(asOperator(ownerAddress), 'users.update', { ...member(w, id), ...more }),
      ).rejects.toMatchObject({ code: 'invalid-input', issues: [{ code: 'unrecognized-keys' }] });
    await join(w, 'auditor@example.org', 'Auditor');
    for (const deed of ['update', 'suspend', 'reactivate', 'remove'] as const)
      await expect(w.callAs(asOperator('auditor@example.org'), `users.${deed}`, member(w, id))).rejects.toMatchObject({
        code: 'not-permitted',
        data: { permission: 'users:write' },
      });
  });
});
