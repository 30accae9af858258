import type { Compilable } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { endsWithinNotice } from '../../src-main/database/guests.ts';
import { membersAlong, otherThanUsers } from '../../src-main/database/members.ts';
import { migrations } from '../../src-main/database/migrations/index.ts';
import { openStore, type Store } from '../../src-main/database/open.ts';
import { memberContains } from '../../src-main/database/search.ts';
import { endingGuests } from '../../src-main/features/users/guest-states.ts';
import { workspaceOf } from '../support/older-workspace.ts';

/** A workspace as the version before left it, with users, guests and an agent, opened by this one. */
async function opened(): Promise<Store> {
  const people = [
    ['user', 'zoe', null],
    ['guest', 'bo', 5],
    ['user', 'ana', null],
    ['inbox-agent', 'ana', null],
    ['guest', 'ana', 7],
    ['guest', 'cy', null],
  ] as const;
  const file = await workspaceOf(
    Object.keys(migrations).filter((name) => name < '0025'),
    [
      "INSERT INTO organization (id, name, time_zone, link_life_hours, created_at) VALUES (1, 'Example', 'UTC', 72, 0)",
      `INSERT INTO person (id, email, email_key, name, created_at)
        VALUES ${people.map((_, i) => `(${i + 1}, '${i}@example.org', '${i}@example.org', '', 0)`)}`,
      `INSERT INTO membership (id, organization_id, person_id, kind, status, name, sort_key, search_text, email_key,
          created_at, changed_at, access_ends_at)
        VALUES ${people.map(
          ([kind, name, ends], i) =>
            `(${i + 1}, 1, ${i + 1}, '${kind}', 'active', '${name}', '${name}', '${name} ${i}@example.org', '', 0, 0, ${ends})`,
        )}`,
    ],
  );
  const store = await openStore(file);
  onTestFinished(store.close);
  return store;
}

async function planOf({ read }: Store, query: Compilable): Promise<string[]> {
  const compiled = query.compile();
  const explain = { ...compiled, sql: `EXPLAIN QUERY PLAN ${compiled.sql}` };
  const { rows } = await read.getExecutor().executeQuery<{ detail: string }>(explain);
  return rows.map(({ detail }) => detail);
}

const byName = ({ read }: Store) =>
  membersAlong(read, 'membership_by_name').select('membership.id').where('membership.organization_id', '=', 1);
const guestsByName = ({ read }: Store) =>
  membersAlong(read, 'membership_of_kind')
    .select('membership.id')
    .where('membership.organization_id', '=', 1)
    .where('membership.kind', '=', 'guest')
    .where(otherThanUsers());

describe('0025-list-indexes', () => {
  it('list the members of an older workspace by name, and its guests by name and by end of access', async () => {
    const store = await opened();
    const ids = async (query: ReturnType<typeof byName>) =>
      (await query.orderBy('membership.sort_key').orderBy('membership.id').execute()).map(({ id }) => id);
    expect(await ids(byName(store))).toEqual([3, 4, 5, 2, 6, 1]);
    expect(await ids(byName(store).where((e) => memberContains(e, 'an')))).toEqual([3, 4, 5]);
    expect(await ids(guestsByName(store))).toEqual([5, 2, 6]);
    expect((await endingGuests(store.read, 1).execute()).map(({ id }) => id)).toEqual([2, 5]);
  });

  it('cover what the lists filter by, in the order in which they show it', async () => {
    const store = await opened();
    for (const [index, members] of [
      ['membership_by_name (organization_id=?)', byName(store)],
      ['membership_of_kind (organization_id=? AND kind=?)', guestsByName(store)],
    ] as const) {
      const asked = members
        .where('membership.kind', 'in', ['guest', 'inbox-agent'])
        .where('membership.status', 'in', ['active', 'pending'])
        .where((e) => memberContains(e, 'ana'))
        .orderBy('membership.sort_key')
        .orderBy('membership.id');
      expect(await planOf(store, asked)).toEqual([`SEARCH membership USING COVERING INDEX ${index}`]);
    }
    const soon = endingGuests(store.read, 1)
      .where('membership.status', '=', 'active')
      .where('membership.access_ends_at', '>', 1)
      .where(endsWithinNotice([5, 6, 7], 4));
    expect(await planOf(store, soon)).toEqual([
      'SEARCH membership USING COVERING INDEX membership_by_end (organization_id=? AND access_ends_at>?)',
    ]);
  });
});
