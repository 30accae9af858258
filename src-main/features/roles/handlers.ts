import { mayGrant } from '#contract/vocabulary/permissions.ts';
import type { HandlersOf } from '../../kernel/context.ts';
import { renameInDrafts } from '../drafts/rename.ts';
import { countPresent } from '../structure/count.ts';
import { refuseStronger, roleOfOnesOwn } from './own.ts';
import { removeRole } from './remove.ts';
import { addRole, changeRole, listRoles } from './store.ts';

export const handlers = {
  async list({ db, permissions }, { organizationId }) {
    const members = await countPresent(db, 'role', organizationId);
    return {
      rows: (await listRoles(db, organizationId)).map((role) => ({
        id: role.id,
        key: role.key,
        name: role.name,
        builtIn: role.key !== null,
        permissions: [...role.permissions],
        members: members.get(role.id) ?? 0,
        grantable: mayGrant(permissions, role.permissions),
      })),
    };
  },
  async create(ctx, { organizationId, name, permissions }) {
    refuseStronger(ctx, { name, permissions });
    const id = await addRole(ctx.db, organizationId, name, permissions, ctx.now);
    ctx.note({ target: `role ${id}`, detail: { name, permissions } });
    return { id };
  },
  async update(ctx, { organizationId, id, name, permissions }) {
    const before = await roleOfOnesOwn(ctx, organizationId, id);
    const after = { name: name ?? before.name, permissions: permissions ?? before.permissions };
    refuseStronger(ctx, after);
    await changeRole(ctx.db, organizationId, id, after);
    if (after.name !== before.name) await renameInDrafts(ctx.db, organizationId, 'roles', before.name, after.name);
    ctx.note({
      target: `role ${id}`,
      detail: { ...after, before: { name: before.name, permissions: before.permissions } },
    });
    return {};
  },
  async remove(ctx, { organizationId, id, replaceWith }) {
    const role = await roleOfOnesOwn(ctx, organizationId, id);
    const { members, replacement } = await removeRole(ctx, organizationId, role, replaceWith);
    ctx.note({
      target: `role ${id}`,
      detail: { name: role.name, members, ...(replacement ? { replaceWith: replacement } : {}) },
    });
    return { members };
  },
} satisfies HandlersOf<'roles'>;
