import { describe, expect, it } from 'vitest';
import { addOperator } from '../../support/operators.ts';
import { asOperator, freshWorkspace } from '../../support/workspace.ts';

describe('roles', () => {
  it('of one’s own are made from rights and can be renamed; built-in ones keep their names', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const { id } = await w.call('roles.create', { organizationId, name: 'Reader', permissions: ['users:read'] });
    await w.call('roles.rename', { organizationId, id, name: 'People reader' });
    const { rows } = await w.call('roles.list', { organizationId });
    expect(rows.at(-1)).toMatchObject({ name: 'People reader', builtIn: false, permissions: ['users:read'] });
    const member = rows.find((r) => r.name === 'Member')?.id ?? 0;
    await expect(w.call('roles.rename', { organizationId, id: member, name: 'Boss' })).rejects.toMatchObject({
      code: 'built-in-role',
    });
    await expect(w.call('roles.create', { organizationId, name: 'member' })).rejects.toMatchObject({
      code: 'already-exists',
    });
  });

  it('say for each operator which of them are theirs to give', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await addOperator(w, 'manager@example.org', 'User manager');
    const { rows } = await w.callAs(asOperator('manager@example.org'), 'roles.list', { organizationId });
    expect(rows.filter((r) => r.grantable).map((r) => r.name)).toEqual(['User manager', 'Member']);
  });

  it('cannot be made stronger than the one who makes them', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await w.call('roles.create', { organizationId, name: 'Role keeper', permissions: ['roles:write'] });
    await addOperator(w, 'keeper@example.org', 'Role keeper');
    await expect(
      w.callAs(asOperator('keeper@example.org'), 'roles.create', {
        organizationId,
        name: 'Strong',
        permissions: ['users:write'],
      }),
    ).rejects.toMatchObject({ code: 'role-not-grantable' });
  });
});
