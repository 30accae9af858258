import { describe, expect, it } from 'vitest';
import type { UserChoice } from '#contract/user-filter.ts';
import { day, inviteGuest, joinGuest, rowOf, winterMidnight } from '../../support/guests.ts';
import { member } from '../../support/invitees.ts';
import { auditOf, ended, join, told } from '../../support/members.ts';
import { addOperator } from '../../support/operators.ts';
import { asOperator, freshWorkspace, hour, owner, type Workspace } from '../../support/workspace.ts';

const manager = asOperator('manager@example.com');
const endOf = async (w: Workspace, membershipId: number) => (await rowOf(w, membershipId)).guest?.endsAt;

describe('E8: renewing', () => {
  it('restarts the period of the invitation from now, as often as it is done', async () => {
    const w = await freshWorkspace();
    const membershipId = await joinGuest(w, 'ana@example.org', { days: 30 });
    await w.call('organizations.update', { organizationId: w.organizationId, guestDays: 5 });
    w.clock.advance(20 * day);
    expect(await w.call('guests.renew', member(w, membershipId))).toEqual({ endsAt: winterMidnight('2027-01-10') });
    w.clock.advance(31 * day - 12 * hour);
    expect(w.clock.time).toBeLessThan(winterMidnight('2027-01-11'));
    await expect(w.call('guests.renew', member(w, membershipId))).rejects.toMatchObject({ code: 'access-ended' });
    w.clock.time = winterMidnight('2027-01-10') - 1;
    expect(await w.call('guests.renew', member(w, membershipId))).toEqual({ endsAt: winterMidnight('2027-02-09') });
    expect(await endOf(w, membershipId)).toBe(winterMidnight('2027-02-09'));
    expect(await auditOf(w, 'guests.renew', 'ana@example.org')).toMatchObject([
      { detail: { days: 30, before: winterMidnight('2026-12-21'), endsAt: winterMidnight('2027-01-10') } },
      { detail: { days: 30, before: winterMidnight('2027-01-10') } },
    ]);
  });

  it('is refused once access has ended, and changes nothing then', async () => {
    const w = await freshWorkspace();
    const membershipId = await joinGuest(w, 'ana@example.org', { days: 3 });
    w.clock.time = winterMidnight('2026-11-24');
    await expect(w.call('guests.renew', member(w, membershipId))).rejects.toMatchObject({
      code: 'access-ended',
      data: { email: 'ana@example.org' },
    });
    expect(await endOf(w, membershipId)).toBe(winterMidnight('2026-11-24'));
  });

  it('is for active guests only', async () => {
    const w = await freshWorkspace();
    const { membershipId } = await inviteGuest(w, 'ana@example.org');
    await expect(w.call('guests.renew', member(w, membershipId))).rejects.toMatchObject({ code: 'not-active' });
    const suspended = await joinGuest(w, 'bela@example.org');
    await w.call('users.suspend', member(w, suspended));
    await expect(w.call('guests.renew', member(w, suspended))).rejects.toMatchObject({ code: 'not-active' });
    const user = await join(w, 'chloe@example.org');
    await expect(w.call('guests.renew', member(w, user))).rejects.toMatchObject({ code: 'not-a-guest' });
  });

  it('is allowed to account managers, not to members, and to nobody for themselves', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const membershipId = await joinGuest(w, 'ana@example.org', { accountManager: true, days: 30 });
    await addOperator(w, 'manager@example.com', 'Account manager');
    await addOperator(w, 'member@example.com', 'Member');
    w.clock.advance(day);
    await w.callAs(manager, 'guests.renew', member(w, membershipId));
    await expect(
      w.callAs(asOperator('member@example.com'), 'guests.renew', member(w, membershipId)),
    ).rejects.toMatchObject({ code: 'not-permitted', data: { permission: 'guests:write' } });
    const ana = asOperator('ana@example.org');
    await expect(w.callAs(ana, 'guests.renew', member(w, membershipId))).rejects.toMatchObject({ code: 'yourself' });
    await expect(w.callAs(ana, 'guests.update', { organizationId, membershipId, days: 700 })).rejects.toMatchObject({
      code: 'yourself',
    });
  });

  it('is refused for somebody who may do more', async () => {
    const w = await freshWorkspace();
    const admin = await join(w, 'admin@example.com', 'Admin');
    await w.call('guests.makeGuest', member(w, admin));
    await addOperator(w, 'manager@example.com', 'Account manager');
    await expect(w.callAs(manager, 'guests.renew', member(w, admin))).rejects.toMatchObject({
      code: 'role-not-grantable',
      data: { role: 'Admin' },
    });
  });

  it('of many reports for each whether they were renewed, or why not', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const ids = {
      ana: await joinGuest(w, 'ana@example.org', { days: 30 }),
      bela: await joinGuest(w, 'bela@example.org', { days: 10 }),
      chloe: (await inviteGuest(w, 'chloe@example.org')).membershipId,
      user: await join(w, 'user@example.org'),
    };
    w.clock.advance(15 * day);
    await addOperator(w, 'manager@example.com', 'Account manager');
    const choice: UserChoice = { kind: 'chosen', membershipIds: Object.values(ids) };
    const { job, rows } = await ended(w, await w.callAs(manager, 'guests.renewMany', { organizationId, choice }));
    expect(job).toMatchObject({ state: 'finished', total: 4, done: 1, failed: 3 });
    expect(rows.map(told).sort()).toEqual([
      'ana@example.org done',
      'bela@example.org access-ended',
      'chloe@example.org not-active',
      'user@example.org not-a-guest',
    ]);
    expect(await endOf(w, ids.ana)).toBe(winterMidnight('2027-01-05'));
    expect(await endOf(w, ids.bela)).toBe(winterMidnight('2026-12-01'));
    expect(await auditOf(w, 'guests.renewMany', 'ana@example.org')).toHaveLength(1);
    expect(await auditOf(w, 'guests.renewMany', 'bela@example.org')).toEqual([]);
  });

  it('of all that match renews exactly those whom the notice counts', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const soon = await joinGuest(w, 'ana@example.org', { days: 10 });
    const later = await joinGuest(w, 'bela@example.org', { days: 40 });
    const before = await endOf(w, later);
    w.clock.advance(5 * day);
    expect(await w.call('guests.expiring', { organizationId })).toMatchObject({ expiring: 1 });
    const choice: UserChoice = { kind: 'matching', filter: { kinds: ['guest'], guests: ['expiring'] } };
    const { rows } = await ended(w, await w.call('guests.renewMany', { organizationId, choice }));
    expect(rows.map(told)).toEqual(['ana@example.org done']);
    expect(await endOf(w, soon)).toBe(winterMidnight('2026-12-06'));
    expect(await endOf(w, later)).toBe(before);
  });
});

describe('the number of guests who expire soon', () => {
  const expiring = (w: Workspace) => w.call('guests.expiring', { organizationId: w.organizationId });

  it('counts a guest from the day on which as many days are left as the window is long, until access ends', async () => {
    const w = await freshWorkspace();
    const membershipId = await joinGuest(w, 'ana@example.org', { days: 30 });
    // 20 December is the last day, so 6 December is the first on which it is counted
    const begins = winterMidnight('2026-12-06');
    expect(await expiring(w)).toEqual({ expiring: 0, noticeDays: 14, nextChangeAt: begins });
    w.clock.time = begins - 1;
    expect(await expiring(w)).toEqual({ expiring: 0, noticeDays: 14, nextChangeAt: begins });
    w.clock.time = begins;
    const end = winterMidnight('2026-12-21');
    expect(await expiring(w)).toEqual({ expiring: 1, noticeDays: 14, nextChangeAt: end });
    w.clock.time = end - 1;
    expect(await expiring(w)).toEqual({ expiring: 1, noticeDays: 14, nextChangeAt: end });
    w.clock.time = end;
    expect(await expiring(w)).toEqual({ expiring: 0, noticeDays: 14, nextChangeAt: null });
    expect(await endOf(w, membershipId)).toBe(end);
  });

  it.each([1, 2, 3, 7, 13, 14, 28, 29])(
    'never counts a guest of %s days in the first half of their period, so that every renewal ends the notice',
    async (days) => {
      const w = await freshWorkspace();
      const { organizationId } = w;
      const membershipId = await joinGuest(w, 'ana@example.org', { days });
      const filter = { organizationId, kinds: ['guest' as const], guests: ['expiring' as const] };
      const spokenOf = async () => {
        const { expiring: n, nextChangeAt } = await expiring(w);
        const { rows, total } = await w.call('users.list', filter);
        expect([rows.length, total]).toEqual([n, n]);
        return { n, nextChangeAt };
      };
      const quiet = days - Math.min(14, Math.floor(days / 2));
      for (let left = days; left >= 0; left -= 1) {
        const { n, nextChangeAt } = await spokenOf();
        expect(n, `${left} days left`).toBe(left > days - quiet ? 0 : 1);
        expect(nextChangeAt).toBeGreaterThan(w.clock.time);
        if (left > 0) w.clock.advance(day);
      }
      await w.call('guests.renew', member(w, membershipId));
      expect((await spokenOf()).n).toBe(0);
    },
  );

  it('leaves out guests who are renewed, still invited, suspended, removed, made users, or of another organization', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await w.call('organizations.update', { organizationId, guestNoticeDays: 5 });
    const ids: number[] = [];
    for (const name of ['ana', 'bela', 'chloe', 'dora', 'eve'])
      ids.push(await joinGuest(w, `${name}@example.org`, { days: 3 }));
    await inviteGuest(w, 'fay@example.org', { days: 3 });
    w.clock.advance(2 * day);
    expect(await expiring(w)).toMatchObject({ expiring: 5, noticeDays: 5 });
    const [ana = 0, bela = 0, chloe = 0, dora = 0] = ids;
    await w.call('guests.update', { ...member(w, ana), days: 60 });
    expect(await expiring(w)).toMatchObject({ expiring: 5 });
    await w.call('guests.renew', member(w, ana));
    await w.call('users.suspend', member(w, bela));
    await w.call('guests.remove', member(w, chloe));
    await w.call('guests.makeUser', member(w, dora));
    expect(await expiring(w)).toMatchObject({ expiring: 1 });
    const other = await w.call('organizations.create', { name: 'Brightwater', owner });
    expect(await expiring({ ...w, organizationId: other.organizationId })).toMatchObject({ expiring: 0 });
  });
});
