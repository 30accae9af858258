import { GatehouseError } from '#contract/errors.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { Actor } from '../../kernel/context.ts';

/** Whether invitations of this organization need a second operator's approval. */
export async function approvalRequired(db: ReadableDb, organizationId: number): Promise<boolean> {
  const row = await db
    .selectFrom('organization')
    .select('approval_required')
    .where('id', '=', organizationId)
    .executeTakeFirst();
  return row?.approval_required === 1;
}

/**
 * Where a second operator's approval is needed, nobody can invite alone, from any face. Gatehouse itself (in the demo, say)
 * is no operator. Anybody invited once was approved then: reinviting and extending need no approval.
 * @throws GatehouseError `approval-needed`
 */
export async function refuseUnapproved(
  { db, actor }: { readonly db: ReadableDb; readonly actor: Actor },
  organizationId: number,
): Promise<void> {
  if (actor.kind !== 'core' && (await approvalRequired(db, organizationId)))
    throw new GatehouseError('approval-needed', {});
}
