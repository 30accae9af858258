import { GatehouseError } from '#contract/errors.ts';
import { foldName } from '#contract/fold.ts';
import type { RoleRow } from '#contract/roles.ts';
import type { Permission } from '#contract/vocabulary/permissions.ts';
import type { ReadableDb, WritableDb } from '../../database/schema.ts';

export interface Role {
  readonly id: number;
  /** Set for built-in roles only. */
  readonly key: RoleRow['key'];
  readonly name: string;
  readonly permissions: readonly Permission[];
}

/** All roles of an organization with their rights, in the order in which they were made: the strongest first. */
export async function listRoles(db: ReadableDb, organizationId: number): Promise<Role[]> {
  const rows = await db
    .selectFrom('role')
    .leftJoin('role_permission', 'role_permission.role_id', 'role.id')
    .select(['role.id', 'role.key', 'role.name', 'role_permission.permission'])
    .where('role.organization_id', '=', organizationId)
    .orderBy('role.id')
    .execute();
  const roles = new Map<number, Role & { permissions: Permission[] }>();
  for (const { id, key, name, permission } of rows) {
    const role = roles.get(id) ?? { id, key: key as Role['key'], name, permissions: [] };
    if (permission) role.permissions.push(permission as Permission);
    roles.set(id, role);
  }
  return [...roles.values()];
}

/** @throws GatehouseError `already-exists` */
export async function addRole(
  db: WritableDb,
  organizationId: number,
  name: string,
  permissions: readonly Permission[],
  now: number,
): Promise<number> {
  await refuseTwin(db, organizationId, name);
  const { id } = await db
    .insertInto('role')
    .values({ organization_id: organizationId, key: null, name, name_key: foldName(name), created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await setPermissions(db, id, permissions);
  return id;
}

/** @throws GatehouseError `already-exists` */
export async function changeRole(
  db: WritableDb,
  organizationId: number,
  id: number,
  { name, permissions }: Pick<Role, 'name' | 'permissions'>,
): Promise<void> {
  await refuseTwin(db, organizationId, name, id);
  await db
    .updateTable('role')
    .set({ name, name_key: foldName(name) })
    .where('id', '=', id)
    .execute();
  await db.deleteFrom('role_permission').where('role_id', '=', id).execute();
  await setPermissions(db, id, permissions);
}

async function setPermissions(db: WritableDb, roleId: number, permissions: readonly Permission[]): Promise<void> {
  if (permissions.length === 0) return;
  await db
    .insertInto('role_permission')
    .values([...new Set(permissions)].map((permission) => ({ role_id: roleId, permission })))
    .execute();
}

/** How many memberships name the role, including those of people who have left. */
export async function countHolders(db: ReadableDb, roleId: number): Promise<number> {
  const { n } = await db
    .selectFrom('membership_role')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('role_id', '=', roleId)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Only when nobody has it any more. */
export async function deleteRole(db: WritableDb, id: number): Promise<void> {
  await db.deleteFrom('role').where('id', '=', id).execute();
}

async function refuseTwin(db: ReadableDb, organizationId: number, name: string, but = 0): Promise<void> {
  const twin = await db
    .selectFrom('role')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('name_key', '=', foldName(name))
    .where('id', '<>', but)
    .executeTakeFirst();
  if (twin) throw new GatehouseError('already-exists', { what: 'role', name });
}
