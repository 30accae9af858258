import { GatehouseError } from '#contract/errors.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { moveMembers } from '../structure/move.ts';
import { refuseStronger } from './own.ts';
import { countHolders, deleteRole, listRoles, type Role } from './store.ts';

export interface RemovedRole {
  /** How many pending, active and suspended members had it. */
  readonly members: number;
  /** The name of the role they have instead. */
  readonly replacement?: string;
}

/**
 * Removes a role. Everybody who has it, including people who have left and may be looked up, gets the replacement, once.
 * @throws GatehouseError `role-in-use` without a replacement where one is needed; `invalid-input` for the role itself,
 *   `not-found` and `role-not-grantable` for a replacement that cannot be one
 */
export async function removeRole(
  ctx: CommandContext,
  organizationId: number,
  role: Role,
  replaceWith: number | undefined,
): Promise<RemovedRole> {
  if (replaceWith === undefined) {
    const holders = await countHolders(ctx.db, role.id);
    if (holders > 0) throw new GatehouseError('role-in-use', { role: role.name, members: holders });
    await deleteRole(ctx.db, role.id);
    return { members: 0 };
  }
  const replacement = await findReplacement(ctx, organizationId, role, replaceWith);
  const members = await moveMembers(ctx.db, 'role', organizationId, role, replacement, ctx.now);
  await deleteRole(ctx.db, role.id);
  return { members, replacement: replacement.name };
}

async function findReplacement(
  ctx: CommandContext,
  organizationId: number,
  role: Role,
  replaceWith: number,
): Promise<Role> {
  if (replaceWith === role.id)
    throw new GatehouseError('invalid-input', { name: 'roles.remove' }, [
      { path: ['replaceWith'], code: 'same-one', message: 'same-one' },
    ]);
  const replacement = (await listRoles(ctx.db, organizationId)).find((r) => r.id === replaceWith);
  if (!replacement) throw new GatehouseError('not-found', { what: 'role' });
  refuseStronger(ctx, replacement);
  return replacement;
}
