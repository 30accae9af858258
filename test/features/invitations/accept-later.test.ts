import { describe, expect, it } from 'vitest';
import { accept, invite, member, newAccount, tokenOf } from '../../support/invitees.ts';
import { asNobody, freshWorkspace, owner, type Workspace } from '../../support/workspace.ts';

const person = (w: Workspace, email: string) =>
  w.core.store.read.selectFrom('person').selectAll().where('email', '=', email).executeTakeFirstOrThrow();
const membership = (w: Workspace, id: number) =>
  w.core.store.read.selectFrom('membership').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('accepting an invitation later', () => {
  it('checks the policy for addresses again', async () => {
    const w = await freshWorkspace();
    await w.call('organizations.update', { organizationId: w.organizationId, refuseFreeMail: false });
    const { token } = await invite(w, 'ana@gmail.com');
    await w.call('organizations.update', { organizationId: w.organizationId, refuseFreeMail: true });
    await expect(accept(w, token)).rejects.toMatchObject({ code: 'domain-refused', data: { domain: 'gmail.com' } });
  });

  it('leaves out teams, groups, products and lines that were archived, and says which', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const kinds = ['teams', 'groups', 'products', 'lines'] as const;
    const both = (kind: string) => [`Old ${kind}`, `New ${kind}`];
    for (const kind of kinds) for (const name of both(kind)) await w.call(`${kind}.create`, { organizationId, name });
    const { token, membershipId } = await invite(
      w,
      'ana@example.org',
      Object.fromEntries(kinds.map((kind) => [kind, both(kind)])),
    );
    for (const kind of kinds) {
      const table = kind.slice(0, -1) as 'team';
      const { id } = await w.core.store.read
        .selectFrom(table)
        .select('id')
        .where('name', '=', `Old ${kind}`)
        .executeTakeFirstOrThrow();
      await w.call(`${kind}.archive`, { organizationId, id });
    }
    const leftOut = ['Old teams', 'Old groups', 'Old products', 'Old lines'];
    expect(await accept(w, token)).toMatchObject({ leftOut });
    for (const kind of ['team', 'group', 'product', 'line'] as const) {
      const left = await w.core.store.read
        .selectFrom(`membership_${kind}` as 'membership_team')
        .innerJoin(`${kind as 'team'} as s`, 's.id', `${kind}_id` as 'team_id')
        .select('s.name')
        .where('membership_id', '=', membershipId)
        .execute();
      expect(left.map((s) => s.name)).toEqual([`New ${kind}s`]);
    }
    const { id: personId } = await person(w, 'ana@example.org');
    const notices = await w.core.store.read.selectFrom('notice').selectAll().execute();
    expect(notices).toMatchObject([
      { organization_id: organizationId, person_id: personId, kind: 'joined', at: w.clock.time, read_at: null },
    ]);
    expect(JSON.parse(notices[0]?.detail ?? '')).toEqual({
      added: ['New teams', 'New groups', 'New products', 'New lines'],
      removed: leftOut,
    });
  });

  it('takes no other address or person from the form', async () => {
    const w = await freshWorkspace();
    const { token } = await invite(w, 'ana@example.org');
    const forged = { token, account: newAccount, email: owner.email };
    await expect(w.core.dispatch(asNobody, 'invitations.accept' as string, forged)).rejects.toMatchObject({
      code: 'invalid-input',
    });
    const inside = { token, account: { ...newAccount, email: owner.email, personId: 1 } };
    await expect(w.core.dispatch(asNobody, 'invitations.accept' as string, inside)).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});

describe('joining', () => {
  it('leaves one notice for whoever joined, and none when accepting failed', async () => {
    const w = await freshWorkspace();
    const { token, membershipId } = await invite(w, 'ana@example.org');
    await w.call('invitations.revoke', member(w, membershipId));
    await expect(accept(w, token)).rejects.toMatchObject({ code: 'link-revoked' });
    const notices = () => w.core.store.read.selectFrom('notice').select(['kind', 'detail']).execute();
    expect(await notices()).toEqual([]);
    const again = await invite(w, 'ana@example.org');
    await Promise.allSettled([1, 2, 3].map(() => accept(w, again.token)));
    expect(await notices()).toEqual([{ kind: 'joined', detail: '{"added":[],"removed":[]}' }]);
  });

  it('makes an inbox agent active without any role', async () => {
    const w = await freshWorkspace();
    const { invited } = await w.call('invitations.send', {
      organizationId: w.organizationId,
      kind: 'inbox-agent',
      entries: [{ email: 'ana@example.org' }],
    });
    const { membershipId = 0, invitationId = 0 } = invited[0] ?? {};
    const token = await tokenOf(w, invitationId);
    expect(await w.callAs(asNobody, 'invitations.open', { token })).toMatchObject({ roles: [] });
    await accept(w, token);
    expect(await membership(w, membershipId)).toMatchObject({ kind: 'inbox-agent', status: 'active' });
    const roles = await w.core.store.read
      .selectFrom('membership_role')
      .selectAll()
      .where('membership_id', '=', membershipId)
      .execute();
    expect(roles).toEqual([]);
  });
});
