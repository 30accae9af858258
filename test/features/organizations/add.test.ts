import { describe, expect, it } from 'vitest';
import { builtInRoles } from '#contract/vocabulary/permissions.ts';
import { accept, invite, newAccount } from '../../support/invitees.ts';
import { lastAudit, setMember } from '../../support/memberships.ts';
import { asNobody, asOperator, freshWorkspace, owner } from '../../support/workspace.ts';

describe('adding an organization', () => {
  it('gives it the built-in roles, and makes the caller its owner with their name and phone', async () => {
    const w = await freshWorkspace();
    await w.call('profile.update', { firstName: 'Olive', lastName: 'Ó Néill', phone: '+31 20 555 0100' });
    const { organizationId } = await w.call('organizations.add', { name: 'Brightwater', timeZone: 'Asia/Tokyo' });
    expect(await w.call('organizations.get', { organizationId })).toMatchObject({
      name: 'Brightwater',
      timeZone: 'Asia/Tokyo',
      linkLifeHours: 168,
      seatLimit: null,
    });
    const { rows: roles } = await w.call('roles.list', { organizationId });
    expect(roles.map((r) => r.key)).toEqual(builtInRoles.map((r) => r.key));
    const { rows } = await w.call('users.list', { organizationId });
    expect(rows).toMatchObject([
      { name: 'Olive Ó Néill', email: owner.email, kind: 'user', status: 'active', roles: [{ name: 'Owner' }] },
    ]);
    const [one] = rows;
    expect(await w.call('users.get', { organizationId, membershipId: one?.membershipId ?? 0 })).toMatchObject({
      firstName: 'Olive',
      lastName: 'Ó Néill',
      phone: '+31205550100',
      lastOwner: true,
    });
    expect(await lastAudit(w, 'organizations.add')).toMatchObject({
      organization_id: organizationId,
      actor: expect.stringContaining(owner.email),
      target: 'Brightwater',
    });
  });

  it('makes one that people can be invited to, and join, at once', async () => {
    const w = await freshWorkspace();
    const { organizationId } = await w.call('organizations.add', { name: 'Brightwater' });
    const { token, membershipId } = await invite({ ...w, organizationId }, 'ana@example.org');
    const { linksBeginWith } = await w.call('portal.settings', { organizationId });
    const { link } = await w.call('invitations.copyLink', { organizationId, membershipId });
    expect(link.startsWith(linksBeginWith)).toBe(true);
    expect((await accept(w, token)).organization).toEqual({
      id: organizationId,
      name: 'Brightwater',
      look: { accent: null, logo: null },
    });
    expect((await w.call('users.counts', { organizationId })).active).toBe(2);
    expect((await w.call('users.counts', { organizationId: w.organizationId })).all).toBe(1);
  });

  it('is refused to anybody who owns none, however much they may do', async () => {
    const w = await freshWorkspace();
    const add = (email: string) => w.callAs(asOperator(email), 'organizations.add', { name: 'Brightwater' });
    await accept(w, (await invite(w, 'ana@example.org', { roles: ['Admin'] })).token);
    await expect(add('ana@example.org')).rejects.toMatchObject({ code: 'owner-needed' });
    expect(await lastAudit(w, 'organizations.add')).toMatchObject({ outcome: 'denied' });
    const signedOut = { face: 'window', credentials: { kind: 'anonymous' } } as const;
    await expect(w.callAs(signedOut, 'organizations.add', { name: 'X' })).rejects.toMatchObject({
      code: 'not-signed-in',
    });
    await expect(w.callAs(asNobody, 'organizations.add', { name: 'X' })).rejects.toMatchObject({ code: 'wrong-face' });
    expect((await w.core.store.read.selectFrom('organization').select('id').execute()).length).toBe(1);
  });

  it('is refused to owners who were suspended or became inbox agents, and the session says who may', async () => {
    const w = await freshWorkspace();
    const { token, membershipId } = await invite(w, 'bea@example.org', { roles: ['Owner'] });
    await accept(w, token);
    const session = await w.callAs({ face: 'window', credentials: { kind: 'anonymous' } }, 'session.signIn', {
      email: 'bea@example.org',
      password: newAccount.password,
    });
    const bea = { face: 'window', credentials: { kind: 'session', token: session.token } } as const;
    expect((await w.callAs(bea, 'session.state', {})).mayAddOrganizations).toBe(true);
    for (const set of [{ status: 'suspended' }, { status: 'active', kind: 'inbox-agent' }] as const) {
      await setMember(w, membershipId, set);
      expect((await w.callAs(bea, 'session.state', {})).mayAddOrganizations).toBe(false);
      await expect(w.callAs(bea, 'organizations.add', { name: 'Brightwater' })).rejects.toMatchObject({
        code: 'owner-needed',
      });
    }
  });

  it('refuses a name that the caller sees already, and reveals no organization that they do not see', async () => {
    const w = await freshWorkspace();
    const taken = { code: 'already-exists', data: { what: 'organization', name: 'éxample  LOGISTICS' } };
    await expect(w.call('organizations.add', { name: 'éxample  LOGISTICS' })).rejects.toMatchObject(taken);
    const eve = { name: 'Eve', email: 'eve@example.org', password: 'a sentence of Eve' };
    const other = await w.call('organizations.create', { name: 'Brightwater', owner: eve });
    const own = await w.call('organizations.add', { name: 'Brightwater' });
    expect(own.organizationId).not.toBe(other.organizationId);
  });

  it('lets it be renamed, but not to the name of another one that the caller sees; a change of case is fine', async () => {
    const w = await freshWorkspace();
    const { organizationId } = await w.call('organizations.add', { name: 'Brightwater' });
    const rename = (name: string) => w.call('organizations.update', { organizationId, name });
    await expect(rename('example logistics')).rejects.toMatchObject({ code: 'already-exists' });
    await rename('BRIGHTWATER');
    await rename('Brightwater Audit');
    expect((await w.call('organizations.list', {})).organizations.map((o) => o.name)).toEqual([
      'Brightwater Audit',
      'Example Logistics',
    ]);
  });
});
