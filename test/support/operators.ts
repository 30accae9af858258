import type { Workspace } from './workspace.ts';

/** Adds an active operator with one of the built-in roles. */
export async function addOperator(w: Workspace, email: string, role: string): Promise<void> {
  const { invited } = await w.callAs({ face: 'core', credentials: { kind: 'core' } }, 'invitations.send', {
    organizationId: w.organizationId,
    entries: [{ email, roles: [role] }],
  });
  const { membershipId, invitationId } = invited[0] as (typeof invited)[number];
  await w.core.changes.write([], w.core.clock.now(), async (db) => {
    await db.updateTable('invitation').set({ state: 'accepted' }).where('id', '=', invitationId).execute();
    await db.updateTable('membership').set({ status: 'active' }).where('id', '=', membershipId).execute();
    await db.deleteFrom('outbox').where('invitation_id', '=', invitationId).execute();
  });
}
