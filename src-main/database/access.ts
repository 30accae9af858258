import type { ExpressionBuilder } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * Whoever this is true for may use the organization now. Nothing is written when a guest's access ends: every query asks
 * the clock.
 */
export const hasAccess = (e: ExpressionBuilder<Schema, 'membership'>, now: number) =>
  e.and([
    e('membership.status', '=', 'active'),
    e.or([e('membership.access_ends_at', 'is', null), e('membership.access_ends_at', '>', now)]),
  ]);
