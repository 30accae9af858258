import { describe, expect, it } from 'vitest';
import { join, memberOf, membership, ownerAddress, setMember } from '../../support/members.ts';
import { asOperator, freshWorkspace, hour, owner, type Workspace } from '../../support/workspace.ts';

const people = [
  { email: 'zoe@example.org', name: 'Ägidius Zoller' },
  { email: 'anna@example.org', name: 'anna Meier' },
  { email: 'bela@example.org', name: 'Béla Nagy' },
  { email: 'chloe@example.org', name: 'Chloé 100% Martin_X' },
  { email: 'nameless@example.org' },
];
const filled = async () => {
  const w = await freshWorkspace();
  await w.call('invitations.send', {
    organizationId: w.organizationId,
    entries: people,
    defaults: { roles: ['Member'] },
  });
  return w;
};
const find = async (w: Workspace, search: string) =>
  (await w.call('users.list', { organizationId: w.organizationId, search })).rows.map((r) => r.email);

describe('the users list', () => {
  it('sorts by name whatever the case and accents, and by address where there is no name', async () => {
    const w = await filled();
    const { rows, total } = await w.call('users.list', { organizationId: w.organizationId });
    expect(rows.map((r) => r.name || r.email)).toEqual([
      'Ägidius Zoller',
      'anna Meier',
      'Béla Nagy',
      'Chloé 100% Martin_X',
      'nameless@example.org',
      owner.name,
    ]);
    expect(total).toBe(6);
  });

  it('pages by cursor, without losing or repeating anybody when somebody is added in between', async () => {
    const w = await filled();
    const { organizationId } = w;
    const first = await w.call('users.list', { organizationId, limit: 2 });
    await w.call('invitations.send', {
      organizationId,
      entries: [{ email: 'aaa@example.org', name: 'Aaron' }],
      defaults: { roles: ['Member'] },
    });
    const second = await w.call('users.list', { organizationId, limit: 2, after: first.next ?? '' });
    expect([...first.rows, ...second.rows].map((r) => r.email)).toEqual([
      'zoe@example.org',
      'anna@example.org',
      'bela@example.org',
      'chloe@example.org',
    ]);
    await expect(w.call('users.list', { organizationId, after: 'nonsense' })).rejects.toMatchObject({
      code: 'invalid-input',
      issues: [{ path: ['after'] }],
    });
  });

  it('finds any part of name or address, whatever the case and accents, and takes % and _ literally', async () => {
    const w = await filled();
    expect(await find(w, 'nag')).toEqual(['bela@example.org']);
    expect(await find(w, 'BELA')).toEqual(['bela@example.org']);
    expect(await find(w, 'ägid')).toEqual(['zoe@example.org']);
    expect(await find(w, 'ame')).toEqual(['nameless@example.org']);
    expect(await find(w, 'io')).toEqual([]);
    expect(await find(w, 'zo')).toEqual(['zoe@example.org']);
    expect(await find(w, '100%')).toEqual(['chloe@example.org']);
    expect(await find(w, 'n_x')).toEqual(['chloe@example.org']);
    expect(await find(w, '%')).toEqual(['chloe@example.org']);
    expect(await find(w, `"'; DROP`)).toEqual([]);
    expect(await find(w, '" OR "a')).toEqual([]);
  });

  it('shows nobody of another organization', async () => {
    const w = await filled();
    const other = await w.call('organizations.create', {
      name: 'Other',
      owner: { name: owner.name, email: owner.email, password: 'another long sentence' },
    });
    const { rows } = await w.call('users.list', { organizationId: other.organizationId });
    expect(rows.map((r) => r.email)).toEqual([owner.email]);
  });
});

describe('guests in the users list', () => {
  /** The first instant after 30 May in Amsterdam. */
  const end = Date.UTC(2027, 4, 30, 22);
  const guest = async () => {
    const w = await freshWorkspace();
    const id = await join(w, 'gil@example.org');
    const sponsor = await membership(w, await memberOf(w, ownerAddress));
    const facts = { guest_days: 190, access_ends_at: end, sponsor_id: sponsor.person_id, may_invite_guests: 1 };
    await setMember(w, id, { kind: 'guest', ...facts });
    const found = (filter: object) =>
      w.call('users.list', { organizationId: w.organizationId, kinds: ['guest'], ...filter });
    return { w, id, sponsor, found };
  };

  it('come with the end of their access, their period and their sponsor; nobody else does', async () => {
    const { w, sponsor } = await guest();
    const { rows } = await w.call('users.list', { organizationId: w.organizationId });
    expect(rows.map((r) => r.guest)).toEqual([
      { days: 190, endsAt: end, sponsor: { id: sponsor.person_id, name: owner.name }, mayInviteGuests: true },
      null,
    ]);
  });

  it('are active until the last instant of their last day, then expired, and nothing is written', async () => {
    const { w, id, found } = await guest();
    const before = await membership(w, id);
    w.clock.time = end - 1;
    expect(await found({})).toMatchObject({ rows: [{ status: 'active' }], nextChangeAt: end });
    expect(await found({ statuses: ['active'] })).toMatchObject({ total: 1, nextChangeAt: end });
    expect(await found({ statuses: ['expired'] })).toMatchObject({ rows: [], total: 0, nextChangeAt: end });
    w.clock.time = end;
    expect(await found({})).toMatchObject({
      rows: [{ status: 'expired', guest: { endsAt: end } }],
      nextChangeAt: null,
    });
    expect(await found({ statuses: ['active'] })).toMatchObject({ rows: [], total: 0, nextChangeAt: null });
    expect(await found({ statuses: ['expired'] })).toMatchObject({ rows: [{ membershipId: id }], total: 1 });
    expect(await found({ guests: ['expired'] })).toMatchObject({ rows: [{ membershipId: id }], total: 1 });
    expect(await membership(w, id)).toEqual(before);
  });

  it('are expiring from the first instant of the day on which as many days are left as the window is long', async () => {
    const { w, id, found } = await guest();
    const expiring = () => found({ guests: ['expiring'] });
    // 16 May, 00:00 in Amsterdam: the 30th is 14 days away
    w.clock.time = Date.UTC(2027, 4, 15, 22) - 1;
    expect(await expiring()).toMatchObject({ rows: [], nextChangeAt: w.clock.time + 1 });
    w.clock.time++;
    expect(await expiring()).toMatchObject({ rows: [{ membershipId: id }], nextChangeAt: w.clock.time + 24 * hour });
    w.clock.time = end - 1;
    expect(await expiring()).toMatchObject({ rows: [{ membershipId: id }], nextChangeAt: end });
    w.clock.time = end;
    expect((await expiring()).rows).toEqual([]);
  });

  it('are expiring within the window that the organization has set', async () => {
    const { w, found } = await guest();
    w.clock.time = end - 20 * 24 * hour;
    expect((await found({ guests: ['expiring'] })).rows).toEqual([]);
    await w.core.changes.write([], w.core.clock.now(), (db) =>
      db.updateTable('organization').set({ guest_notice_days: 20 }).execute(),
    );
    expect((await found({ guests: ['expiring'] })).rows).toHaveLength(1);
  });

  it('have a sponsor as long as that person is active here and has access', async () => {
    const { w, id, found } = await guest();
    const other = await join(w, 'gus@example.org');
    await setMember(w, other, { kind: 'guest', access_ends_at: end - 1000 });
    await setMember(w, id, { sponsor_id: (await membership(w, other)).person_id });
    const sponsorOf = async () => (await found({ search: 'gil@' })).rows.map((r) => r.guest?.sponsor?.name ?? null);
    const alone = async () => (await found({ guests: ['no-sponsor'] })).rows.map((r) => r.email);
    // people without a name are shown by their address
    expect([await sponsorOf(), await alone()]).toEqual([['gus@example.org'], ['gus@example.org']]);
    await setMember(w, other, { status: 'suspended' });
    expect([await sponsorOf(), await alone()]).toEqual([[null], ['gil@example.org', 'gus@example.org']]);
    await setMember(w, other, { status: 'active' });
    w.clock.time = end - 1000;
    expect([await sponsorOf(), await alone()]).toEqual([[null], ['gil@example.org', 'gus@example.org']]);
  });

  it('have the period of the organization where they have none of their own', async () => {
    const { w, id, found } = await guest();
    await setMember(w, id, { guest_days: null });
    expect((await found({})).rows[0]?.guest?.days).toBe(90);
  });

  it('of another organization are neither listed nor sponsors', async () => {
    const { w, id } = await guest();
    const other = await w.call('organizations.create', {
      name: 'Other',
      owner: { name: 'Otto', email: 'otto@example.net', password: 'another long sentence' },
    });
    const foreign = await membership(w, await memberOf(w, 'otto@example.net', other.organizationId));
    await setMember(w, id, { sponsor_id: foreign.person_id });
    const { rows } = await w.call('users.list', { organizationId: w.organizationId, guests: ['no-sponsor'] });
    expect(rows.map((r) => [r.email, r.guest?.sponsor])).toEqual([['gil@example.org', null]]);
    w.clock.time = end;
    for (const guests of [['expired'], ['expiring'], ['no-sponsor']] as const) {
      const elsewhere = { organizationId: other.organizationId, guests: [...guests] };
      expect(await w.callAs(asOperator('otto@example.net'), 'users.list', elsewhere)).toMatchObject({ total: 0 });
    }
  });
});
