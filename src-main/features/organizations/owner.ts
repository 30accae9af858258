import { GatehouseError } from '#contract/errors.ts';
import { hasAccess } from '../../database/access.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { Actor } from '../../kernel/context.ts';
import { refuseWithoutFactor } from '../../kernel/second-factor.ts';

/**
 * Which organizations of the workspace a person owns now. An inbox agent has no rights at all, whatever roles a row may
 * give them.
 */
export async function ownedBy(db: ReadableDb, personId: number, now: number): Promise<number[]> {
  const owned = await db
    .selectFrom('membership')
    .innerJoin('membership_role', 'membership_role.membership_id', 'membership.id')
    .innerJoin('role', 'role.id', 'membership_role.role_id')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .select('organization.id')
    .where('membership.person_id', '=', personId)
    .where('membership.kind', '<>', 'inbox-agent')
    .where((e) => hasAccess(e, now))
    .where('role.key', '=', 'owner')
    // first those that demand no second factor of their owner
    .orderBy('organization.two_factor_required')
    .orderBy('organization.id')
    .execute();
  return owned.map(({ id }) => id);
}

/** Whether a person owns some organization, and so may add another. */
export const ownsSome = async (db: ReadableDb, personId: number, now: number): Promise<boolean> =>
  (await ownedBy(db, personId, now)).length > 0;

/** Whether a person owns this very organization now. */
export const ownsOne = async (
  db: ReadableDb,
  personId: number,
  organizationId: number,
  now: number,
): Promise<boolean> => (await ownedBy(db, personId, now)).includes(organizationId);

/** @throws GatehouseError `not-signed-in`, `locked`, `owner-needed`; `two-factor-needed` where all they own demands it */
export async function refuseStrangers(db: ReadableDb, actor: Actor, now: number): Promise<void> {
  if (actor.kind === 'core') return;
  if (actor.kind === 'locked') throw new GatehouseError('locked', {});
  if (actor.kind === 'anonymous') throw new GatehouseError('not-signed-in', {});
  const [first] = await ownedBy(db, actor.personId, now);
  if (first === undefined) throw new GatehouseError('owner-needed', {});
  await refuseWithoutFactor(db, actor.personId, first);
}

/**
 * Some things only an organization's owners may do, whatever rights another role gives.
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
