import type { Permission } from '#contract/vocabulary/permissions.ts';
import { hasAccess } from '../database/access.ts';
import { prepared } from '../database/prepared.ts';
import type { ReadableDb } from '../database/schema.ts';

/** What a person is in an organization that they have access to. */
export interface Standing {
  readonly permissions: ReadonlySet<Permission>;
  /** The organization's name, where it demands a second factor that the person does not have. */
  readonly factorDemandedBy: string | null;
}

/** Nearly every call needs this, so it is one query: another statement would cost more than another table in it. */
const standings = prepared((db, given: { personId: number; organizationId: number; now: number }) =>
  db
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .select(['organization.name', 'organization.two_factor_required'])
    .select((e) => [
      'membership.kind',
      'membership.may_invite_guests',
      e
        .selectFrom('membership_role')
        .innerJoin('role_permission', 'role_permission.role_id', 'membership_role.role_id')
        .whereRef('membership_role.membership_id', '=', 'membership.id')
        .select((r) => r.fn.agg<string>('group_concat', ['role_permission.permission']).as('held'))
        .as('held'),
      e
        .exists(
          e
            .selectFrom('second_factor')
            .select('second_factor.person_id')
            .whereRef('second_factor.person_id', '=', 'membership.person_id')
            .where('second_factor.confirmed_at', 'is not', null),
        )
        .as('protected'),
    ])
    .where('membership.organization_id', '=', given.organizationId)
    .where('membership.person_id', '=', given.personId)
    .where((e) => hasAccess(e, given.now)),
);

/** @returns undefined for people without access there */
export async function loadStanding(
  db: ReadableDb,
  personId: number,
  organizationId: number,
  now: number,
): Promise<Standing | undefined> {
  const [row] = await standings(db, { personId, organizationId, now });
  if (!row) return undefined;
  const refused = row.two_factor_required === 1 && !row.protected;
  return { permissions: permissionsOf(row), factorDemandedBy: refused ? row.name : null };
}

/**
 * The rights of a person in an organization: all that their roles give while they have access there, else `undefined`.
 * Guests may be allowed to invite others in addition. An inbox agent is a member without any rights, whatever roles a row
 * may give them.
 */
export const loadPermissions = async (
  db: ReadableDb,
  personId: number,
  organizationId: number,
  now: number,
): Promise<ReadonlySet<Permission> | undefined> => (await loadStanding(db, personId, organizationId, now))?.permissions;

type Row = Awaited<ReturnType<typeof standings>>[number];

function permissionsOf({ kind, held, may_invite_guests }: Row): ReadonlySet<Permission> {
  if (kind === 'inbox-agent') return new Set();
  const all = new Set((held?.split(',') ?? []) as Permission[]);
  return may_invite_guests === 1 ? all.add('guests:invite') : all;
}
