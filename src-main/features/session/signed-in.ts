import { GatehouseError } from '#contract/errors.ts';
import type { Actor } from '../../kernel/context.ts';

/**
 * The calling person, for operations about themselves: Gatehouse itself has no profile and no inbox.
 * @throws GatehouseError `not-signed-in`
 */
export function signedIn(actor: Actor): Actor & { kind: 'person' } {
  if (actor.kind !== 'person') throw new GatehouseError('not-signed-in', {});
  return actor;
}
