import { foldName } from '#contract/fold.ts';
import { mayGrant, type Permission } from '#contract/vocabulary/permissions.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { listRoles } from '../roles/store.ts';

interface Item {
  readonly id: number;
  readonly name: string;
}
type ByName<T extends Item = Item> = ReadonlyMap<string, T>;

/** What can be chosen for an invitee in one organization, by name; without archived items. */
export interface Choices {
  readonly roles: ByName<Item & { readonly grantable: boolean }>;
  readonly teams: ByName;
  readonly groups: ByName;
  /** Only products enabled for the organization. */
  readonly products: ByName;
  readonly lines: ByName;
}

/** Everything that can be chosen in an organization, and which roles somebody with these rights may give. */
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
    teams: byName(await enabled(db, 'team', organizationId)),
    groups: byName(await enabled(db, 'group', organizationId)),
    products: byName(await enabled(db, 'product', organizationId)),
    lines: byName(await enabled(db, 'line', organizationId)),
  };
}

/** Without the member counts that lists show: counting takes longer than the whole invitation. */
const enabled = (db: ReadableDb, kind: 'team' | 'group' | 'product' | 'line', organizationId: number) =>
  db
    .selectFrom(kind as 'team')
    .select(['id', 'name'])
    .where('organization_id', '=', organizationId)
    .where('archived_at', 'is', null)
    .execute();

const byName = <T extends Item>(items: readonly T[]): ByName<T> =>
  new Map(items.map((item) => [foldName(item.name), item]));
