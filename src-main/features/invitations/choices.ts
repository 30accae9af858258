import { foldName } from '#contract/fold.ts';
import { mayGrant, type Permission } from '#contract/permissions.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { listRoles } from '../roles/store.ts';
import { listStructure } from '../structure/store.ts';

/** What can be chosen for an invitee in one organization, found by name. */
export interface Choices {
  readonly roles: ReadonlyMap<string, { readonly id: number; readonly name: string; readonly grantable: boolean }>;
  readonly teams: ReadonlyMap<string, { readonly id: number; readonly name: string }>;
  /** Only products enabled for the organization: archived ones are not among them. */
  readonly products: ReadonlyMap<string, { readonly id: number; readonly name: string }>;
}

/** Roles, teams and products of an organization, and which roles somebody with these rights may give. */
export async function loadChoices(
  db: ReadableDb,
  organizationId: number,
  permissions: ReadonlySet<Permission>,
): Promise<Choices> {
  const roles = (await listRoles(db, organizationId)).map(({ id, name, permissions: granted }) => ({
    id,
    name,
    grantable: mayGrant(permissions, granted),
  }));
  return {
    roles: byName(roles),
    teams: byName(await listStructure(db, 'teams', organizationId, false)),
    products: byName(await listStructure(db, 'products', organizationId, false)),
  };
}

const byName = <T extends { name: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [foldName(item.name), item]));
