import { GatehouseError } from '#contract/errors.ts';
import type { MemberKind } from '#contract/vocabulary/user-filter.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { listRoles, type Role } from '../roles/store.ts';

/** Somebody in an organization, as far as deeds need to know them. */
export interface Member {
  readonly membershipId: number;
  readonly personId: number;
  readonly kind: MemberKind;
  readonly status: 'pending' | 'active' | 'suspended';
  readonly email: string;
  /** As in this organization; empty where it is not known. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** When a guest's access ends. */
  readonly accessEndsAt: number | null;
  /** The period that a guest was invited for; null is the organization's own. */
  readonly guestDays: number | null;
  readonly mayInviteGuests: boolean;
}

/** Whether an active member's access has ended: only guests' does, and nothing is written when it does. */
export const accessEnded = ({ kind, accessEndsAt }: Pick<Member, 'kind' | 'accessEndsAt'>, now: number): boolean =>
  kind === 'guest' && accessEndsAt !== null && accessEndsAt <= now;

export interface Members {
  /** All roles of the organization. */
  readonly roles: readonly Role[];
  /** @throws GatehouseError `not-found` for anybody who has left, was never here, or was not looked up */
  readonly find: (membershipId: number) => Member;
}

const present = ['pending', 'active', 'suspended'] as const;

/** Looks up people in an organization, with their roles: as many queries for a hundred as for one. */
export async function findMembers(
  db: ReadableDb,
  organizationId: number,
  membershipIds: readonly number[],
): Promise<Members> {
  const roles = await listRoles(db, organizationId);
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['membership.id', 'membership.person_id', 'membership.kind', 'membership.status', 'person.email'])
    .select('membership.name')
    .select(['membership.access_ends_at', 'membership.guest_days', 'membership.may_invite_guests'])
    .where('membership.organization_id', '=', organizationId)
    .where('membership.id', 'in', membershipIds)
    .where('membership.status', 'in', present)
    .execute();
  const held = await rolesHeld(db, membershipIds, roles);
  const found = new Map(
    rows.map(({ id, person_id: personId, kind, status, email, name, ...row }): [number, Member] => [
      id,
      {
        membershipId: id,
        personId,
        kind,
        status: status as Member['status'],
        email,
        name,
        roles: held.get(id) ?? [],
        accessEndsAt: row.access_ends_at,
        guestDays: row.guest_days,
        mayInviteGuests: row.may_invite_guests === 1,
      },
    ]),
  );
  return {
    roles,
    find(id) {
      const member = found.get(id);
      if (!member) throw new GatehouseError('not-found', { what: 'user' });
      return member;
    },
  };
}

export interface InOrganization {
  readonly organizationId: number;
}

/** The `look` of a deed that only needs to know who people are. */
export const lookAtMembers = (ctx: CommandContext, { organizationId }: InOrganization, ids: readonly number[]) =>
  findMembers(ctx.db, organizationId, ids);

async function rolesHeld(db: ReadableDb, membershipIds: readonly number[], roles: readonly Role[]) {
  const rows = await db
    .selectFrom('membership_role')
    .select(['membership_id', 'role_id'])
    .where('membership_id', 'in', membershipIds)
    .execute();
  const byId = new Map(roles.map((role) => [role.id, role]));
  const held = new Map<number, Role[]>();
  for (const { membership_id, role_id } of rows) {
    const role = byId.get(role_id);
    if (role) held.set(membership_id, [...(held.get(membership_id) ?? []), role]);
  }
  return held;
}
