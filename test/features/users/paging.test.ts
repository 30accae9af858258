import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress } from '#contract/address.ts';
import { foldName } from '#contract/fold.ts';
import type { InputOf } from '#contract/index.ts';
import {
  type GuestState,
  guestStates,
  type MailGroup,
  mailGroups,
  memberKinds,
  presentStatuses,
  userStatuses,
} from '#contract/vocabulary/user-filter.ts';
import { type UserSort, userSorts } from '#contract/vocabulary/users.ts';
import { type Inhabitant, mixed, mostlyGuests, noticeUntil, ownerOf, populate } from '../../support/population.ts';
import { freshWorkspace, hour, owner, type Workspace } from '../../support/workspace.ts';

type Query = Omit<InputOf<'users.list'>, 'organizationId' | 'after'>;

/** Everybody there is, and at which time. */
type Everybody = readonly Inhabitant[] & { readonly now: number };

/** A populated organization beside another one in which the same people are something else. */
async function populated(kinds = mixed, n = 90) {
  const w = await freshWorkspace();
  const { organizationId: other } = await w.call('organizations.create', {
    name: 'Other',
    owner: { name: owner.name, email: owner.email, password: 'another long sentence' },
  });
  const neighbours = await populate(w, { organizationId: other, n: 61, kinds });
  const population = await populate(w, { n, kinds });
  const everybody: Everybody = Object.assign([...population.everybody, await ownerOf(w)], { now: w.clock.time });
  return { w, population, everybody, neighbours };
}

const addressKey = (email: string) => {
  const parsed = parseAddress(email);
  if (!parsed.ok) throw new Error(email);
  return parsed.address.key;
};
/** What each sort compares, part by part; whoever was there first comes first. */
const keys: Record<UserSort, (one: Inhabitant) => readonly (string | number)[]> = {
  name: (p) => [foldName(p.name || p.email), p.membershipId],
  email: (p) => [addressKey(p.email), p.membershipId],
  changed: (p) => [p.changedAt, p.membershipId],
  expiry: (p) => [p.accessEndsAt ?? Number.POSITIVE_INFINITY, p.membershipId],
  timeLeft: (p) => [p.linkEndsAt ?? Number.MAX_SAFE_INTEGER, p.membershipId],
  status: (p) => [userStatuses.indexOf(p.status), foldName(p.name || p.email), p.membershipId],
};
function stateHolds(state: GuestState, guest: Inhabitant, everybody: Everybody): boolean {
  const { accessEndsAt, guestDays, status, sponsor } = guest;
  if (state === 'no-sponsor') return !everybody.some((p) => p.membershipId === sponsor && p.status === 'active');
  if (accessEndsAt === null) return false;
  return state === 'expired'
    ? status === 'expired'
    : status === 'active' && accessEndsAt <= noticeUntil(everybody.now, guestDays);
}
/** Whether somebody whose link still works is in the group. */
function groupHolds(group: MailGroup, { mail, linkEndsAt, linkStartedAt }: Inhabitant, now: number): boolean {
  if (group === 'unanswered') return linkStartedAt !== null && linkStartedAt <= now - 7 * 24 * hour;
  if (group === 'ending') return linkEndsAt !== null && linkEndsAt <= now + 24 * hour;
  return group === 'waiting' ? mail === 'queued' || mail === 'sending' : mail === group;
}
function expected(everybody: Everybody, query: Query): number[] {
  const { kinds = ['user', 'guest'], statuses = presentStatuses, guests = [], search = '', sort = 'name' } = query;
  const { mail = [] } = query;
  const found = everybody.filter(
    (p) =>
      kinds.includes(p.kind) &&
      (statuses as readonly string[]).includes(p.status) &&
      (p.invited || !query.invited) &&
      (guests.length === 0 || (p.kind === 'guest' && guests.some((state) => stateHolds(state, p, everybody)))) &&
      (mail.length === 0 || (p.status === 'pending' && mail.some((group) => groupHolds(group, p, everybody.now)))) &&
      foldName(`${p.name} ${p.email}`).includes(foldName(search)) &&
      (['roles', 'teams', 'groups', 'products', 'lines'] as const).every(
        (r) => !query[r]?.length || query[r].some((id) => p[r].includes(id)),
      ),
  );
  const sorted = found.toSorted((a, b) => {
    const [left, right] = [keys[sort](a), keys[sort](b)];
    const differs = left.findIndex((part, i) => part !== right[i]);
    return differs < 0 ? 0 : (left[differs] ?? 0) < (right[differs] ?? 0) ? -1 : 1;
  });
  return (query.descending ? sorted.reverse() : sorted).map((p) => p.membershipId);
}

async function throughPages(w: Workspace, query: Query): Promise<{ ids: number[]; totals: ReadonlySet<number> }> {
  const ids: number[] = [];
  const totals = new Set<number>();
  let after: string | null | undefined;
  while (after !== null) {
    const page = await w.call('users.list', {
      organizationId: w.organizationId,
      ...query,
      ...(after ? { after } : {}),
    });
    ids.push(...page.rows.map((r) => r.membershipId));
    totals.add(page.total);
    after = page.next;
  }
  return { ids, totals };
}

describe('the pages of the users list', () => {
  it('add up to the whole list, even one row at a time, in every sort and both directions, with ties and expired ones', async () => {
    const { w, everybody } = await populated();
    for (const sort of userSorts)
      for (const descending of [false, true]) {
        const query = { sort, descending, statuses: [...userStatuses], kinds: [...memberKinds] };
        const wanted = expected(everybody, query);
        const whole = await throughPages(w, { ...query, limit: 200 });
        expect(whole.ids, `${sort} ${descending}`).toEqual(wanted);
        const { ids, totals } = await throughPages(w, { ...query, limit: 1 });
        expect(ids, `${sort} ${descending}, one by one`).toEqual(wanted);
        expect([...totals]).toEqual([everybody.length]);
      }
  });

  it.each([
    ['users', mixed, 90],
    ['guests', mostlyGuests, 200],
  ] as const)(
    'hold exactly those who match every part of a filter, common or rare, where most are %s',
    async (_, kinds, n) => {
      const { w, population, everybody } = await populated(kinds, n);
      const some = (ids: readonly number[]) => fc.option(fc.subarray([...ids], { minLength: 1 }), { freq: 1, nil: [] });
      const query = fc.record({
        kinds: fc.subarray([...memberKinds], { minLength: 1 }),
        statuses: fc.subarray([...userStatuses], { minLength: 1 }),
        roles: some(population.roles),
        teams: some(population.teams),
        groups: some(population.groups),
        products: some(population.products),
        lines: some(population.lines),
        invited: fc.boolean(),
        guests: fc.option(fc.subarray([...guestStates], { minLength: 1 }), { freq: 1, nil: [] }),
        mail: fc.option(fc.subarray([...mailGroups], { minLength: 1 }), { freq: 1, nil: [] }),
        search: fc.constantFrom('', '', '', 'ADEL', 'p1', 'example', 'exämple.org', 'z', '% m', '_', '"z"', 'nobody'),
        sort: fc.constantFrom(...userSorts),
        descending: fc.boolean(),
        limit: fc.constantFrom(3, 7, 50, 200),
      });
      await fc.assert(
        fc.asyncProperty(query, async (q) => {
          const wanted = expected(everybody, q);
          const { ids, totals } = await throughPages(w, q);
          expect(ids).toEqual(wanted);
          expect([...totals]).toEqual([wanted.length]);
        }),
        { numRuns: 100 },
      );
    },
  );

  it.each([
    ['some', mixed, 90],
    ['nearly all', mostlyGuests, 200],
  ] as const)('hold the guests of each state in every order, where guests are %s', async (_, kinds, n) => {
    const { w, everybody } = await populated(kinds, n);
    for (const guests of [...guestStates.map((state) => [state]), [...guestStates]])
      for (const sort of userSorts)
        for (const statuses of [presentStatuses, ['active'], ['expired'], userStatuses] as const) {
          const query = { guests, sort, statuses: [...statuses] };
          const wanted = expected(everybody, query);
          const { ids, totals } = await throughPages(w, { ...query, limit: 17 });
          expect(ids, `${guests} by ${sort}, ${statuses}`).toEqual(wanted);
          expect([...totals]).toEqual([wanted.length]);
        }
    for (const state of guestStates) expect(expected(everybody, { guests: [state] })).not.toEqual([]);
    const { rows } = await w.call('users.list', {
      organizationId: w.organizationId,
      kinds: ['user'],
      guests: ['expired'],
    });
    expect(rows).toEqual([]);
  });

  it('hold pending people by what became of their mail, in every order, and the counts agree', async () => {
    const { w, everybody } = await populated(mixed, 200);
    const { organizationId } = w;
    const kinds = [...memberKinds];
    for (const mail of [...mailGroups.map((group) => [group]), ['failed', 'deferred'] as const, [...mailGroups]])
      for (const sort of userSorts) {
        const query = { mail: [...mail], sort, kinds };
        const wanted = expected(everybody, query);
        const { ids, totals } = await throughPages(w, { ...query, limit: 7 });
        expect(ids, `${mail} by ${sort}`).toEqual(wanted);
        expect(ids.length).toBeGreaterThan(0);
        expect([...totals]).toEqual([wanted.length]);
      }
    for (const some of [kinds, ['guest'], ['user', 'inbox-agent']] as const) {
      const counts = await w.call('users.counts', { organizationId, kinds: [...some], invited: true, mail: true });
      const many = mailGroups.map((group) => [group, expected(everybody, { kinds: [...some], mail: [group] }).length]);
      expect(counts.mail).toEqual(Object.fromEntries(many));
    }
    const { rows } = await w.call('users.list', { organizationId, kinds, mail: ['failed'], statuses: ['expired'] });
    expect(rows).toEqual([]);
  });

  it.each(['role', 'team', 'group', 'product', 'line'] as const)(
    'can be narrowed to one %s or several, common or rare, but to none of another organization',
    async (relation) => {
      const { w, population, everybody, neighbours } = await populated();
      const name = `${relation}s` as const;
      const [common = 0, middling = 0, rare = 0] = population[name];
      for (const ids of [[common], [middling], [rare], [middling, rare]]) {
        const { rows, total } = await w.call('users.list', {
          organizationId: w.organizationId,
          [name]: ids,
          limit: 200,
        });
        expect(rows.map((r) => r.membershipId)).toEqual(expected(everybody, { [name]: ids }));
        expect(total).toBe(rows.length);
        expect(rows.length).toBeGreaterThan(0);
        expect(rows.every((r) => r[name].some((one) => ids.includes(one.id)))).toBe(true);
      }
      const foreign = { organizationId: w.organizationId, [name]: neighbours[name] };
      expect(await w.call('users.list', foreign)).toMatchObject({ rows: [], total: 0, next: null });
    },
  );

  it('show inbox agents, revoked and removed people only when asked for them', async () => {
    const { w, everybody } = await populated();
    const { organizationId } = w;
    const plain = (await throughPages(w, {})).ids;
    expect(plain).toEqual(expected(everybody, {}));
    const shown = everybody.filter((p) => plain.includes(p.membershipId));
    expect(new Set(shown.map((p) => p.kind))).toEqual(new Set(['user', 'guest']));
    expect(new Set(shown.map((p) => p.status))).toEqual(new Set(presentStatuses));
    for (const kind of memberKinds)
      for (const status of userStatuses) {
        const { rows, total } = await w.call('users.list', {
          organizationId,
          kinds: [kind],
          statuses: [status],
          limit: 200,
        });
        expect(rows.map((r) => r.membershipId)).toEqual(expected(everybody, { kinds: [kind], statuses: [status] }));
        expect(total).toBe(rows.length);
        expect(new Set(rows.map((r) => `${r.kind} ${r.status}`))).toEqual(
          new Set(rows.length ? [`${kind} ${status}`] : []),
        );
      }
  });

  it('go on after somebody who has left the list, and where another status begins', async () => {
    const { w, everybody } = await populated();
    const { organizationId } = w;
    const query = { sort: 'status', statuses: ['active', 'suspended'] } as const;
    const wanted = expected(everybody, { ...query, statuses: [...query.statuses] });
    const actives = everybody.filter((p) => p.status === 'active' && p.kind !== 'inbox-agent').length;
    const page = await w.call('users.list', {
      organizationId,
      ...query,
      statuses: [...query.statuses],
      limit: actives,
    });
    expect(page.rows.every((r) => r.status === 'active')).toBe(true);
    const end = page.rows.at(-1)?.membershipId ?? 0;
    await w.core.changes.write([], w.core.clock.now(), (db) =>
      db.updateTable('membership').set({ status: 'removed' }).where('id', '=', end).execute(),
    );
    const rest = await w.call('users.list', {
      organizationId,
      ...query,
      statuses: [...query.statuses],
      after: page.next ?? '',
    });
    expect(rest.rows.map((r) => r.membershipId)).toEqual(wanted.slice(actives));
    const others = await w.call('users.list', {
      organizationId,
      ...query,
      statuses: ['suspended'],
      after: page.next ?? '',
    });
    expect(others.rows).toEqual(rest.rows);
  });

  it('hold matches of a search that lie together far from one end of every order, or from both', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    // in the middle of the order, and about where a walk stops looking at everybody
    const lindqvists = [
      [95, 120],
      [1400, 1750],
      [3280, 3305],
    ] as const;
    const people = Array.from({ length: 3400 }, (_, i) => {
      const surnames = [
        ...(i < 1720 ? ['Yilmaz'] : []),
        ...(i >= 1680 ? ['Okafor'] : []),
        ...(lindqvists.some(([from, to]) => i >= from && i < to) ? ['Lindqvist'] : []),
      ];
      return { email: `p${10_000 + i}@example.org`, name: `Person ${10_000 + i} ${surnames.join(' ')}` };
    });
    const entries = people.map((one) => ({ ...one, roles: ['Member'] }));
    const { invited } = await w.call('invitations.send', { organizationId, entries });
    for (const [search, n] of [
      ['lind', 400],
      ['LINDQVIST p1', 400],
      ['okaf', 1720],
      ['yilm', 1720],
      ['p10', 1000],
      ['p13', 400],
    ] as const) {
      const matches = people.map(({ name, email }) => `${name} ${email}`.toLowerCase().includes(search.toLowerCase()));
      const wanted = invited.filter((_, i) => matches[i]).map(({ membershipId }) => membershipId);
      expect(wanted).toHaveLength(n);
      for (const sort of userSorts)
        for (const descending of [false, true]) {
          const { ids, totals } = await throughPages(w, { search, sort, descending, limit: 200 });
          expect(ids, `${search} by ${sort} ${descending}`).toEqual(descending ? wanted.toReversed() : wanted);
          expect([...totals]).toEqual([Math.min(n, 1000)]);
        }
    }
    const { total, totalIsLeast } = await w.call('users.list', { organizationId, search: 'p10' });
    expect([total, totalIsLeast]).toEqual([1000, false]);
  });

  it('count to a thousand at most where counting further does not pay', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const entries = Array.from({ length: 1001 }, (_, i) => ({ email: `p${i}@example.org`, roles: ['Member'] }));
    await w.call('invitations.send', { organizationId, entries });
    const find = (search: string) => w.call('users.list', { organizationId, search, limit: 1 });
    expect(await find('example.org')).toMatchObject({ total: 1000, totalIsLeast: true });
    expect(await find('ex')).toMatchObject({ total: 1000, totalIsLeast: true });
    expect(await find('p100')).toMatchObject({ total: 2, totalIsLeast: false });
    expect(await w.call('users.list', { organizationId })).toMatchObject({ total: 1002, totalIsLeast: false });
  });
});

describe('a cursor', () => {
  it('is refused in a list of another sort, and unless the list itself wrote it', async () => {
    const w = await freshWorkspace();
    await populate(w);
    const refused = (after: string, sort: UserSort = 'name') =>
      expect(
        w.call('users.list', { organizationId: w.organizationId, sort, after }),
        `${sort} ${after}`,
      ).rejects.toMatchObject({ code: 'invalid-input', issues: [{ path: ['after'] }] });
    for (const sort of userSorts) {
      const { next } = await w.call('users.list', { organizationId: w.organizationId, sort, limit: 1 });
      for (const another of userSorts) if (another !== sort) await refused(next ?? '', another);
      await refused(`${next}!`, sort);
      await refused((next ?? '').slice(0, -2), sort);
    }
    const write = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const bad of [
      ...[null, 1, {}, [], ['name'], ['name', 'a'], ['name', 1, 1], ['name', 'a', '1'], ['name', 'a', 1.5]],
      ...[['name', 'a', 1, 1], ['name', 'active', 'a', 1], [['name'], 'a', 1], { 0: 'name', 1: 'a', 2: 1 }],
    ])
      await refused(write(bad));
    for (const bad of [
      ['status', 'a', 1],
      ['status', 'gone', 'a', 1],
      ['status', 'active', 1, 1],
      ['status', 1, 'a', 1],
    ])
      await refused(write(bad), 'status');
    for (const bad of [
      ['changed', 'a', 1],
      ['changed', 1.5, 1],
      ['changed', null, 1],
    ])
      await refused(write(bad), 'changed');
    for (const bad of [
      ['expiry', 'a', 1],
      ['expiry', 1.5, 1],
      ['expiry', 1],
      ['expiry', null, null],
    ])
      await refused(write(bad), 'expiry');
    for (const bad of ['', ' ', 'nonsense', '%00', 'null', '"']) await refused(bad);
  });

  it('survives the longest and oddest names', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const odd = [
      '"'.repeat(200),
      '\\'.repeat(200),
      '界'.repeat(200),
      '😀'.repeat(100),
      `${'a'.repeat(199)}😀`.slice(0, 200),
    ];
    await w.call('invitations.send', {
      organizationId,
      entries: odd.map((name, i) => ({ email: `p${i}@example.org`, name, roles: ['Member'] })),
    });
    for (const sort of userSorts)
      for (const descending of [false, true]) {
        const { ids } = await throughPages(w, { sort, descending, limit: 1 });
        const { rows } = await w.call('users.list', { organizationId, sort, descending });
        expect(rows).toHaveLength(odd.length + 1);
        expect(ids).toEqual(rows.map((r) => r.membershipId));
      }
  });
});
