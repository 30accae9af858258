import { GatehouseError } from '#contract/errors.ts';
import type { WritableDb } from '../../database/schema.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { tell } from '../inbox/store.ts';
import type { Deed, Done } from '../jobs/deed.ts';
import { voidUnlessOwner } from '../recovery/store.ts';
import { refuseStrongerRoles } from '../roles/grant.ts';
import type { Role } from '../roles/store.ts';
import { type Asked, type Change, type Difference, difference, findChanges, findHeld } from './changes.ts';
import { linkOf, type Relation } from './matching.ts';
import { accessEnded, findMembers, type Member, type Members } from './members.ts';
import { refuseLastOwner } from './refusals.ts';

interface Seen extends Members {
  readonly changes: readonly Change[];
  readonly held: (relation: Relation, membershipId: number) => ReadonlySet<number>;
}

/** Gives and takes away roles, teams, groups, products and lines. Name and e-mail are the person's own and stay. */
export const update: Deed<Asked, Seen, Done> = {
  async look({ db, permissions }, asked, membershipIds) {
    const members = await findMembers(db, asked.organizationId, membershipIds);
    const changes = await findChanges(db, asked, members.roles);
    refuseStrongerRoles(permissions, namedRoles(changes, members.roles));
    return { ...members, changes, held: await findHeld(db, changes, membershipIds) };
  },
  async one(ctx, membershipId, { organizationId }, { find, changes, held }) {
    const member = find(membershipId);
    const differences = changes
      .map((change) => difference(change, held(change.relation, membershipId)))
      .filter(({ added, removed }) => added.length + removed.length > 0);
    const roles = differences.find(({ relation }) => relation === 'role');
    if (roles) await refuseRoles(ctx, organizationId, member, roles);
    if (differences.length === 0) return {};

    for (const one of differences) await write(ctx.db, membershipId, one);
    if (roles) await voidUnlessOwner(ctx.db, membershipId, ctx.now);
    await ctx.db.updateTable('membership').set({ changed_at: ctx.now }).where('id', '=', membershipId).execute();
    const names = {
      added: differences.flatMap(({ added }) => added.map(({ name }) => name)),
      removed: differences.flatMap(({ removed }) => removed.map(({ name }) => name)),
    };
    if (member.status === 'active' && !accessEnded(member, ctx.now))
      await tell(ctx.db, { organizationId, personId: member.personId, kind: 'access-changed', ...names }, ctx.now);
    ctx.note({ target: member.email, detail: names });
    return {};
  },
};

function namedRoles(changes: readonly Change[], roles: readonly Role[]): readonly Role[] {
  const ids = new Set(
    changes.flatMap(({ relation, add, remove }) =>
      relation === 'role' ? [...add, ...remove].map(({ id }) => id) : [],
    ),
  );
  return roles.filter(({ id }) => ids.has(id));
}

/** @throws GatehouseError `no-role-for-agents`, `role-needed`, `last-owner` */
async function refuseRoles(
  ctx: CommandContext,
  organizationId: number,
  member: Member,
  { added, removed }: Difference,
): Promise<void> {
  const { email, kind, roles } = member;
  if (kind === 'inbox-agent') {
    if (added.length > 0) throw new GatehouseError('no-role-for-agents', { email });
    return;
  }
  if (added.length === 0 && roles.length <= removed.length) throw new GatehouseError('role-needed', { email });
  const goes = (role: Role) => removed.some(({ id }) => id === role.id);
  if (roles.some((role) => role.key === 'owner' && goes(role))) await refuseLastOwner(ctx.db, organizationId, member);
}

async function write(db: WritableDb, membershipId: number, { relation, added, removed }: Difference): Promise<void> {
  const { table, column } = linkOf(relation);
  const ids = removed.map(({ id }) => id);
  if (ids.length > 0)
    await db.deleteFrom(table).where('membership_id', '=', membershipId).where(column, 'in', ids).execute();
  if (added.length > 0)
    await db
      .insertInto(table)
      .values(added.map(({ id }) => ({ membership_id: membershipId, [column]: id })))
      .execute();
}
