import { GatehouseError } from '#contract/errors.ts';
import { mayGrant } from '#contract/permissions.ts';
import type { HandlersOf } from '../../kernel/context.ts';
import { addRole, countMembers, listRoles, renameRole } from './store.ts';

export const handlers = {
  async list({ db, permissions }, { organizationId }) {
    const members = await countMembers(db, organizationId);
    return {
      rows: (await listRoles(db, organizationId)).map((role) => ({
        id: role.id,
        name: role.name,
        builtIn: role.key !== null,
        permissions: [...role.permissions],
        members: members.get(role.id) ?? 0,
        grantable: mayGrant(permissions, role.permissions),
      })),
    };
  },
  async create(ctx, { organizationId, name, permissions }) {
    if (!mayGrant(ctx.permissions, permissions)) throw new GatehouseError('role-not-grantable', { role: name });
    const id = await addRole(ctx.db, organizationId, name, permissions, ctx.now);
    ctx.note({ target: `role ${id}`, detail: { name, permissions } });
    return { id };
  },
  async rename(ctx, { organizationId, id, name }) {
    const role = (await listRoles(ctx.db, organizationId)).find((r) => r.id === id);
    if (!role) throw new GatehouseError('not-found', { what: 'role' });
    if (role.key) throw new GatehouseError('built-in-role', { role: role.name });
    await renameRole(ctx.db, organizationId, id, name);
    ctx.note({ target: `role ${id}`, detail: { name, before: role.name } });
    return {};
  },
} satisfies HandlersOf<'roles'>;
