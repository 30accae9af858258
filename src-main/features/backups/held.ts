import { addressKey } from '#contract/address.ts';
import type { OutputOf } from '#contract/index.ts';
import type { Facts } from '../../database/backup-facts.ts';
import type { Actor, QueryContext } from '../../kernel/context.ts';

/** The key of the caller's address, by which they are found in a backup: ids may differ there. */
export function keyOf({ actor }: QueryContext): string | undefined {
  return actor.kind === 'person' ? addressKey(actor.email) : undefined;
}

/** What a database holds, naming only the organizations that the caller belongs to. */
export const heldIn = (
  { people, organizations }: Facts,
  actor: Actor,
): Pick<OutputOf<'backups.inspect'>, 'people' | 'organizations'> => ({
  people,
  organizations: organizations.map(({ asks, ...held }) => ({
    ...held,
    name: asks || actor.kind !== 'person' ? held.name : null,
  })),
});
