import { describe, expect, it } from 'vitest';
import { accept, invite, newAccount } from '../../support/invitees.ts';
import { setMember, writeRows } from '../../support/memberships.ts';
import { addOperator } from '../../support/operators.ts';
import { asOperator, freshWorkspace, owner, type Workspace } from '../../support/workspace.ts';

const asSession = (token: string) => ({ face: 'window', credentials: { kind: 'session', token } }) as const;
const signIn = async (w: Workspace, email: string, password: string = newAccount.password) =>
  asSession(
    (await w.callAs({ face: 'window', credentials: { kind: 'anonymous' } }, 'session.signIn', { email, password }))
      .token,
  );

describe('the places of a person', () => {
  it('give the kind of membership, the roles and the products that are enabled', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    for (const name of ['Yard', 'Route planner', 'Old fleet'])
      await w.call('products.create', { organizationId, name });
    const { token } = await invite(w, 'ana@example.org', {
      roles: ['Member', 'Auditor'],
      products: ['Yard', 'Old fleet', 'Route planner'],
    });
    await accept(w, token);
    const { rows } = await w.call('products.list', { organizationId });
    const id = rows.find((r) => r.name === 'Old fleet')?.id ?? 0;
    await w.call('products.archive', { organizationId, id });
    const caller = await signIn(w, 'ana@example.org');
    const { places } = await w.callAs(caller, 'session.state', {});
    expect(places).toEqual([
      expect.objectContaining({
        name: 'Example Logistics',
        kind: 'user',
        roles: ['Auditor', 'Member'],
        products: ['Route planner', 'Yard'],
      }),
    ]);
    await w.call('products.restore', { organizationId, id });
    const again = await w.callAs(caller, 'session.state', {});
    expect(again.places[0]?.products).toEqual(['Old fleet', 'Route planner', 'Yard']);
  });

  it('leave out those where they are pending, suspended, revoked or removed', async () => {
    const w = await freshWorkspace();
    const { token, membershipId } = await invite(w, 'ana@example.org');
    await accept(w, token);
    const caller = await signIn(w, 'ana@example.org');
    for (const status of ['pending', 'suspended', 'revoked', 'removed'] as const) {
      await setMember(w, membershipId, { status });
      expect((await w.callAs(caller, 'session.state', {})).places).toEqual([]);
    }
  });
});

describe('an inbox agent', () => {
  async function agent() {
    const w = await freshWorkspace();
    const { token, membershipId } = await invite(w, 'agent@example.org', { roles: ['Owner'] });
    await accept(w, token);
    await setMember(w, membershipId, { kind: 'inbox-agent' });
    return { w, membershipId, caller: await signIn(w, 'agent@example.org') };
  }

  it('holds no right, whatever roles their row has, and is a member all the same', async () => {
    const { w, membershipId, caller } = await agent();
    const { places } = await w.callAs(caller, 'session.state', {});
    expect(places.map(({ kind, permissions }) => [kind, permissions])).toEqual([['inbox-agent', []]]);
    await expect(w.callAs(caller, 'users.counts', { organizationId: w.organizationId })).rejects.toMatchObject({
      code: 'not-permitted',
      data: { permission: 'users:read' },
    });
    await setMember(w, membershipId, { kind: 'guest' });
    expect((await w.callAs(caller, 'users.counts', { organizationId: w.organizationId })).active).toBeGreaterThan(0);
  });

  it('is not an operator of the command line', async () => {
    const { w, membershipId } = await agent();
    const call = () => w.callAs(asOperator('agent@example.org'), 'session.state', {});
    await expect(call()).rejects.toMatchObject({ code: 'unknown-operator' });
    for (const kind of ['user', 'guest'] as const) {
      await setMember(w, membershipId, { kind });
      expect((await call()).person?.email).toBe('agent@example.org');
    }
  });

  it('of one organization keeps their rights in another', async () => {
    const { w, caller } = await agent();
    const { organizationId } = await w.call('organizations.create', { name: 'Brightwater', owner });
    const there = { ...w, organizationId };
    const { membershipId } = await invite(there, 'agent@example.org', { roles: ['Auditor'] });
    await setMember(w, membershipId, { status: 'active' });
    const { places } = await w.callAs(caller, 'session.state', {});
    expect(places.map((p) => [p.name, p.kind, p.permissions.includes('users:read')])).toEqual([
      ['Brightwater', 'user', true],
      ['Example Logistics', 'inbox-agent', false],
    ]);
  });
});

it('an owner who is not the only one has to be named on the command line', async () => {
  const w = await freshWorkspace();
  await addOperator(w, 'second@example.org', 'Owner');
  await expect(
    w.callAs({ face: 'cli', credentials: { kind: 'operator' } }, 'organizations.list', {}),
  ).rejects.toMatchObject({ code: 'operator-needed' });
  await writeRows(w, async (db) => {
    await db
      .updateTable('membership')
      .set({ status: 'suspended' })
      .where('email_key', '=', 'second@example.org')
      .execute();
  });
  const { organizations } = await w.callAs(
    { face: 'cli', credentials: { kind: 'operator' } },
    'organizations.list',
    {},
  );
  expect(organizations).toHaveLength(1);
});
