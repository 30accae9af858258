import { GatehouseError } from '#contract/errors.ts';
import { paceIn, quarter } from '../../database/pace.ts';
import type { QueryHandler } from '../../kernel/context.ts';
import { slotsUntil } from './slots.ts';

/**
 * Guests are counted by changes: those who had access before the first slot, and who came and went in each. The current
 * slot ends now.
 */
export const history: QueryHandler<'overview.history'> = async ({ db, now }, { organizationId, span }) => {
  const organization = await db
    .selectFrom('organization')
    .select('time_zone as zone')
    .where('id', '=', organizationId)
    .executeTakeFirst();
  if (!organization) throw new GatehouseError('not-found', { what: 'organization' });
  const { begins, dayEnds } = slotsUntil(now, span, organization.zone);
  const edges = [...begins.map((at) => Math.floor(at / quarter)), Math.floor(now / quarter) + 1];
  const [before, ...paces] = await paceIn(
    db,
    organizationId,
    edges.map((until, i) => [edges[i - 1] ?? Number.MIN_SAFE_INTEGER, until]),
  );
  let guests = before?.guests ?? 0;
  const slots = paces.map(({ sent, accepted, guests: more }, i) => {
    guests += more;
    return { from: begins[i] ?? now, sent, accepted, guests };
  });
  return { span, slots, nextChangeAt: dayEnds };
};
