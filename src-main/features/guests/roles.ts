import { GatehouseError } from '#contract/errors.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { listRoles, type Role } from '../roles/store.ts';

export interface GuestRoles {
  readonly accountManager: Role;
  /** What guests have who are not account managers: no rights at all. */
  readonly member: Role;
}

/** The built-in roles that guests are given. @throws GatehouseError `not-found` for an organization that does not exist */
export async function guestRoles(db: ReadableDb, organizationId: number): Promise<GuestRoles> {
  const roles = await listRoles(db, organizationId);
  const find = (key: Role['key']) => {
    const role = roles.find((r) => r.key === key);
    if (!role) throw new GatehouseError('not-found', { what: 'role' });
    return role;
  };
  return { accountManager: find('account-manager'), member: find('member') };
}
