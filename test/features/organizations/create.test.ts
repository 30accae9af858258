import { describe, expect, it } from 'vitest';
import { builtInRoles } from '#contract/vocabulary/permissions.ts';
import { asOperator, freshWorkspace, owner } from '../../support/workspace.ts';

const window = { face: 'window', credentials: { kind: 'anonymous' } } as const;
const another = { name: 'Other', owner: { name: 'Eve', email: 'eve@example.org', password: 'a sentence of Eve' } };

describe('creating an organization', () => {
  it('gives it the built-in roles and an owner who holds every right and can sign in', async () => {
    const w = await freshWorkspace();
    const { rows } = await w.call('roles.list', { organizationId: w.organizationId });
    expect(rows.map((r) => r.name)).toEqual(['Owner', 'Admin', 'User manager', 'Account manager', 'Auditor', 'Member']);
    expect(rows.every((r) => r.grantable && r.builtIn)).toBe(true);
    expect(rows[0]).toMatchObject({ members: 1, permissions: [...(builtInRoles[0]?.permissions ?? [])].sort() });
    const { person } = await w.callAs(window, 'session.signIn', {
      email: 'OWNER@example.com',
      password: owner.password,
    });
    expect(person).toMatchObject({ name: owner.name, email: owner.email });
  });

  it('needs an owner as soon as there is an organization', async () => {
    const w = await freshWorkspace();
    await expect(w.callAs(window, 'organizations.create', another)).rejects.toMatchObject({ code: 'not-signed-in' });
    await w.call('invitations.send', {
      organizationId: w.organizationId,
      entries: [{ email: 'ana@example.org', roles: ['Admin'] }],
    });
    await w.core.changes.write([], w.core.clock.now(), (db) =>
      db.updateTable('membership').set({ status: 'active' }).execute(),
    );
    await expect(w.callAs(asOperator('ana@example.org'), 'organizations.create', another)).rejects.toMatchObject({
      code: 'owner-needed',
    });
  });

  it('refuses a password that is among the most used', async () => {
    const w = await freshWorkspace();
    await expect(
      w.call('organizations.create', { ...another, owner: { ...another.owner, password: 'Password123' } }),
    ).rejects.toMatchObject({ code: 'password-common' });
  });
});

describe('signing in', () => {
  it('answers a wrong password and an unknown address alike, and audits the attempt', async () => {
    const w = await freshWorkspace();
    for (const email of [owner.email, 'nobody@example.com', 'not an address'])
      await expect(w.callAs(window, 'session.signIn', { email, password: 'wrong' })).rejects.toMatchObject({
        code: 'wrong-credentials',
        data: {},
      });
    const denied = await w.core.store.read
      .selectFrom('audit')
      .select('operation')
      .where('outcome', '=', 'denied')
      .execute();
    expect(denied).toHaveLength(3);
  });

  it('lasts until signing out or until its time is over', async () => {
    const w = await freshWorkspace();
    const { token } = await w.callAs(window, 'session.signIn', { email: owner.email, password: owner.password });
    const signedIn = { face: 'window', credentials: { kind: 'session', token } } as const;
    expect(await w.callAs(signedIn, 'session.state', {})).toMatchObject({
      stage: 'signed-in',
      places: [{ name: 'Example Logistics', roles: ['Owner'] }],
    });
    w.clock.advance(8 * 86_400_000);
    expect((await w.callAs(signedIn, 'session.state', {})).stage).toBe('sign-in');
    const again = await w.callAs(window, 'session.signIn', { email: owner.email, password: owner.password });
    const then = { face: 'window', credentials: { kind: 'session', token: again.token } } as const;
    await w.callAs(then, 'session.signOut', {});
    expect((await w.callAs(then, 'session.state', {})).stage).toBe('sign-in');
  });
});

describe('the command line’s operator', () => {
  it('is the only owner if none is named, and must be named when there are two', async () => {
    const w = await freshWorkspace();
    const unnamed = { face: 'cli', credentials: { kind: 'operator' } } as const;
    const input = { organizationId: w.organizationId };
    expect((await w.callAs(unnamed, 'users.counts', input)).all).toBe(1);
    await w.call('invitations.send', { ...input, entries: [{ email: 'ana@example.org', roles: ['Owner'] }] });
    await w.core.changes.write([], w.core.clock.now(), (db) =>
      db.updateTable('membership').set({ status: 'active' }).execute(),
    );
    await expect(w.callAs(unnamed, 'users.counts', input)).rejects.toMatchObject({ code: 'operator-needed' });
  });
});
