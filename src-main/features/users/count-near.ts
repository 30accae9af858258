import { membersAlong } from '../../database/members.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { Listed } from './listed.ts';
import { type Members, memberFits } from './matching.ts';
import type { Order } from './parts.ts';
import { inStore } from './statuses.ts';

/** Where a page begins, by name. */
export interface Met extends Pick<Order, 'descending'> {
  readonly id: number;
  readonly sort_key: string;
}

/**
 * The people whom a text matches are often close together by name. So whether there are more than `most` is first looked for
 * in the next entries of that index, which hold all that decides it.
 * @returns false also when it cannot tell
 */
export async function areNear(db: ReadableDb, listed: Listed, met: Met, most: number): Promise<boolean> {
  const { organizationId, filter } = listed;
  // what mail, guests and the clock decide is not in that index, and most of the few who are no users are elsewhere
  if (
    !filter.kinds.includes('user') ||
    filter.guests.length > 0 ||
    filter.mail.length > 0 ||
    inStore(filter).timed.length > 0
  )
    return false;
  const direction = met.descending ? 'desc' : 'asc';
  const entries = membersAlong(db, 'membership_by_name')
    .select(['membership.id', 'membership.kind', 'membership.status', 'membership.search_text'])
    .where('membership.organization_id', '=', organizationId)
    .where((e) =>
      e(
        e.refTuple('membership.sort_key', 'membership.id'),
        met.descending ? '<=' : '>=',
        e.tuple(met.sort_key, met.id),
      ),
    )
    .orderBy('membership.sort_key', direction)
    .orderBy('membership.id', direction)
    .limit(2 * most);
  const [more] = await db
    .selectFrom(entries.as('membership'))
    .select('membership.id')
    .where((e) => memberFits(e as unknown as Members, listed))
    .limit(1)
    .offset(most)
    .execute();
  return more !== undefined;
}
