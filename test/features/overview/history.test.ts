import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { spans } from '#contract/vocabulary/overview.ts';
import { quarter } from '../../../src-main/database/pace.ts';
import { accessEnd } from '../../../src-main/features/guests/access-end.ts';
import { slotsUntil } from '../../../src-main/features/overview/slots.ts';
import { accept, invite, member } from '../../support/invitees.ts';
import { populate } from '../../support/population.ts';
import { asOperator, freshWorkspace, hour, owner, type Workspace } from '../../support/workspace.ts';

const day = 24 * hour;
const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'];

const history = async (w: Workspace, span: (typeof spans)[number] = 'days') =>
  (await w.call('overview.history', { organizationId: w.organizationId, span })).slots;
const lastOf = async (w: Workspace) => (await history(w)).at(-1);

/** Counted from the rows themselves, one by one. */
async function countedByHand(w: Workspace, span: (typeof spans)[number], zone: string) {
  const rows = await w.core.store.read
    .selectFrom('invitation')
    .select(['starts_at', 'ended_at', 'state'])
    .where('organization_id', '=', w.organizationId)
    .execute();
  const { begins } = slotsUntil(w.clock.time, span, zone);
  return begins.map((from, i) => {
    const until = begins[i + 1] ?? w.clock.time + 1;
    const within = (at: number | null) => at !== null && at >= from && at < until;
    return {
      from,
      sent: rows.filter((r) => within(r.starts_at)).length,
      accepted: rows.filter((r) => r.state === 'accepted' && within(r.ended_at)).length,
    };
  });
}

describe('invitations over time', () => {
  it('agree with the rows, in any time zone, by day and by week, without those of another organization', async () => {
    const w = await freshWorkspace();
    const other = await w.call('organizations.create', {
      name: 'Other',
      owner: { name: owner.name, email: owner.email, password: 'another long sentence' },
    });
    await populate(w, { n: 60 });
    await populate(w, { organizationId: other.organizationId, n: 30 });
    const ids = await w.core.store.read.selectFrom('invitation').select('id').execute();
    // also at the edges of days and just before them, and further back than a year
    const instants = fc.sample(
      fc.oneof(
        fc.integer({ min: w.clock.time - 400 * day, max: w.clock.time }),
        fc.integer({ min: 0, max: 370 * 96 }).map((n) => w.clock.time - n * (hour / 4)),
        fc.integer({ min: 0, max: 370 * 96 }).map((n) => w.clock.time - n * (hour / 4) - 1),
      ),
      { numRuns: ids.length * 2, seed: 7 },
    );
    await w.core.changes.write([], w.clock.time, async (db) => {
      for (const [i, { id }] of ids.entries())
        await db
          .updateTable('invitation')
          .set({
            starts_at: i % 7 ? (instants[i] ?? null) : null,
            ended_at: instants[ids.length + i] ?? null,
            state: i % 3 ? 'accepted' : 'replaced',
          })
          .where('id', '=', id)
          .execute();
    });
    for (const zone of zones) {
      await w.call('organizations.update', { organizationId: w.organizationId, timeZone: zone });
      for (const span of spans) {
        const byHand = await countedByHand(w, span, zone);
        const found = (await history(w, span)).map(({ from, sent, accepted }) => ({ from, sent, accepted }));
        expect(found, `${span} in ${zone}`).toEqual(byHand);
        expect(byHand.reduce((n, { sent }) => n + sent, 0)).toBeGreaterThan(0);
      }
    }
  });

  it('count as sent when their link goes out, not while they wait; each new link counts, and each once', async () => {
    const w = await freshWorkspace();
    const ana = await invite(w, 'ana@example.org');
    expect(await lastOf(w)).toMatchObject({ sent: 0, accepted: 0 });
    await w.call('invitations.copyLink', member(w, ana.membershipId));
    await w.call('invitations.copyLink', member(w, ana.membershipId));
    await w.call('invitations.extend', member(w, ana.membershipId));
    expect(await lastOf(w)).toMatchObject({ sent: 1, accepted: 0 });
    w.clock.advance(day);
    await w.call('invitations.reinvite', member(w, ana.membershipId));
    await w.call('invitations.copyLink', member(w, ana.membershipId));
    expect((await history(w)).slice(-2)).toMatchObject([{ sent: 1 }, { sent: 1 }]);
  });

  it('stay counted when the person is erased: a number names nobody', async () => {
    const w = await freshWorkspace();
    const ana = await invite(w, 'ana@example.org');
    await accept(w, ana.token);
    await w.call('users.remove', member(w, ana.membershipId));
    const before = await lastOf(w);
    await w.call('users.erase', { ...member(w, ana.membershipId), email: 'ana@example.org' });
    expect(await lastOf(w)).toEqual(before);
    expect(before).toMatchObject({ accepted: 1 });
  });
});

describe('guests over time', () => {
  const guests = async (w: Workspace) => (await lastOf(w))?.guests;
  const activeGuests = async (w: Workspace) =>
    (await w.call('users.counts', { organizationId: w.organizationId, kinds: ['guest'] })).active;

  it('are those who had access at the end of each day, whatever was done to them since', async () => {
    const w = await freshWorkspace();
    const expected: number[] = [];
    const people = await populate(w, { n: 90, kinds: ['guest'] });
    await moveEnds(w, (n) => accessEnd(w.clock.time, n % 5, 'Europe/Amsterdam'));
    const active = people.everybody.filter((p) => p.status === 'active');
    const suspended = people.everybody.filter((p) => p.status === 'suspended');
    const on = (p: { membershipId: number } | undefined) => member(w, p?.membershipId ?? 0);
    const deeds: (() => Promise<unknown>)[] = [
      () => w.call('users.suspend', on(active[0])),
      () => w.call('users.remove', on(active[1])),
      () => w.call('guests.renew', on(active.find((p) => p.accessEndsAt === null))),
      () => w.call('users.reactivate', on(active[0])),
      () => w.call('users.reactivate', on(suspended.find((p) => p.accessEndsAt === null))),
      async () => undefined,
    ];
    for (const deed of deeds) {
      await deed();
      expected.push(await activeGuests(w));
      expect(await guests(w)).toBe(expected.at(-1));
      w.clock.advance(day);
    }
    // seen from now, each of those days still ended with as many as were there then
    const slots = await history(w);
    expect(slots.slice(-1 - deeds.length, -1).map((s) => s.guests)).toEqual(expected);
    expect(new Set(expected).size).toBeGreaterThan(2);
  });

  it.each([1, 2, 3])('agree with the counts at any time, whatever was done (%i)', async (seed) => {
    const w = await freshWorkspace();
    const { everybody } = await populate(w, { n: 40 });
    await moveEnds(w, (_, end) => Math.ceil(end / quarter) * quarter);
    expect(await guests(w)).toBe(await activeGuests(w));
    const steps = fc.sample(
      fc.record({
        who: fc.nat(everybody.length - 1),
        what: fc.constantFrom(
          'suspend',
          'reactivate',
          'renew',
          'remove',
          'makeUser',
          'makeGuest',
          'inviteAgain',
          'end',
        ),
        wait: fc.constantFrom(0, 1, hour, day, 9 * day),
      }),
      { numRuns: 40, seed },
    );
    for (const { who, what, wait } of steps) {
      const one = member(w, everybody[who]?.membershipId ?? 0);
      await settle(w, what, one);
      w.clock.advance(wait);
      expect(await guests(w), what).toBe(await activeGuests(w));
    }
  });

  /** Access ends when a day begins, and so at the edge of a quarter of an hour; in a population it ends at any instant. */
  async function moveEnds(w: Workspace, to: (n: number, end: number) => number): Promise<void> {
    await w.core.changes.write([], w.clock.time, async (db) => {
      const ends = await db
        .selectFrom('membership')
        .select(['id', 'access_ends_at as end'])
        .where('access_ends_at', 'is not', null)
        .execute();
      for (const [n, { id, end }] of ends.entries())
        await db
          .updateTable('membership')
          .set({ access_ends_at: to(n, end ?? Number.NaN) })
          .where('id', '=', id)
          .execute();
    });
  }

  /** What may not be done to somebody is refused, and changes nothing. */
  async function settle(w: Workspace, what: string, one: ReturnType<typeof member>): Promise<void> {
    const { organizationId } = w;
    const deeds: Readonly<Record<string, () => Promise<unknown>>> = {
      suspend: () => w.call('users.suspend', one),
      reactivate: () => w.call('users.reactivate', one),
      renew: () => w.call('guests.renew', one),
      remove: () => w.call('users.remove', one),
      makeUser: () => w.call('guests.makeUser', one),
      makeGuest: () => w.call('guests.makeGuest', { ...one, days: 30 }),
      inviteAgain: () => w.call('guests.inviteAgain', one),
      end: () =>
        w.core.changes.write([], w.clock.time, (db) =>
          db
            .updateTable('membership')
            .set({ access_ends_at: Math.ceil(w.clock.time / day) * day + 5 * day, changed_at: w.clock.time })
            .where('id', '=', one.membershipId)
            .where('organization_id', '=', organizationId)
            .where('kind', '=', 'guest')
            .where('status', '=', 'active')
            .execute(),
        ),
    };
    await deeds[what]?.().catch((error: { code?: string }) => {
      if (error.code === undefined) throw error;
    });
  }
});

describe('the history', () => {
  it('is only for those who may read users', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const { id } = await w.call('roles.create', { organizationId, name: 'Mail', permissions: ['mail:read'] });
    const ana = await invite(w, 'ana@example.org');
    await accept(w, ana.token);
    await w.call('users.update', { ...member(w, ana.membershipId), roles: { add: [id] } });
    for (const name of ['overview.history', 'overview.attention'] as const)
      await expect(w.callAs(asOperator('ana@example.org'), name, { organizationId })).rejects.toMatchObject({
        code: 'not-permitted',
      });
  });

  it('reads only ranges of the key of the counts', async () => {
    const w = await freshWorkspace();
    const { rows } = await sql<{ detail: string }>`EXPLAIN QUERY PLAN
      SELECT span.key, sum(pace.sent) FROM json_each('[[0,9]]') AS span CROSS JOIN pace
      WHERE pace.organization_id = 1 AND pace.quarter >= json_extract(span.value, '$[0]')
        AND pace.quarter < json_extract(span.value, '$[1]') GROUP BY span.key`.execute(w.core.store.read);
    const details = rows.map((r) => r.detail);
    expect(details[1]).toBe('SEARCH pace USING PRIMARY KEY (organization_id=? AND quarter>? AND quarter<?)');
    expect(details.join()).not.toMatch(/SCAN pace|membership|invitation/);
  });
});
