import type { ParsedOf } from '#contract/index.ts';
import type { UserStatus } from '#contract/vocabulary/user-filter.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { loadCounters, nextAccessEnd } from './counts.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { earliest } from './earliest.ts';
import { fewNamed } from './few.ts';
import { nextEnding, nextUnanswered } from './link-times.ts';
import { type Listed, listedBy } from './listed.ts';
import { columns, partsOf } from './parts.ts';
import { type ListedMember, listPart } from './read-part.ts';
import { inStore } from './statuses.ts';
import { countListed, type Total } from './total.ts';

type Query = ParsedOf<'users.list'>;

export interface ListedPage extends Total {
  readonly members: readonly ListedMember[];
  readonly next: string | null;
  /** When time alone may bring somebody into the list, or take them out of it. */
  readonly turnsAt: number | null;
}

/**
 * One page, found by key: it costs the same wherever it is. A filter shows either few people, who are sorted, or many, who
 * are soon found on a walk along the list's order.
 * @throws GatehouseError `invalid-input` for a cursor that does not belong to this list
 */
export async function listMembers(db: ReadableDb, query: Query, now: number): Promise<ListedPage> {
  const { organizationId, sort, limit } = query;
  const after = query.after === undefined ? undefined : readCursor(sort, query.after);
  const counters = await loadCounters(db, organizationId);
  const listed = await listedBy(db, organizationId, query, now);
  const few = await fewNamed(db, listed, sort, counters);
  const found: { member: ListedMember; status: UserStatus | undefined }[] = [];
  for (const part of partsOf(listed.filter, query, after)) {
    const wanted = limit + 1 - found.length;
    if (wanted === 0) break;
    const members = await listPart(db, { ...listed, filter: part.filter }, part, { ...query, counters, few, wanted });
    found.push(...members.map((member) => ({ member, status: part.status })));
  }
  const first = found[0] && { ...found[0].member, descending: query.descending };
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    members: found.slice(0, limit).map((f) => f.member),
    next: last ? writeCursor(sort, { status: last.status, key: last.member[columns[sort]], id: last.member.id }) : null,
    ...(after || last
      ? await countListed(db, listed, counters, few, first)
      : { total: found.length, totalIsLeast: false }),
    turnsAt: await nextTurn(db, listed),
  };
}

/** A guest whose access ends leaves a list of active people, or enters one of expired people. */
async function nextTurn(db: ReadableDb, { organizationId, filter, now, notice }: Listed): Promise<number | null> {
  const byAccess = filter.guests.length > 0 || inStore(filter).timed.some(({ status }) => status === 'active');
  return earliest([
    byAccess ? await nextAccessEnd(db, organizationId, now) : null,
    filter.mail.includes('ending') ? await nextEnding(db, organizationId, now) : null,
    filter.mail.includes('unanswered') ? await nextUnanswered(db, organizationId, now) : null,
    notice?.movesAt ?? null,
  ]);
}
