import { GatehouseError } from '#contract/errors.ts';
import { mayGrant } from '#contract/permissions.ts';
import type { CommandContext, CommandHandler, JobHandler } from '../../kernel/context.ts';
import { queueMail } from '../../mail/queue.ts';
import { listRoles } from '../roles/store.ts';
import { endInvitation, type OpenInvitation, openInvitation } from './open-invitation.ts';

/** A fresh link and a fresh clock; roles and teams stay, every older link dies. */
export const reinvite: CommandHandler<'invitations.reinvite'> = async (ctx, { organizationId, membershipId }) => {
  const open = await openInvitation(ctx.db, organizationId, membershipId);
  await refuseStrongerRoles(ctx, organizationId, membershipId);
  ctx.note({ target: open.email, detail: { generation: open.generation + 1 } });
  return { invitationId: await replace(ctx, organizationId, open) };
};

const chunkSize = 100;

/** The same for everybody whose time ran out. Somebody whom the operator may not reinvite counts as failed. */
export const reinviteExpired: JobHandler<'invitations.reinviteExpired'> = {
  async plan(ctx, { organizationId }) {
    const { n } = await expired(ctx, organizationId, 0)
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return Number(n);
  },
  async chunk(ctx, { organizationId }, cursor) {
    const rows = await expired(ctx, organizationId, cursor)
      .select('membership_id as id')
      .orderBy('membership_id')
      .limit(chunkSize)
      .execute();
    const reinvited: string[] = [];
    let failed = 0;
    for (const { id } of rows) {
      try {
        await refuseStrongerRoles(ctx, organizationId, id);
      } catch (error) {
        if (!(error instanceof GatehouseError)) throw error;
        failed++;
        continue;
      }
      const open = await openInvitation(ctx.db, organizationId, id);
      await replace(ctx, organizationId, open);
      reinvited.push(open.email);
    }
    ctx.note({ targets: reinvited });
    return { cursor: rows.at(-1)?.id ?? cursor, done: reinvited.length, failed, finished: rows.length < chunkSize };
  },
};

const expired = (ctx: CommandContext, organizationId: number, after: number) =>
  ctx.db
    .selectFrom('invitation')
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'pending')
    .where('expires_at', '<=', ctx.now)
    .where('membership_id', '>', after);

async function replace(ctx: CommandContext, organizationId: number, open: OpenInvitation): Promise<number> {
  const { db, now } = ctx;
  await endInvitation(db, open, 'replaced', now);
  const { id } = await db
    .insertInto('invitation')
    .values({
      organization_id: organizationId,
      membership_id: open.membershipId,
      generation: open.generation + 1,
      state: 'pending',
      invited_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
      life_hours: open.lifeHours,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.updateTable('membership').set({ changed_at: now }).where('id', '=', open.membershipId).execute();
  const { membershipId, email: toEmail, name: toName } = open;
  await queueMail(db, [{ organizationId, membershipId, invitationId: id, kind: 'reinvitation', toEmail, toName }], now);
  return id;
}

/** A fresh invitation hands the roles out once more, so the rule is the same: nobody grants more than they hold. */
async function refuseStrongerRoles(ctx: CommandContext, organizationId: number, membershipId: number): Promise<void> {
  const held = await ctx.db
    .selectFrom('membership_role')
    .select('role_id')
    .where('membership_id', '=', membershipId)
    .execute();
  const ids = new Set(held.map((r) => r.role_id));
  const tooStrong = (await listRoles(ctx.db, organizationId)).find(
    (role) => ids.has(role.id) && !mayGrant(ctx.permissions, role.permissions),
  );
  if (tooStrong) throw new GatehouseError('role-not-grantable', { role: tooStrong.name });
}
