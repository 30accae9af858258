import { GatehouseError } from '#contract/errors.ts';
import { hasAccess } from '../../database/access.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { Actor } from '../../kernel/context.ts';

/**
 * Whether a person owns some organization of the workspace now, and so may add another. An inbox agent has no right at
 * all, whatever roles a row may give them.
 */
export const ownsSome = async (db: ReadableDb, personId: number, now: number): Promise<boolean> =>
  (await owned(db, personId, now).executeTakeFirst()) !== undefined;

/** Whether a person owns this very organization now. */
export const ownsOne = async (db: ReadableDb, personId: number, organizationId: number, now: number) =>
  (await owned(db, personId, now).where('membership.organization_id', '=', organizationId).executeTakeFirst()) !==
  undefined;

const owned = (db: ReadableDb, personId: number, now: number) =>
  db
    .selectFrom('membership')
    .innerJoin('membership_role', 'membership_role.membership_id', 'membership.id')
    .innerJoin('role', 'role.id', 'membership_role.role_id')
    .select('membership.id')
    .where('membership.person_id', '=', personId)
    .where('membership.kind', '<>', 'inbox-agent')
    .where((e) => hasAccess(e, now))
    .where('role.key', '=', 'owner');

/** @throws GatehouseError `not-signed-in`, `locked`, `owner-needed` */
export async function refuseStrangers(db: ReadableDb, actor: Actor, now: number): Promise<void> {
  if (actor.kind === 'core') return;
  if (actor.kind === 'locked') throw new GatehouseError('locked', {});
  if (actor.kind === 'anonymous') throw new GatehouseError('not-signed-in', {});
  if (!(await ownsSome(db, actor.personId, now))) throw new GatehouseError('owner-needed', {});
}

/**
 * Some deeds on an organization are its owners' alone, whatever rights another role gives.
 * @throws GatehouseError `owner-needed`
 */
export async function refuseWhoOwnsNot(
  db: ReadableDb,
  actor: Actor,
  organizationId: number,
  now: number,
): Promise<void> {
  if (actor.kind === 'core') return;
  if (actor.kind !== 'person' || !(await ownsOne(db, actor.personId, organizationId, now)))
    throw new GatehouseError('owner-needed', {});
}
