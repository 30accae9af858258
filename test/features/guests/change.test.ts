import { describe, expect, it } from 'vitest';
import type { InputOf, OperationName } from '#contract/index.ts';
import { contract } from '#contract/index.ts';
import type { UserChoice } from '#contract/user-filter.ts';
import { day, inviteGuest, joinGuest, rowOf, winterMidnight } from '../../support/guests.ts';
import { accept, dump, member, tokenOf } from '../../support/invitees.ts';
import { auditOf, join, memberOf, membership, ownerAddress, toldTo } from '../../support/members.ts';
import { addOperator } from '../../support/operators.ts';
import { asOperator, freshWorkspace, hour, owner, type Workspace } from '../../support/workspace.ts';

const seats = (w: Workspace) => w.call('organizations.seats', { organizationId: w.organizationId });

describe('changing a guest', () => {
  it('sets period, sponsor and permissions; the end of access stays until a renewal', async () => {
    const w = await freshWorkspace();
    const membershipId = await joinGuest(w, 'ana@example.org');
    const sven = await join(w, 'sven@example.com');
    const before = (await rowOf(w, membershipId)).guest?.endsAt;
    const update = (more: Partial<InputOf<'guests.update'>>) =>
      w.call('guests.update', { ...member(w, membershipId), ...more });
    await update({ days: 10, sponsorMembershipId: sven, mayInviteGuests: true });
    expect(await rowOf(w, membershipId)).toMatchObject({
      guest: { days: 10, endsAt: before, sponsor: { name: 'sven@example.com' }, mayInviteGuests: true },
      roles: [{ name: 'Member' }],
    });
    await update({ sponsorMembershipId: null });
    expect((await rowOf(w, membershipId)).guest).toMatchObject({ days: 10, sponsor: null, mayInviteGuests: true });
    await w.call('guests.renew', member(w, membershipId));
    expect((await rowOf(w, membershipId)).guest).toMatchObject({ endsAt: winterMidnight('2026-12-01') });
    expect(await auditOf(w, 'guests.update', 'ana@example.org')).toMatchObject([
      { detail: { days: 10, sponsor: 'sven@example.com', mayInviteGuests: true } },
      { detail: { sponsor: null } },
    ]);
  });

  it('turns a member into an account manager and back, keeps other roles, and tells the guest', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const membershipId = await joinGuest(w, 'ana@example.org');
    const roles = async () => (await rowOf(w, membershipId)).roles.map((r) => r.name);
    const set = (accountManager: boolean) => w.call('guests.update', { ...member(w, membershipId), accountManager });
    await set(true);
    expect(await roles()).toEqual(['Account manager']);
    await set(true);
    expect(await roles()).toEqual(['Account manager']);
    await set(false);
    expect(await roles()).toEqual(['Member']);
    expect((await toldTo(w, 'ana@example.org')).slice(1)).toEqual([
      { kind: 'access-changed', added: ['Account manager'], removed: ['Member'] },
      { kind: 'access-changed', added: ['Member'], removed: ['Account manager'] },
    ]);
    const { rows } = await w.call('roles.list', { organizationId });
    const auditor = rows.find((r) => r.name === 'Auditor')?.id ?? 0;
    await w.call('users.update', { ...member(w, membershipId), roles: { add: [auditor] } });
    await set(true);
    await set(false);
    expect(await roles()).toEqual(['Auditor']);
  });

  it('gives nothing that the operator does not hold, and changes nobody who holds more', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await w.call('roles.create', { organizationId, name: 'Host', permissions: ['guests:write'] });
    await addOperator(w, 'host@example.com', 'Host');
    const host = asOperator('host@example.com');
    const plain = await joinGuest(w, 'ana@example.org');
    const inviting = await joinGuest(w, 'bela@example.org', { mayInviteGuests: true });
    const managing = await joinGuest(w, 'chloe@example.org', { accountManager: true });
    await w.callAs(host, 'guests.update', { ...member(w, plain), days: 20 });
    const refusedAs = async (code: string, more: Omit<InputOf<'guests.update'>, 'organizationId'>) =>
      expect(w.callAs(host, 'guests.update', { organizationId, ...more })).rejects.toMatchObject({ code });
    await refusedAs('role-not-grantable', { membershipId: plain, accountManager: true });
    await refusedAs('not-permitted', { membershipId: plain, mayInviteGuests: true });
    for (const change of [{ days: 5 }, { mayInviteGuests: false }])
      await refusedAs('not-permitted', { membershipId: inviting, ...change });
    await refusedAs('role-not-grantable', { membershipId: managing, accountManager: false });
    for (const operation of ['guests.renew', 'guests.remove'] as const) {
      await expect(w.callAs(host, operation, member(w, inviting))).rejects.toMatchObject({ code: 'not-permitted' });
      await expect(w.callAs(host, operation, member(w, managing))).rejects.toMatchObject({
        code: 'role-not-grantable',
      });
    }
  });

  it('with a sponsor who is not an active user of the organization changes nothing', async () => {
    const w = await freshWorkspace();
    const membershipId = await joinGuest(w, 'ana@example.org');
    const other = await joinGuest(w, 'bela@example.org');
    const before = await membership(w, membershipId);
    await expect(
      w.call('guests.update', {
        ...member(w, membershipId),
        days: 3,
        accountManager: true,
        sponsorMembershipId: other,
      }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await membership(w, membershipId)).toEqual(before);
  });
});

describe('E3: removing a guest', () => {
  it('ends membership and sessions at any time, and is allowed to account managers', async () => {
    const w = await freshWorkspace();
    await addOperator(w, 'manager@example.com', 'Account manager');
    const manager = asOperator('manager@example.com');
    const active = await joinGuest(w, 'ana@example.org');
    const { token } = await w.callAs({ face: 'portal', credentials: { kind: 'anonymous' } }, 'session.signIn', {
      email: 'ana@example.org',
      password: 'a sentence of mine',
    });
    const over = await joinGuest(w, 'bela@example.org', { days: 1 });
    w.clock.advance(2 * hour);
    await w.callAs(manager, 'guests.remove', member(w, active));
    const state = await w.callAs({ face: 'portal', credentials: { kind: 'session', token } }, 'session.state', {});
    expect(state.stage).toBe('sign-in');
    w.clock.advance(5 * day);
    await w.callAs(manager, 'guests.remove', member(w, over));
    expect((await membership(w, active)).status).toBe('removed');
    expect((await membership(w, over)).status).toBe('removed');
  });

  it('who has not joined yet revokes link and mail', async () => {
    const w = await freshWorkspace();
    const { membershipId, token } = await inviteGuest(w, 'ana@example.org');
    await w.call('guests.remove', member(w, membershipId));
    await expect(accept(w, token)).rejects.toMatchObject({ code: 'link-revoked' });
    expect((await membership(w, membershipId)).status).toBe('revoked');
    const mails = await w.core.store.read.selectFrom('outbox').select('state').execute();
    expect(mails).toEqual([{ state: 'cancelled' }]);
  });

  it('is for guests only', async () => {
    const w = await freshWorkspace();
    const user = await join(w, 'ana@example.org');
    await expect(w.call('guests.remove', member(w, user))).rejects.toMatchObject({ code: 'not-a-guest' });
  });
});

describe('turning a guest into a user', () => {
  it('lifts the end of access and takes a seat; roles, teams and history stay', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await w.call('teams.create', { organizationId, name: 'Night desk' });
    const membershipId = await joinGuest(w, 'ana@example.org', {
      accountManager: true,
      mayInviteGuests: true,
      teams: ['Night desk'],
    });
    const { joined_at } = await membership(w, membershipId);
    expect(await seats(w)).toMatchObject({ used: 1 });
    await w.call('guests.makeUser', member(w, membershipId));
    expect(await seats(w)).toMatchObject({ used: 2 });
    expect(await rowOf(w, membershipId)).toMatchObject({
      kind: 'user',
      status: 'active',
      guest: null,
      joinedAt: joined_at,
      roles: [{ name: 'Account manager' }],
      teams: [{ name: 'Night desk' }],
      invitations: [{ generation: 1 }],
    });
    expect(await membership(w, membershipId)).toMatchObject({
      guest_days: null,
      access_ends_at: null,
      sponsor_id: null,
      may_invite_guests: 0,
    });
    w.clock.advance(1000 * day);
    expect((await rowOf(w, membershipId)).status).toBe('active');
  });

  it('is refused without a free seat, and changes nothing then', async () => {
    const w = await freshWorkspace();
    const active = await joinGuest(w, 'ana@example.org');
    const { membershipId: pending } = await inviteGuest(w, 'bela@example.org');
    await w.call('organizations.update', { organizationId: w.organizationId, seatLimit: 1 });
    const before = await dump(w);
    for (const membershipId of [active, pending])
      await expect(w.call('guests.makeUser', member(w, membershipId))).rejects.toMatchObject({
        code: 'seats-exceeded',
        data: { free: 0, needed: 1 },
      });
    expect(await dump(w)).toEqual(before);
  });

  it('takes no seat for an expired invitation or somebody suspended, until they come back', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const { membershipId: late } = await inviteGuest(w, 'ana@example.org');
    await w.call('invitations.copyLink', member(w, late));
    const suspended = await joinGuest(w, 'bela@example.org');
    await w.call('users.suspend', member(w, suspended));
    await w.call('organizations.update', { organizationId, seatLimit: 1 });
    w.clock.advance(100 * hour);
    await w.call('guests.makeUser', member(w, late));
    await w.call('guests.makeUser', member(w, suspended));
    for (const [operation, membershipId] of [
      ['invitations.reinvite', late],
      ['users.reactivate', suspended],
    ] as const)
      await expect(w.call(operation, member(w, membershipId))).rejects.toMatchObject({ code: 'seats-exceeded' });
  });

  it('does not bring back access that has ended; a pending guest joins as a user without an end', async () => {
    const w = await freshWorkspace();
    const over = await joinGuest(w, 'ana@example.org', { days: 1 });
    w.clock.advance(3 * day);
    await expect(w.call('guests.makeUser', member(w, over))).rejects.toMatchObject({ code: 'access-ended' });
    const { membershipId, invitationId } = await inviteGuest(w, 'bela@example.org');
    await w.call('guests.makeUser', member(w, membershipId));
    await accept(w, await tokenOf(w, invitationId));
    expect(await membership(w, membershipId)).toMatchObject({ kind: 'user', status: 'active', access_ends_at: null });
  });

  it('needs write on users, and is refused for oneself and for users', async () => {
    const w = await freshWorkspace();
    const membershipId = await joinGuest(w, 'ana@example.org', { accountManager: true });
    await addOperator(w, 'manager@example.com', 'Account manager');
    await expect(
      w.callAs(asOperator('manager@example.com'), 'guests.makeUser', member(w, membershipId)),
    ).rejects.toMatchObject({ code: 'not-permitted', data: { permission: 'users:write' } });
    const { rows } = await w.call('roles.list', { organizationId: w.organizationId });
    const admin = rows.find((r) => r.name === 'Admin')?.id ?? 0;
    await w.call('users.update', { ...member(w, membershipId), roles: { add: [admin] } });
    await expect(
      w.callAs(asOperator('ana@example.org'), 'guests.makeUser', member(w, membershipId)),
    ).rejects.toMatchObject({ code: 'yourself' });
    await expect(w.call('guests.makeUser', member(w, await join(w, 'bela@example.org')))).rejects.toMatchObject({
      code: 'not-a-guest',
    });
  });
});

describe('turning a user into a guest', () => {
  it('frees the seat, begins the period today, and keeps the roles', async () => {
    const w = await freshWorkspace();
    const membershipId = await join(w, 'ana@example.org', 'Auditor');
    expect(await seats(w)).toMatchObject({ used: 2 });
    expect(await w.call('guests.makeGuest', member(w, membershipId))).toEqual({ endsAt: winterMidnight('2027-02-19') });
    expect(await seats(w)).toMatchObject({ used: 1 });
    expect(await rowOf(w, membershipId)).toMatchObject({
      kind: 'guest',
      roles: [{ name: 'Auditor' }],
      guest: { days: 90, sponsor: { name: owner.name }, mayInviteGuests: false },
    });
    await expect(w.call('guests.makeGuest', member(w, membershipId))).rejects.toMatchObject({
      code: 'already-a-guest',
    });
    w.clock.time = winterMidnight('2027-02-19');
    expect((await rowOf(w, membershipId)).status).toBe('expired');
  });

  it('who was never invited lets them be invited again after the end', async () => {
    const w = await freshWorkspace();
    const { organizationId } = await w.call('organizations.create', {
      name: 'Brightwater',
      owner: { name: 'Second Owner', email: 'second@example.com', password: 'another long sentence' },
    });
    const there = { ...w, organizationId };
    const as = asOperator('second@example.com');
    const { invited } = await w.callAs(as, 'invitations.send', {
      organizationId,
      entries: [{ email: ownerAddress, roles: ['Owner'] }],
    });
    await accept(w, await tokenOf(w, invited[0]?.invitationId ?? 0), { kind: 'existing', password: owner.password });
    const membershipId = await memberOf(w, 'second@example.com', organizationId);
    await w.call('guests.makeGuest', { ...member(there, membershipId), days: 2 });
    w.clock.advance(4 * day);
    await w.call('guests.inviteAgain', member(there, membershipId));
    expect(await rowOf(there, membershipId)).toMatchObject({
      status: 'pending',
      roles: [{ name: 'Owner' }],
      invitations: [{ generation: 1, state: 'pending' }],
    });
  });

  it('leaves an invited one pending, and the period then begins with the acceptance', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const { invited } = await w.call('invitations.send', {
      organizationId,
      entries: [{ email: 'ana@example.org', roles: ['Member'] }],
    });
    const { membershipId = 0, invitationId = 0 } = invited[0] ?? {};
    expect(await w.call('guests.makeGuest', { ...member(w, membershipId), days: 10 })).toEqual({ endsAt: null });
    expect(await seats(w)).toMatchObject({ pending: 0 });
    w.clock.advance(day);
    await accept(w, await tokenOf(w, invitationId));
    expect((await rowOf(w, membershipId)).guest).toMatchObject({ endsAt: winterMidnight('2026-12-02') });
  });

  it('is refused for the last owner, for oneself, for anybody who holds more, and for inbox agents', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const own = await memberOf(w, ownerAddress);
    await addOperator(w, 'admin@example.com', 'Admin');
    await expect(w.call('guests.makeGuest', member(w, own))).rejects.toMatchObject({ code: 'yourself' });
    await expect(w.callAs(asOperator('admin@example.com'), 'guests.makeGuest', member(w, own))).rejects.toMatchObject({
      code: 'role-not-grantable',
    });
    await expect(
      w.callAs({ face: 'core', credentials: { kind: 'core' } }, 'guests.makeGuest', member(w, own)),
    ).rejects.toMatchObject({ code: 'last-owner', data: { email: ownerAddress } });
    const { invited } = await w.call('invitations.send', {
      organizationId,
      kind: 'inbox-agent',
      entries: [{ email: 'agent@example.org' }],
    });
    await expect(w.call('guests.makeGuest', member(w, invited[0]?.membershipId ?? 0))).rejects.toMatchObject({
      code: 'no-role-for-agents',
    });
  });

  it('leaves an owner who does not count when the last owner is protected', async () => {
    const w = await freshWorkspace();
    const second = await join(w, 'second@example.com', 'Owner');
    await w.call('guests.makeGuest', member(w, second));
    await expect(
      w.callAs(asOperator('second@example.com'), 'users.suspend', member(w, await memberOf(w, ownerAddress))),
    ).rejects.toMatchObject({ code: 'last-owner' });
  });
});

describe('the guests of another organization', () => {
  const operations = (Object.keys(contract) as OperationName[]).filter(
    (name) => name.startsWith('guests.') && 'membershipId' in (contract[name].input as { shape: object }).shape,
  );

  it('are tried with every operation on one guest', () => {
    expect(operations.sort()).toEqual([
      'guests.inviteAgain',
      'guests.makeGuest',
      'guests.makeUser',
      'guests.remove',
      'guests.renew',
      'guests.update',
    ]);
  });

  it.each(operations)('are not found by %s', async (operation) => {
    const w = await freshWorkspace();
    const { organizationId } = await w.call('organizations.create', { name: 'Brightwater', owner });
    const guest = await joinGuest(w, 'ana@example.org');
    const user = await join(w, 'bela@example.org');
    const { membershipId: pending } = await inviteGuest(w, 'chloe@example.org');
    const before = await dump(w);
    for (const membershipId of [guest, user, pending, 987_654])
      await expect(w.call(operation, { organizationId, membershipId } as never)).rejects.toMatchObject({
        code: 'not-found',
        data: { what: 'user' },
      });
    expect(await dump(w)).toEqual(before);
  });

  it('are neither renewed by a job nor counted, nor shown to somebody who is not a member there', async () => {
    const w = await freshWorkspace();
    const { organizationId } = await w.call('organizations.create', { name: 'Brightwater', owner });
    const guest = await joinGuest(w, 'ana@example.org', { days: 5 });
    const choice: UserChoice = { kind: 'chosen', membershipIds: [guest] };
    const { jobId } = await w.call('guests.renewMany', { organizationId, choice });
    await w.core.jobs.idle();
    expect(await w.call('jobs.get', { organizationId, jobId })).toMatchObject({ total: 0, done: 0 });
    expect(await w.call('guests.expiring', { organizationId })).toMatchObject({ expiring: 0 });
    await addOperator(w, 'manager@example.com', 'Account manager');
    for (const call of [
      w.callAs(asOperator('manager@example.com'), 'guests.expiring', { organizationId }),
      w.callAs(asOperator('manager@example.com'), 'guests.invite', { organizationId, emails: ['a@example.org'] }),
      w.callAs(asOperator('manager@example.com'), 'guests.preview', { organizationId, text: '' }),
    ])
      await expect(call).rejects.toMatchObject({ code: 'not-a-member' });
  });
});
