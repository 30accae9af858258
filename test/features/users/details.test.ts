import { describe, expect, it } from 'vitest';
import { invite, member } from '../../support/invitees.ts';
import { join, setMember } from '../../support/members.ts';
import { addOperator } from '../../support/operators.ts';
import { asOperator, freshWorkspace, hour, owner, type Workspace } from '../../support/workspace.ts';

const get = (w: Workspace, membershipId: number) => w.call('users.get', member(w, membershipId));
const membershipOf = async (w: Workspace, search: string) => {
  const { rows } = await w.call('users.list', { organizationId: w.organizationId, search });
  return rows[0]?.membershipId ?? 0;
};
/** Another organization of the same owner, with one of its members. */
async function elsewhere(w: Workspace) {
  const { organizationId } = await w.call('organizations.create', {
    name: 'Other',
    owner: { name: owner.name, email: owner.email, password: 'another long sentence' },
  });
  const { rows } = await w.call('users.list', { organizationId });
  return { organizationId, membershipId: rows[0]?.membershipId ?? 0 };
}

describe('the details of a user', () => {
  it('are the row of the list and what the organization was told about the person', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const { id: line } = await w.call('lines.create', { organizationId, name: 'Baltic' });
    const { id: group } = await w.call('groups.create', { organizationId, name: 'Drivers' });
    const { membershipId } = await invite(w, 'ana@example.org', { name: 'Ana Silva' });
    const told = { first_name: 'Ana', last_name: 'Silva', phone: '+31201234567' };
    await w.core.changes.write([], w.core.clock.now(), async (db) => {
      await db.updateTable('membership').set(told).where('id', '=', membershipId).execute();
      await db.updateTable('person').set({ first_name: 'not', last_name: 'told', phone: 'here' }).execute();
      await db.insertInto('membership_line').values({ membership_id: membershipId, line_id: line }).execute();
      await db.insertInto('membership_group').values({ membership_id: membershipId, group_id: group }).execute();
    });
    const details = await get(w, membershipId);
    const { rows } = await w.call('users.list', { organizationId, search: 'ana@' });
    expect(details).toMatchObject(rows[0] ?? {});
    expect(details).toMatchObject({
      firstName: 'Ana',
      lastName: 'Silva',
      phone: '+31201234567',
      createdAt: w.clock.time,
      joinedAt: null,
      lines: [{ id: line, name: 'Baltic' }],
      groups: [{ id: group, name: 'Drivers' }],
      lastOwner: false,
      nextChangeAt: null,
    });
  });

  it('keep every generation of the invitation, newest first, with its own mail', async () => {
    const w = await freshWorkspace();
    const { membershipId } = await invite(w, 'ana@example.org');
    const begun = w.clock.time;
    await w.call('invitations.copyLink', member(w, membershipId));
    w.clock.advance(hour);
    await w.call('invitations.reinvite', member(w, membershipId));
    await w.call('invitations.copyLink', member(w, membershipId));
    const later = w.clock.time;
    expect(await get(w, membershipId)).toMatchObject({
      status: 'pending',
      validUntil: later + 72 * hour,
      nextChangeAt: later + 72 * hour,
      invitations: [
        {
          generation: 2,
          state: 'pending',
          invitedBy: { name: owner.name },
          createdAt: later,
          startsAt: later,
          expiresAt: later + 72 * hour,
          endedAt: null,
          delivery: { state: 'queued' },
        },
        {
          generation: 1,
          state: 'replaced',
          createdAt: begun,
          startsAt: begun,
          expiresAt: begun + 72 * hour,
          endedAt: later,
          delivery: { state: 'cancelled' },
        },
      ],
    });
    // the end of the first generation's life changes nothing: it was replaced before
    w.clock.advance(71 * hour);
    const states = async () => (await get(w, membershipId)).invitations.map((i) => i.state);
    expect(await states()).toEqual(['pending', 'replaced']);
    w.clock.advance(hour);
    expect(await states()).toEqual(['expired', 'replaced']);
    expect(await get(w, membershipId)).toMatchObject({ status: 'expired', nextChangeAt: null });
    await w.call('invitations.reinvite', member(w, membershipId));
    await w.call('invitations.revoke', member(w, membershipId));
    expect(await states()).toEqual(['revoked', 'replaced', 'replaced']);
    expect(await get(w, membershipId)).toMatchObject({ status: 'revoked', validUntil: null });
  });

  it('of a guest say when their access ends, and that it has', async () => {
    const w = await freshWorkspace();
    const id = await join(w, 'gil@example.org');
    const end = w.clock.time + hour;
    await setMember(w, id, { kind: 'guest', guest_days: 1, access_ends_at: end });
    const facts = { days: 1, endsAt: end, sponsor: null, mayInviteGuests: false };
    expect(await get(w, id)).toMatchObject({ status: 'active', guest: facts, nextChangeAt: end });
    w.clock.advance(hour);
    expect(await get(w, id)).toMatchObject({ status: 'expired', guest: facts, nextChangeAt: null });
    await setMember(w, id, { status: 'suspended' });
    expect(await get(w, id)).toMatchObject({ status: 'suspended', guest: facts, nextChangeAt: null });
  });

  it('do not count a guest as another owner', async () => {
    const w = await freshWorkspace();
    const first = await membershipOf(w, owner.email);
    const guest = await join(w, 'olaf@example.com', 'Owner');
    expect((await get(w, first)).lastOwner).toBe(false);
    await setMember(w, guest, { kind: 'guest' });
    expect([(await get(w, first)).lastOwner, (await get(w, guest)).lastOwner]).toEqual([true, false]);
  });

  it('mark the last owner as long as no other one is active', async () => {
    const w = await freshWorkspace();
    const first = await membershipOf(w, owner.email);
    expect((await get(w, first)).lastOwner).toBe(true);
    await addOperator(w, 'olaf@example.com', 'Owner');
    const second = await membershipOf(w, 'olaf@example.com');
    expect([(await get(w, first)).lastOwner, (await get(w, second)).lastOwner]).toEqual([false, false]);
    await w.core.changes.write([], w.core.clock.now(), (db) =>
      db.updateTable('membership').set({ status: 'suspended' }).where('id', '=', second).execute(),
    );
    expect([(await get(w, first)).lastOwner, (await get(w, second)).lastOwner]).toEqual([true, false]);
  });

  it('still name an inviter who has left', async () => {
    const w = await freshWorkspace();
    await addOperator(w, 'olaf@example.com', 'Owner');
    const { invited } = await w.callAs(asOperator('olaf@example.com'), 'invitations.send', {
      organizationId: w.organizationId,
      entries: [{ email: 'ana@example.org', roles: ['Member'] }],
    });
    const leaver = await membershipOf(w, 'olaf@example.com');
    await w.core.changes.write([], w.core.clock.now(), async (db) => {
      await db.updateTable('person').set({ name: 'Olaf' }).where('email', '=', 'olaf@example.com').execute();
      await db.updateTable('membership').set({ status: 'removed' }).where('id', '=', leaver).execute();
    });
    const { invitedBy, invitations } = await get(w, invited[0]?.membershipId ?? 0);
    expect([invitedBy?.name, invitations[0]?.invitedBy?.name]).toEqual(['Olaf', 'Olaf']);
    expect(await get(w, leaver)).toMatchObject({ status: 'removed', email: 'olaf@example.com' });
  });

  it('are not found in another organization, and neither is the activity', async () => {
    const w = await freshWorkspace();
    const other = await elsewhere(w);
    expect(await w.call('users.get', other)).toMatchObject({ email: owner.email });
    for (const operation of ['users.get', 'users.activity'] as const) {
      for (const membershipId of [other.membershipId, 4711])
        await expect(w.call(operation, member(w, membershipId))).rejects.toMatchObject({
          code: 'not-found',
          data: { what: 'user' },
        });
    }
  });

  it('are only for those who may read users', async () => {
    const w = await freshWorkspace();
    await addOperator(w, 'mia@example.com', 'Member');
    const { membershipId } = await invite(w, 'ana@example.org');
    for (const operation of ['users.get', 'users.activity'] as const)
      await expect(w.callAs(asOperator('mia@example.com'), operation, member(w, membershipId))).rejects.toMatchObject({
        code: 'not-permitted',
        data: { permission: 'users:read' },
      });
  });
});

describe('the activity of a user', () => {
  it('is what was done to them in this organization, newest first and a page at a time', async () => {
    const w = await freshWorkspace();
    const { membershipId } = await invite(w, 'ana@example.org');
    await invite(w, 'anna@example.org');
    const other = await elsewhere(w);
    await w.call('invitations.send', {
      organizationId: other.organizationId,
      entries: [{ email: 'ana@example.org', roles: ['Member'] }],
    });
    await w.call('invitations.copyLink', member(w, membershipId));
    await w.call('invitations.reinvite', member(w, membershipId));
    await w.call('invitations.revoke', member(w, membershipId));
    const done = ['invitations.revoke', 'invitations.reinvite', 'invitations.copyLink', 'invitations.send'];
    const all = await w.call('users.activity', member(w, membershipId));
    expect(all.rows.map((r) => r.operation)).toEqual(done);
    expect(all.rows.every((r) => r.target === 'ana@example.org' && r.actor === owner.email)).toBe(true);
    expect(all.next).toBe(null);
    const pages: string[] = [];
    for (let before: number | null | undefined; before !== null; ) {
      const page = await w.call('users.activity', {
        ...member(w, membershipId),
        limit: 1,
        ...(before === undefined ? {} : { before }),
      });
      pages.push(...page.rows.map((r) => r.operation));
      before = page.next;
    }
    expect(pages).toEqual(done);
  });
});
