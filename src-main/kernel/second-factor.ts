import { GatehouseError } from '#contract/errors.ts';
import { hasAccess } from '../database/access.ts';
import type { ReadableDb } from '../database/schema.ts';

/** Whether a person signs in with a second factor: one that is set up and confirmed. */
export async function hasSecondFactor(db: ReadableDb, personId: number): Promise<boolean> {
  const row = await db
    .selectFrom('second_factor')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Which of these people do. */
export async function withSecondFactor(db: ReadableDb, people: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('second_factor')
    .select('person_id')
    .where('person_id', 'in', people)
    .where('confirmed_at', 'is not', null)
    .execute();
  return new Set(rows.map((row) => row.person_id));
}

/**
 * Keeps people without a second factor out of an organization that demands one, whatever they want to do there.
 * @throws GatehouseError `two-factor-needed`
 */
export async function refuseWithoutFactor(db: ReadableDb, personId: number, organizationId: number): Promise<void> {
  const demanding = await db
    .selectFrom('organization')
    .select('name')
    .where('id', '=', organizationId)
    .where('two_factor_required', '=', 1)
    .executeTakeFirst();
  if (demanding && !(await hasSecondFactor(db, personId)))
    throw new GatehouseError('two-factor-needed', { organization: demanding.name });
}

/** Whether some organization that a person has access to demands a second factor. */
export async function factorDemanded(db: ReadableDb, personId: number, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .select('organization.id')
    .where('membership.person_id', '=', personId)
    .where((e) => hasAccess(e, now))
    .where('organization.two_factor_required', '=', 1)
    .executeTakeFirst();
  return row !== undefined;
}
