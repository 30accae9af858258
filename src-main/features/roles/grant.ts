import { GatehouseError } from '#contract/errors.ts';
import { holds, mayGrant, type Permission } from '#contract/vocabulary/permissions.ts';
import type { Role } from './store.ts';

/**
 * Nobody gives or takes a role that allows more than they hold, nor changes the access of somebody who has such a role.
 * @throws GatehouseError `role-not-grantable` with the one that allows most
 */
export function refuseStrongerRoles(held: ReadonlySet<Permission>, roles: readonly Role[]): void {
  const [strongest] = roles
    .filter((role) => !mayGrant(held, role.permissions))
    .sort((a, b) => b.permissions.length - a.permissions.length);
  if (strongest) throw new GatehouseError('role-not-grantable', { role: strongest.name });
}

interface Holder {
  readonly roles: readonly Role[];
  readonly mayInviteGuests: boolean;
}

/**
 * The same for all that somebody holds: their roles, and for a guest the right to invite others.
 * @throws GatehouseError `role-not-grantable`, `not-permitted`
 */
export function refuseStrongerMember(held: ReadonlySet<Permission>, { roles, mayInviteGuests }: Holder): void {
  refuseStrongerRoles(held, roles);
  if (mayInviteGuests) refuseWithout(held, 'guests:invite');
}

/** @throws GatehouseError `not-permitted` */
export function refuseWithout(held: ReadonlySet<Permission>, permission: Permission): void {
  if (!holds(held, permission)) throw new GatehouseError('not-permitted', { permission });
}
