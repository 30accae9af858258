import { describe, expect, it } from 'vitest';
import type { UserChoice } from '#contract/user-filter.ts';
import { day, inviteGuest, joinGuest, portalOf, rowOf, winterMidnight } from '../../support/guests.ts';
import { accept, newAccount, tokenOf } from '../../support/invitees.ts';
import { addOperator } from '../../support/operators.ts';
import { asOperator, freshWorkspace, hour, owner, type Workspace } from '../../support/workspace.ts';

/** Accepted on 20 November at noon for 90 days: 18 February is the last day. */
const end = winterMidnight('2027-02-19');

const placesOf = async (w: Workspace, email: string) =>
  (await w.callAs(asOperator(email), 'session.state', {})).places.map((p) => p.name);

describe('E5: access as a guest', () => {
  it('begins with the acceptance and ends with the last day in the organization’s zone', async () => {
    const w = await freshWorkspace();
    const { token, membershipId } = await inviteGuest(w, 'ana@example.org');
    w.clock.advance(2 * day);
    await accept(w, token);
    expect((await rowOf(w, membershipId)).guest).toMatchObject({ days: 90, endsAt: end + 2 * day });
  });

  it('ends with the period of the invitation; that of users never ends', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const membershipId = await joinGuest(w, 'ana@example.org', { days: 1 });
    expect((await rowOf(w, membershipId)).guest?.endsAt).toBe(winterMidnight('2026-11-22'));
    await w.call('organizations.update', { organizationId, guestDays: 5 });
    expect((await rowOf(w, membershipId)).guest).toMatchObject({ days: 1 });
    const { invited } = await w.call('invitations.send', {
      organizationId,
      entries: [{ email: 'bela@example.org', roles: ['Member'] }],
    });
    await accept(w, await tokenOf(w, invited[0]?.invitationId ?? 0));
    const { access_ends_at } = await w.core.store.read
      .selectFrom('membership')
      .select('access_ends_at')
      .where('id', '=', invited[0]?.membershipId ?? 0)
      .executeTakeFirstOrThrow();
    expect(access_ends_at).toBeNull();
  });

  it('lasts to the last millisecond, then is gone everywhere, and nothing is written for it', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const membershipId = await joinGuest(w, 'ana@example.org', { accountManager: true, mayInviteGuests: true });
    const list = () => w.callAs(asOperator('ana@example.org'), 'users.list', { organizationId });
    w.clock.time = end - 1;
    const portal = await portalOf(w, 'ana@example.org');
    const state = () => w.callAs(portal, 'session.state', {});
    expect((await state()).places).toMatchObject([{ kind: 'guest', accessEndsAt: end }]);
    expect((await list()).total).toBe(2);
    const before = await w.core.store.read.selectFrom('membership').selectAll().execute();

    w.clock.time = end;
    expect((await state()).places).toEqual([]);
    await expect(list()).rejects.toMatchObject({ code: 'unknown-operator' });
    await expect(
      w.callAs(portal, 'guests.invite', { organizationId, emails: ['bela@example.org'] }),
    ).rejects.toMatchObject({ code: 'not-a-member' });
    await expect(w.callAs(portal, 'guests.preview', { organizationId, text: '' })).rejects.toMatchObject({
      code: 'not-a-member',
    });
    expect(await rowOf(w, membershipId)).toMatchObject({ status: 'expired', roles: [{ name: 'Account manager' }] });
    expect(await w.core.store.read.selectFrom('membership').selectAll().execute()).toEqual(before);
  });

  it('in one organization can end while it goes on in another', async () => {
    const w = await freshWorkspace();
    const { organizationId } = await w.call('organizations.create', { name: 'Brightwater', owner });
    await joinGuest(w, 'ana@example.org');
    const there = { ...w, organizationId };
    const { token } = await inviteGuest(there, 'ana@example.org', { days: 200 });
    await accept(w, token, { kind: 'existing', password: newAccount.password });
    expect(await placesOf(w, 'ana@example.org')).toEqual(['Brightwater', 'Example Logistics']);
    w.clock.time = end;
    expect(await placesOf(w, 'ana@example.org')).toEqual(['Brightwater']);
  });

  it('of an owner who became a guest ends what they may do as an owner', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await addOperator(w, 'second@example.com', 'Owner');
    const { rows } = await w.call('users.list', { organizationId, search: 'second' });
    await w.call('guests.makeGuest', { organizationId, membershipId: rows[0]?.membershipId ?? 0 });
    const create = () =>
      w.callAs(asOperator('second@example.com'), 'organizations.create', { name: 'Quayside', owner });
    await create();
    w.clock.time = end;
    await expect(create()).rejects.toMatchObject({ code: 'unknown-operator' });
    // the one owner left is found without being named
    await w.callAs({ face: 'cli', credentials: { kind: 'operator' } }, 'users.list', { organizationId });
  });

  it('ends by the new zone if the organization’s zone was changed before the acceptance', async () => {
    const w = await freshWorkspace();
    const { token, membershipId } = await inviteGuest(w, 'ana@example.org', { days: 1 });
    await w.call('organizations.update', { organizationId: w.organizationId, timeZone: 'Pacific/Auckland' });
    await accept(w, token);
    // noon in UTC is 21 November in Auckland already
    expect((await rowOf(w, membershipId)).guest?.endsAt).toBe(Date.parse('2026-11-23T00:00:00+13:00'));
  });
});

describe('inviting again', () => {
  const terms = { accountManager: true, mayInviteGuests: true, days: 30, teams: ['Night desk'] };
  async function ended() {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await w.call('teams.create', { organizationId, name: 'Night desk' });
    const membershipId = await joinGuest(w, 'ana@example.org', { ...terms, note: 'Ask for Ina.' });
    w.clock.advance(40 * day);
    return { w, target: { organizationId, membershipId } };
  }
  const kept = {
    roles: [{ name: 'Account manager' }],
    teams: [{ name: 'Night desk' }],
    guest: { days: 30, endsAt: null, sponsor: { name: owner.name }, mayInviteGuests: true },
  };

  it.each(['guests.inviteAgain', 'invitations.reinvite'] as const)(
    'by %s brings back a guest whose access has ended, with all that they had and a fresh period',
    async (operation) => {
      const { w, target } = await ended();
      const { invitationId } = await w.call(operation, target);
      expect(await rowOf(w, target.membershipId)).toMatchObject({ status: 'pending', ...kept });
      expect(await rowOf(w, target.membershipId)).toMatchObject({
        invitations: [
          { generation: 2, state: 'pending' },
          { generation: 1, state: 'accepted' },
        ],
      });
      const mails = await w.core.store.read.selectFrom('outbox').select(['kind', 'state']).orderBy('id').execute();
      expect(mails.at(-1)).toEqual({ kind: 'reinvitation', state: 'queued' });
      const fresh = await w.core.store.read.selectFrom('invitation').select('note').where('id', '=', invitationId);
      expect(await fresh.executeTakeFirst()).toEqual({ note: 'Ask for Ina.' });
      await accept(w, await tokenOf(w, invitationId), { kind: 'existing', password: newAccount.password });
      expect(await rowOf(w, target.membershipId)).toMatchObject({
        status: 'active',
        guest: { endsAt: winterMidnight('2027-01-30') },
      });
      expect(await placesOf(w, 'ana@example.org')).toEqual(['Example Logistics']);
    },
  );

  it('of many at once does the same', async () => {
    const { w, target } = await ended();
    const { organizationId, membershipId } = target;
    const choice: UserChoice = { kind: 'chosen', membershipIds: [membershipId] };
    await w.call('invitations.reinviteMany', { organizationId, choice });
    await w.core.jobs.idle();
    expect(await rowOf(w, membershipId)).toMatchObject({ status: 'pending', ...kept });
  });

  it('works for an expired link, and needs the right to reinvite for one that is valid', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const { membershipId } = await inviteGuest(w, 'ana@example.org');
    await addOperator(w, 'manager@example.com', 'Account manager');
    const again = () =>
      w.callAs(asOperator('manager@example.com'), 'guests.inviteAgain', { organizationId, membershipId });
    await w.call('invitations.copyLink', { organizationId, membershipId });
    await expect(again()).rejects.toMatchObject({
      code: 'not-permitted',
      data: { permission: 'invitations:reinvite' },
    });
    w.clock.advance(72 * hour);
    await again();
    expect(await rowOf(w, membershipId)).toMatchObject({ status: 'pending', invitations: [{ generation: 2 }, {}] });
    // whoever may reinvite need not wait
    await w.call('guests.inviteAgain', { organizationId, membershipId });
  });

  it('is refused while access lasts, for users, and for guests who were removed', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const membershipId = await joinGuest(w, 'ana@example.org');
    for (const operation of ['guests.inviteAgain', 'invitations.reinvite'] as const)
      await expect(w.call(operation, { organizationId, membershipId })).rejects.toMatchObject({ code: 'not-pending' });
    await addOperator(w, 'bela@example.org', 'Member');
    const { rows } = await w.call('users.list', { organizationId, search: 'bela' });
    await expect(
      w.call('guests.inviteAgain', { organizationId, membershipId: rows[0]?.membershipId ?? 0 }),
    ).rejects.toMatchObject({ code: 'not-a-guest', data: { email: 'bela@example.org' } });
    await w.call('guests.remove', { organizationId, membershipId });
    await expect(w.call('guests.inviteAgain', { organizationId, membershipId })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('is refused to anybody who holds less than the guest', async () => {
    const { w, target } = await ended();
    const { organizationId } = w;
    await w.call('roles.create', { organizationId, name: 'Host', permissions: ['guests:invite'] });
    await addOperator(w, 'host@example.com', 'Host');
    await expect(w.callAs(asOperator('host@example.com'), 'guests.inviteAgain', target)).rejects.toMatchObject({
      code: 'role-not-grantable',
    });
  });

  it('is what preview and invitation call for by saying that access has expired', async () => {
    const { w, target } = await ended();
    const { organizationId } = w;
    const { entries } = await w.call('guests.preview', { organizationId, text: 'ana@example.org' });
    expect(entries).toMatchObject([
      { verdict: 'already-member', reason: 'expired', membershipId: target.membershipId },
    ]);
    const { skipped } = await w.call('guests.invite', { organizationId, emails: ['ana@example.org'] });
    expect(skipped).toMatchObject([{ verdict: 'already-member', reason: 'expired' }]);
  });
});
