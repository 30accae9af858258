import { addressKey } from '#contract/address.ts';
import type { OutputOf } from '#contract/index.ts';
import type { OrganizationFacts } from '../../database/backup-facts.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { Inspected } from '../../kernel/backups.ts';
import type { Actor, QueryContext } from '../../kernel/context.ts';

type Held = OutputOf<'backups.inspect'>['organizations'];

/** The key of the caller's address, by which they are found in a backup: ids may be others there. */
export function keyOf({ actor }: QueryContext): string | undefined {
  return actor.kind === 'person' ? addressKey(actor.email) : undefined;
}

/** What a backup holds, with the names of those organizations that the caller belongs to. */
export const heldIn = ({ facts }: Inspected, actor: Actor): Held => facts.organizations.map((o) => shown(o, actor));

function shown({ asks, ...held }: OrganizationFacts, actor: Actor): Held[number] {
  return { ...held, name: asks || actor.kind !== 'person' ? held.name : null };
}

/** The same of the workspace as it is now. */
export async function here(db: ReadableDb, actor: Actor): Promise<OutputOf<'backups.inspect'>['here']> {
  const personId = actor.kind === 'person' ? actor.personId : -1;
  const organizations = await db
    .selectFrom('organization as o')
    .select((e) => [
      'o.id',
      'o.name',
      e
        .selectFrom('membership')
        .whereRef('membership.organization_id', '=', 'o.id')
        .where('membership.status', '<>', 'removed')
        .select((s) => s.fn.countAll<number>().as('n'))
        .$asScalar()
        .as('people'),
      e
        .selectFrom('invitation')
        .whereRef('invitation.organization_id', '=', 'o.id')
        .where('invitation.state', '=', 'pending')
        .select((s) => s.fn.countAll<number>().as('n'))
        .$asScalar()
        .as('pending'),
      e
        .selectFrom('outbox')
        .whereRef('outbox.organization_id', '=', 'o.id')
        .where('outbox.state', 'in', ['queued', 'sending', 'deferred', 'uncertain', 'held'])
        .select((s) => s.fn.countAll<number>().as('n'))
        .$asScalar()
        .as('waiting'),
      e
        .exists(
          e
            .selectFrom('membership')
            .whereRef('membership.organization_id', '=', 'o.id')
            .where('membership.person_id', '=', personId)
            .select('membership.id'),
        )
        .as('asks'),
    ])
    .orderBy('o.name')
    .execute();
  const { people } = await db
    .selectFrom('person')
    .select((e) => e.fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow();
  return {
    people,
    organizations: organizations.map((o) =>
      shown(
        {
          id: o.id,
          name: o.name,
          people: o.people ?? 0,
          pending: o.pending ?? 0,
          waiting: o.waiting ?? 0,
          asks: Boolean(o.asks),
        },
        actor,
      ),
    ),
  };
}
