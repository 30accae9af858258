import { describe, expect, it } from 'vitest';
import type { Permission } from '#contract/vocabulary/permissions.ts';
import { invite } from '../../support/invitees.ts';
import { lastAudit, namesOf, setMember } from '../../support/memberships.ts';
import { addOperator } from '../../support/operators.ts';
import { asOperator, freshWorkspace, type Workspace } from '../../support/workspace.ts';

const addRole = async (w: Workspace, name: string, permissions: Permission[] = []) =>
  (await w.call('roles.create', { organizationId: w.organizationId, name, permissions })).id;
const roleNamed = async (w: Workspace, name: string) =>
  (await w.call('roles.list', { organizationId: w.organizationId })).rows.find((r) => r.name === name);
const idOf = async (w: Workspace, name: string) => (await roleNamed(w, name))?.id ?? 0;

/** Somebody who may change roles and holds little else. */
async function addKeeper(w: Workspace): Promise<ReturnType<typeof asOperator>> {
  await addRole(w, 'Role keeper', ['roles:write', 'mail:read']);
  await addOperator(w, 'keeper@example.org', 'Role keeper');
  return asOperator('keeper@example.org');
}

describe('roles', () => {
  it('are made from rights; names must differ in more than case and accents', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await addRole(w, 'Reader', ['users:read']);
    expect(await roleNamed(w, 'Reader')).toMatchObject({ key: null, builtIn: false, permissions: ['users:read'] });
    await expect(w.call('roles.create', { organizationId, name: 'mémber' })).rejects.toMatchObject({
      code: 'already-exists',
      data: { what: 'role', name: 'mémber' },
    });
  });

  it('are listed with the key of built-in ones and the number of people who have them now', async () => {
    const w = await freshWorkspace();
    const left = await invite(w, 'left@example.org');
    await invite(w, 'pending@example.org');
    await setMember(w, left.membershipId, { status: 'removed' });
    const { rows } = await w.call('roles.list', { organizationId: w.organizationId });
    expect(rows.map(({ key, members }) => [key, members])).toEqual([
      ['owner', 1],
      ['admin', 0],
      ['user-manager', 0],
      ['account-manager', 0],
      ['auditor', 0],
      ['member', 1],
    ]);
  });

  it('are marked for each operator as theirs to give or not', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await addOperator(w, 'manager@example.org', 'User manager');
    const { rows } = await w.callAs(asOperator('manager@example.org'), 'roles.list', { organizationId });
    expect(rows.filter((r) => r.grantable).map((r) => r.name)).toEqual(['User manager', 'Member']);
  });

  it('cannot be given more rights than their creator has', async () => {
    const w = await freshWorkspace();
    const keeper = await addKeeper(w);
    await expect(
      w.callAs(keeper, 'roles.create', {
        organizationId: w.organizationId,
        name: 'Strong',
        permissions: ['users:write'],
      }),
    ).rejects.toMatchObject({ code: 'role-not-grantable', data: { role: 'Strong' } });
    expect(await lastAudit(w, 'roles.create')).toMatchObject({ outcome: 'denied', actor: 'keeper@example.org' });
  });

  it('are changed only with the right to write them', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const id = await addRole(w, 'Reader');
    await addOperator(w, 'admin@example.org', 'Admin');
    const admin = asOperator('admin@example.org');
    const refused = { code: 'not-permitted', data: { permission: 'roles:write' } };
    await expect(w.callAs(admin, 'roles.update', { organizationId, id, name: 'X' })).rejects.toMatchObject(refused);
    await expect(w.callAs(admin, 'roles.remove', { organizationId, id })).rejects.toMatchObject(refused);
  });
});

describe('changing a role', () => {
  it('renames it, sets its rights, or both, and takes effect at once', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const id = await addRole(w, 'Reader', ['users:read']);
    await addOperator(w, 'reader@example.org', 'Reader');
    await w.call('roles.update', { organizationId, id, name: 'People reader' });
    expect(await roleNamed(w, 'People reader')).toMatchObject({ id, permissions: ['users:read'] });
    await w.call('roles.update', { organizationId, id, permissions: ['roles:read', 'roles:read'] });
    expect(await roleNamed(w, 'People reader')).toMatchObject({ id, permissions: ['roles:read'] });
    await expect(w.callAs(asOperator('reader@example.org'), 'users.counts', { organizationId })).rejects.toMatchObject({
      code: 'not-permitted',
    });
    await w.call('roles.update', { organizationId, id, name: 'people Reader', permissions: [] });
    expect(await roleNamed(w, 'people Reader')).toMatchObject({ id, permissions: [] });
    expect(await lastAudit(w, 'roles.update')).toMatchObject({
      target: `role ${id}`,
      detail: {
        name: 'people Reader',
        permissions: [],
        before: { name: 'People reader', permissions: ['roles:read'] },
      },
    });
  });

  it('refuses built-in ones, unknown ones, those of another organization, and a name that is taken', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const id = await addRole(w, 'Reader');
    const member = await idOf(w, 'Member');
    const update = (input: { id: number; name?: string; permissions?: Permission[] }) =>
      w.call('roles.update', { organizationId, ...input });
    await expect(update({ id: member, name: 'Boss' })).rejects.toMatchObject({
      code: 'built-in-role',
      data: { role: 'Member' },
    });
    await expect(update({ id: member, permissions: ['users:read'] })).rejects.toMatchObject({ code: 'built-in-role' });
    await expect(update({ id: 4711, name: 'X' })).rejects.toMatchObject({ code: 'not-found', data: { what: 'role' } });
    await expect(update({ id, name: ' MEMBER ' })).rejects.toMatchObject({ code: 'already-exists' });
    const other = await w.call('organizations.create', {
      name: 'Other',
      owner: { name: 'Olive', email: 'owner@example.com', password: 'another long sentence' },
    });
    await expect(
      w.call('roles.update', { organizationId: other.organizationId, id, name: 'Mine' }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await roleNamed(w, 'Reader')).toMatchObject({ id });
  });

  it('is refused to anybody who holds less than it allows, before or after', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const strong = await addRole(w, 'Strong', ['users:write']);
    const weak = await addRole(w, 'Weak', ['mail:read']);
    const keeper = await addKeeper(w);
    const refused = { code: 'role-not-grantable' };
    for (const change of [{ name: 'Mine' }, { permissions: [] }])
      await expect(w.callAs(keeper, 'roles.update', { organizationId, id: strong, ...change })).rejects.toMatchObject(
        refused,
      );
    await expect(
      w.callAs(keeper, 'roles.update', { organizationId, id: weak, permissions: ['mail:write'] }),
    ).rejects.toMatchObject(refused);
    await w.callAs(keeper, 'roles.update', { organizationId, id: weak, permissions: ['roles:read'] });
    expect(await roleNamed(w, 'Weak')).toMatchObject({ permissions: ['roles:read'] });
    expect(await roleNamed(w, 'Strong')).toMatchObject({ permissions: ['users:write'] });
  });
});

describe('removing a role', () => {
  it('that nobody has removes its rights with it', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const id = await addRole(w, 'Reader', ['users:read']);
    expect(await w.call('roles.remove', { organizationId, id })).toEqual({ members: 0 });
    expect(await roleNamed(w, 'Reader')).toBeUndefined();
    expect(
      await w.core.store.read.selectFrom('role_permission').selectAll().where('role_id', '=', id).execute(),
    ).toEqual([]);
    await expect(w.call('roles.remove', { organizationId, id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('that somebody has needs a replacement, which each of them gets once', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const id = await addRole(w, 'Reader', ['users:read']);
    await addOperator(w, 'active@example.org', 'Reader');
    const pending = await invite(w, 'pending@example.org', { roles: ['Reader'] });
    const both = await invite(w, 'both@example.org', { roles: ['Reader', 'Auditor', 'Member'] });
    const gone = await invite(w, 'gone@example.org', { roles: ['Reader'] });
    await setMember(w, both.membershipId, { status: 'suspended' });
    await setMember(w, gone.membershipId, { status: 'removed', changed_at: 5 });

    await expect(w.call('roles.remove', { organizationId, id })).rejects.toMatchObject({
      code: 'role-in-use',
      data: { role: 'Reader', members: 4 },
    });
    w.clock.advance(1000);
    await w.call('views.save', { organizationId, name: 'Readers', query: { filter: { roles: [id] } } });
    const answer = await w.call('roles.remove', { organizationId, id, replaceWith: await idOf(w, 'Member') });
    expect(answer).toEqual({ members: 3 });
    const { rows } = await w.call('views.list', { organizationId });
    expect(rows[0]?.query.filter.roles).toEqual([await idOf(w, 'Member')]);
    expect(await roleNamed(w, 'Reader')).toBeUndefined();
    expect(await namesOf(w, 'role', pending.membershipId)).toEqual(['Member']);
    expect(await namesOf(w, 'role', both.membershipId)).toEqual(['Auditor', 'Member']);
    expect(await namesOf(w, 'role', gone.membershipId)).toEqual(['Member']);
    expect(await roleNamed(w, 'Member')).toMatchObject({ members: 3 });
    const changed = await w.core.store.read
      .selectFrom('membership')
      .select(['id', 'changed_at'])
      .where('id', 'in', [pending.membershipId, gone.membershipId])
      .orderBy('id')
      .execute();
    expect(changed.map((m) => m.changed_at)).toEqual([w.clock.now(), 5]);
    expect(await lastAudit(w, 'roles.remove')).toMatchObject({
      target: `role ${id}`,
      detail: { name: 'Reader', members: 3, replaceWith: 'Member' },
    });
  });

  it('that only somebody who has left had needs a replacement as well', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const id = await addRole(w, 'Reader');
    const gone = await invite(w, 'gone@example.org', { roles: ['Reader'] });
    // as in workspaces from before leaving took the roles away
    await setMember(w, gone.membershipId, { status: 'revoked' });
    await expect(w.call('roles.remove', { organizationId, id })).rejects.toMatchObject({
      code: 'role-in-use',
      data: { members: 1 },
    });
    const answer = await w.call('roles.remove', { organizationId, id, replaceWith: await idOf(w, 'Member') });
    expect(answer).toEqual({ members: 0 });
  });

  it('tells those who have joined what they get instead', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const id = await addRole(w, 'Reader');
    await addOperator(w, 'active@example.org', 'Reader');
    await invite(w, 'pending@example.org', { roles: ['Reader'] });
    await w.call('roles.remove', { organizationId, id, replaceWith: await idOf(w, 'Auditor') });
    const told = await w.core.store.read
      .selectFrom('notice')
      .innerJoin('person', 'person.id', 'notice.person_id')
      .select(['person.email', 'notice.kind', 'notice.detail'])
      .execute();
    expect(told).toEqual([
      {
        email: 'active@example.org',
        kind: 'access-changed',
        detail: JSON.stringify({ added: ['Auditor'], removed: ['Reader'] }),
      },
    ]);
  });

  it('is refused for built-in ones, with an unsuitable replacement, and to anybody who holds less', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const strong = await addRole(w, 'Strong', ['users:write']);
    const weak = await addRole(w, 'Weak');
    const keeper = await addKeeper(w);
    const remove = (id: number, replaceWith?: number, caller = asOperator('owner@example.com')) =>
      w.callAs(caller, 'roles.remove', { organizationId, id, ...(replaceWith ? { replaceWith } : {}) });
    await expect(remove(await idOf(w, 'Auditor'))).rejects.toMatchObject({ code: 'built-in-role' });
    await expect(remove(weak, 4711)).rejects.toMatchObject({ code: 'not-found', data: { what: 'role' } });
    await expect(remove(weak, weak)).rejects.toMatchObject({
      code: 'invalid-input',
      issues: [{ path: ['replaceWith'], code: 'same-one' }],
    });
    await expect(remove(weak, await idOf(w, 'Owner'), keeper)).rejects.toMatchObject({
      code: 'role-not-grantable',
      data: { role: 'Owner' },
    });
    await expect(remove(strong, weak, keeper)).rejects.toMatchObject({
      code: 'role-not-grantable',
      data: { role: 'Strong' },
    });
    expect(await roleNamed(w, 'Weak')).toBeDefined();
    expect(await roleNamed(w, 'Strong')).toBeDefined();
  });
});
