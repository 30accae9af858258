import type { Place } from '#contract/session.ts';
import type { Permission } from '#contract/vocabulary/permissions.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { Keys } from '../../kernel/keys.ts';
import { hasSecondFactor } from '../../kernel/second-factor.ts';
import { loadPermissions } from '../../kernel/standing.ts';
import { wornNow } from '../../mail/look/store.ts';
import { lookColumns, wornLook } from '../../mail/look/worn.ts';
import { ownsOne } from '../organizations/owner.ts';
import { listOrganizations } from '../organizations/store.ts';

interface Asking {
  readonly db: ReadableDb;
  readonly keys: Keys;
  readonly now: number;
}

/** Where a person has access, as what, and with which rights and products; by the organization's name. */
export async function listPlaces({ db, keys, now }: Asking, personId: number): Promise<Place[]> {
  const found: Place[] = [];
  const protectedOne = await hasSecondFactor(db, personId);
  for (const organization of await listOrganizations(db, now, personId)) {
    const membership = await db
      .selectFrom('membership')
      .leftJoin('look', 'look.organization_id', 'membership.organization_id')
      .leftJoin('logo', wornNow)
      .select(['membership.id', 'membership.kind', 'membership.access_ends_at', ...lookColumns])
      .where('membership.organization_id', '=', organization.id)
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow();
    const held: ReadonlySet<Permission> = (await loadPermissions(db, personId, organization.id, now)) ?? new Set();
    found.push({
      ...organization,
      kind: membership.kind,
      roles: await rolesOf(db, membership.id),
      permissions: [...held],
      owner: await ownsOne(db, personId, organization.id, now),
      look: wornLook(keys, membership),
      products: await productsOf(db, membership.id),
      twoFactorNeeded: organization.twoFactorRequired && !protectedOne,
      accessEndsAt: membership.kind === 'guest' ? membership.access_ends_at : null,
    });
  }
  return found;
}

async function rolesOf(db: ReadableDb, membershipId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('membership_role')
    .innerJoin('role', 'role.id', 'membership_role.role_id')
    .select('role.name')
    .where('membership_role.membership_id', '=', membershipId)
    .orderBy('role.id')
    .execute();
  return rows.map((r) => r.name);
}

/** Archived products are enabled for nobody. */
async function productsOf(db: ReadableDb, membershipId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('membership_product')
    .innerJoin('product', 'product.id', 'membership_product.product_id')
    .select('product.name')
    .where('membership_product.membership_id', '=', membershipId)
    .where('product.archived_at', 'is', null)
    .orderBy('product.name_key')
    .execute();
  return rows.map((r) => r.name);
}
