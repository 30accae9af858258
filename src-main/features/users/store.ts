import type { ExpressionBuilder } from 'kysely';
import type { ParsedOf } from '#contract/index.ts';
import type { ReadableDb, Schema } from '../../database/schema.ts';
import { memberMatches } from '../../database/search.ts';
import { readCursor } from './cursor.ts';

type Query = ParsedOf<'users.list'>;

/** What a list shows by itself; roles, teams and the like come in one query each for the whole page. */
export interface ListedMember {
  readonly id: number;
  readonly person_id: number;
  readonly kind: 'user' | 'guest' | 'inbox-agent';
  readonly status: 'pending' | 'active' | 'suspended' | 'revoked' | 'removed';
  readonly name: string;
  readonly email: string;
  readonly sort_key: string;
  readonly changed_at: number;
}

/** Revoked and removed people are history: they come back only by a new invitation. */
const listed = ['active', 'pending', 'suspended'] as const;
const countedAtMost = 1000;

function matching(db: ReadableDb, { organizationId, view, search }: Query, now: number) {
  let rows = db.selectFrom('membership').where('membership.organization_id', '=', organizationId);
  if (search) rows = rows.where((e) => memberMatches(e, search));
  if (view === 'all') return rows.where('membership.status', 'in', listed);
  if (view === 'active') return rows.where('membership.status', '=', 'active');
  const over = (e: ExpressionBuilder<Schema, 'membership'>) =>
    e.exists(
      e
        .selectFrom('invitation')
        .select('invitation.id')
        .whereRef('invitation.membership_id', '=', 'membership.id')
        .where('invitation.state', '=', 'pending')
        .where('invitation.expires_at', '<=', now),
    );
  return rows.where('membership.status', '=', 'pending').where((e) => (view === 'expired' ? over(e) : e.not(over(e))));
}

/** One page and one row more, by name: finding it costs the same wherever it is. */
export async function listMembers(db: ReadableDb, query: Query, now: number): Promise<ListedMember[]> {
  let rows = matching(db, query, now)
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select([
      'membership.id',
      'membership.person_id',
      'membership.kind',
      'membership.status',
      'membership.name',
      'membership.sort_key',
      'membership.changed_at',
      'person.email',
    ]);
  if (query.after !== undefined) {
    const { sortKey, id } = readCursor(query.after);
    rows = rows.where((e) => e(e.refTuple('membership.sort_key', 'membership.id'), '>', e.tuple(sortKey, id)));
  }
  return rows
    .orderBy('membership.sort_key')
    .orderBy('membership.id')
    .limit(query.limit + 1)
    .execute();
}

/** Counts what a search finds, but not beyond a thousand. */
export async function countFound(db: ReadableDb, query: Query, now: number): Promise<{ total: number; more: boolean }> {
  const { n } = await db
    .selectFrom(
      matching(db, query, now)
        .select('membership.id')
        .limit(countedAtMost + 1)
        .as('found'),
    )
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { total: Math.min(Number(n), countedAtMost), more: Number(n) > countedAtMost };
}
