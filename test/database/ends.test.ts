import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { memberKinds } from '#contract/vocabulary/user-filter.ts';
import { countEnded, endedParts, momentOf } from '../../src-main/database/ends.ts';
import { migrations } from '../../src-main/database/migrations/index.ts';
import { openStore, type Store } from '../../src-main/database/open.ts';
import { workspaceOf } from '../support/older-workspace.ts';

const statuses = ['pending', 'pending', 'active', 'active', 'suspended', 'revoked', 'removed'] as const;
const [minute, hours, days] = [60_000, 7_200_000, 864_000_000] as const;
const people = [1, 2, 3, 4, 5];

/** At the edges of spans and next to them, close enough together that several fall into one. */
const instants = fc
  .tuple(
    fc.integer({ min: 2000, max: 2002 }),
    fc.integer({ min: 0, max: 3 }),
    fc.constantFrom(0, 1, 119),
    fc.constantFrom(-1, 0, 1, minute - 1),
  )
  .map(([d, h, m, ms]) => d * days + h * hours + m * minute + ms);

const who = fc.record({ id: fc.constantFrom(...people), organization_id: fc.integer({ min: 1, max: 2 }) });
const what = fc.record({ kind: fc.constantFrom(...memberKinds), status: fc.constantFrom(...statuses) });
const deed = fc.oneof(
  fc.record({ deed: fc.constant('come' as const), who, what, end: fc.option(instants) }),
  fc.record({ deed: fc.constant('go' as const), who }),
  fc.record({ deed: fc.constant('become' as const), who, what }),
  fc.record({ deed: fc.constant('access' as const), who, end: fc.option(instants) }),
  fc.record({
    deed: fc.constant('invite' as const),
    who,
    state: fc.constantFrom('pending', 'pending', 'accepted', 'replaced'),
    end: fc.option(instants),
  }),
);
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

const everybody = [1, 2].flatMap((organization_id) => people.map((id) => ({ id, organization_id })));
const idOf = ({ id, organization_id }: { id: number; organization_id: number }) => organization_id * 100 + id;

async function done({ write }: Store, one: Deed): Promise<unknown> {
  const id = idOf(one.who);
  const { organization_id } = one.who;
  switch (one.deed) {
    case 'come': {
      const texts = { name: '', sort_key: '', search_text: '', email_key: '' };
      const row = { id, organization_id, person_id: one.who.id, ...texts, ...one.what, access_ends_at: one.end };
      return write
        .insertInto('membership')
        .values({ ...row, created_at: 0, changed_at: 0 })
        .onConflict((c) => c.doNothing())
        .execute();
    }
    case 'go':
      await write.deleteFrom('invitation').where('membership_id', '=', id).execute();
      return write.deleteFrom('membership').where('id', '=', id).execute();
    case 'become':
      return write.updateTable('membership').set(one.what).where('id', '=', id).execute();
    case 'access':
      return write.updateTable('membership').set({ access_ends_at: one.end }).where('id', '=', id).execute();
    case 'invite': {
      const set = { state: one.state, expires_at: one.end } as const;
      const [changed] = await write.updateTable('invitation').set(set).where('membership_id', '=', id).execute();
      if (changed?.numUpdatedRows !== 0n) return changed;
      const here = await write.selectFrom('membership').select('id').where('id', '=', id).executeTakeFirst();
      const row = { organization_id, membership_id: id, generation: 1, life_hours: 1, created_at: 0, ...set };
      return here && write.insertInto('invitation').values(row).execute();
    }
  }
}

/** Counted from the rows themselves, one by one. */
async function countedByHand({ read }: Store, organizationId: number, now: number) {
  const rows = await read
    .selectFrom('membership as m')
    .leftJoin('invitation as i', (join) => join.onRef('i.membership_id', '=', 'm.id').on('i.state', '=', 'pending'))
    .select(['m.kind', 'm.status', 'm.access_ends_at', 'i.expires_at'])
    .where('m.organization_id', '=', organizationId)
    .execute();
  const over = rows.filter(({ kind, status, access_ends_at, expires_at }) => {
    const end = status === 'pending' ? expires_at : status === 'active' && kind === 'guest' ? access_ends_at : null;
    return end !== null && end <= now;
  });
  const counts = new Map<string, number>();
  for (const { kind, status } of over) counts.set(`${kind} ${status}`, (counts.get(`${kind} ${status}`) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** A store with two organizations and the people of these tests. */
async function fresh(): Promise<Store> {
  const file = await workspaceOf(Object.keys(migrations), [
    ...[1, 2].map(
      (id) =>
        `INSERT INTO organization (id, name, time_zone, link_life_hours, created_at) VALUES (${id}, '${id}', 'UTC', 1, 0)`,
    ),
    ...people.map(
      (id) => `INSERT INTO person (id, email, email_key, name, created_at) VALUES (${id}, '${id}', '${id}', '', 0)`,
    ),
  ]);
  const store = await openStore(file);
  onTestFinished(store.close);
  return store;
}

describe('the count of people whose time is over', () => {
  it('agrees with the rows at every instant, whatever was done to members and invitations', async () => {
    const store = await fresh();
    const seen = { ended: 0, kept: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { minLength: 30, maxLength: 60, size: 'max' }),
        fc.array(instants, { minLength: 4, maxLength: 8 }),
        async (deeds, nows) => {
          await store.write.deleteFrom('invitation').execute();
          await store.write.deleteFrom('membership').execute();
          // link and access end together, so that a deed can change what ends but not when
          const end = 2001 * days;
          for (const one of everybody) {
            await done(store, { deed: 'come', who: one, what: { kind: 'guest', status: 'pending' }, end });
            await done(store, { deed: 'invite', who: one, state: 'pending', end });
          }
          for (const one of deeds) await done(store, one);
          for (const now of nows)
            for (const organizationId of [1, 2]) {
              const found = await countEnded(store.read, organizationId, now);
              const counts = Object.fromEntries(found.map(({ kind, status, n }) => [`${kind} ${status}`, n]));
              expect(counts).toEqual(await countedByHand(store, organizationId, now));
              seen.ended += found.length;
            }
          const rows = await store.read.selectFrom('user_end').select('n').execute();
          expect(rows.filter(({ n }) => n < 1)).toEqual([]);
          seen.kept += rows.length;
        },
      ),
      { numRuns: 60 },
    );
    expect(Math.min(seen.ended, seen.kept)).toBeGreaterThan(100);
  });

  it('leaves no row behind when everybody has gone', async () => {
    const store = await fresh();
    for (const [i, one] of everybody.entries()) {
      await done(store, { deed: 'come', who: one, what: { kind: 'guest', status: 'pending' }, end: 5 });
      await done(store, { deed: 'invite', who: one, state: 'pending', end: days + i });
    }
    const kept = () =>
      store.read.selectFrom('user_end').select(['span', 'n']).where('organization_id', '=', 1).execute();
    expect(await kept()).toEqual([minute, hours, days].map((span) => ({ span, n: people.length })));
    for (const one of everybody) await done(store, { deed: 'go', who: one });
    expect(await store.read.selectFrom('user_end').selectAll().execute()).toEqual([]);
  });

  it('reads the spans, and members one by one only within the current minute', async () => {
    const store = await fresh();
    const query = store.read
      .selectFrom(endedParts(store.read, { organizationId: 1, ...momentOf(days) }))
      .selectAll()
      .compile();
    const explain = { ...query, sql: `EXPLAIN QUERY PLAN ${query.sql}` };
    const plan = (await store.read.getExecutor().executeQuery(explain)).rows as { detail: string }[];
    const rows = plan.map(({ detail }) => detail);
    expect(rows.filter((row) => /SCAN (user_end|membership)/.test(row))).toEqual([]);
    expect(rows.filter((row) => row.includes('user_end'))).toHaveLength(3);
    expect(rows.filter((row) => row.includes('membership'))).toEqual([
      'SEARCH membership USING INDEX membership_by_link (organization_id=? AND link_ends_at>? AND link_ends_at<?)',
      'SEARCH membership USING COVERING INDEX membership_by_end (organization_id=? AND access_ends_at>? AND access_ends_at<?)',
    ]);
  });
});

describe('0024-user-ends', () => {
  it('counts every link and access of an older workspace that has an end, even a past one', async () => {
    const never = Number.MAX_SAFE_INTEGER;
    const file = await workspaceOf(
      Object.keys(migrations).filter((name) => name < '0024'),
      [
        "INSERT INTO organization (id, name, time_zone, link_life_hours, created_at) VALUES (1, 'Example', 'UTC', 72, 0)",
        ...[
          ['user', 'pending', 864_000_000, null],
          ['user', 'pending', 864_059_999, null],
          ['user', 'pending', never, null],
          ['guest', 'pending', 864_060_000, 5],
          ['guest', 'active', never, 863_999_999],
          ['guest', 'active', never, null],
          // an end that means nothing for such a member
          ['guest', 'suspended', never, 1],
          ['user', 'active', never, 1],
          ['user', 'removed', 1, null],
        ].flatMap(([kind, status, linkEnds, accessEnds], i) => [
          `INSERT INTO person (id, email, email_key, name, created_at)
            VALUES (${i + 1}, '${i}@example.org', '${i}@example.org', '', 0)`,
          `INSERT INTO membership (id, organization_id, person_id, kind, status, name, sort_key, search_text, email_key,
              created_at, changed_at, link_ends_at, access_ends_at)
            VALUES (${i + 1}, 1, ${i + 1}, '${kind}', '${status}', '', '', '', '', 0, 0, ${linkEnds}, ${accessEnds})`,
        ]),
      ],
    );
    const { read, close } = await openStore(file);
    onTestFinished(close);
    const rows = await read.selectFrom('user_end').selectAll().execute();
    expect(rows.map((r) => [r.span, r.begins_at, r.kind, r.status, r.n])).toEqual([
      [60_000, 863_940_000, 'guest', 'active', 1],
      [60_000, 864_000_000, 'user', 'pending', 2],
      [60_000, 864_060_000, 'guest', 'pending', 1],
      [7_200_000, 856_800_000, 'guest', 'active', 1],
      [7_200_000, 864_000_000, 'guest', 'pending', 1],
      [7_200_000, 864_000_000, 'user', 'pending', 2],
      [864_000_000, 0, 'guest', 'active', 1],
      [864_000_000, 864_000_000, 'guest', 'pending', 1],
      [864_000_000, 864_000_000, 'user', 'pending', 2],
    ]);
    const at = async (now: number) =>
      Object.fromEntries((await countEnded(read, 1, now)).map((e) => [`${e.status} ${e.kind}`, e.n]));
    expect(await at(863_999_998)).toEqual({});
    expect(await at(864_000_000)).toEqual({ 'active guest': 1, 'pending user': 1 });
    expect(await at(864_060_000)).toEqual({ 'active guest': 1, 'pending user': 2, 'pending guest': 1 });
  });
});
