import { GatehouseError } from '#contract/errors.ts';
import { mayGrant, type Permission } from '#contract/vocabulary/permissions.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { listRoles, type Role } from './store.ts';

/**
 * Nobody makes, changes or gives a role that allows more than they hold.
 * @throws GatehouseError `role-not-grantable`
 */
export function refuseStronger(
  { permissions }: CommandContext,
  role: { readonly name: string; readonly permissions: readonly Permission[] },
): void {
  if (!mayGrant(permissions, role.permissions)) throw new GatehouseError('role-not-grantable', { role: role.name });
}

/**
 * A role that the organization made itself, and that the operator may change.
 * @throws GatehouseError `not-found`, `built-in-role`, `role-not-grantable`
 */
export async function roleOfOnesOwn(ctx: CommandContext, organizationId: number, id: number): Promise<Role> {
  const role = (await listRoles(ctx.db, organizationId)).find((r) => r.id === id);
  if (!role) throw new GatehouseError('not-found', { what: 'role' });
  if (role.key) throw new GatehouseError('built-in-role', { role: role.name });
  refuseStronger(ctx, role);
  return role;
}
