import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Caller } from '../../src-main/kernel/context.ts';
import { freshWorkspace, owner } from '../support/workspace.ts';

const anonymous: Caller = { face: 'window', credentials: { kind: 'anonymous' } };

/** What another process does to a workspace whose window is open: nothing tells this process. */
const withdrawals = [
  ['a session that was ended', 'DELETE FROM session', 'not-signed-in'],
  ['a session that was locked', 'UPDATE session SET locked_at = 1', 'locked'],
  ['a session that has run out', 'UPDATE session SET expires_at = 1', 'not-signed-in'],
  ['a session that lay idle', 'UPDATE session SET last_seen_at = 1', 'not-signed-in'],
  ['a member who was suspended', "UPDATE membership SET status = 'suspended'", 'not-a-member'],
  ['a guest whose access has ended', 'UPDATE membership SET access_ends_at = 1', 'not-a-member'],
  ['a member who is now an inbox agent', "UPDATE membership SET kind = 'inbox-agent'", 'not-permitted'],
  ['a role that was taken away', 'DELETE FROM membership_role', 'not-permitted'],
  ['a right that its role lost', "DELETE FROM role_permission WHERE permission LIKE 'users:%'", 'not-permitted'],
  [
    'an organization that demands a second factor',
    'UPDATE organization SET two_factor_required = 1',
    'two-factor-needed',
  ],
] as const;

describe('the very next call', () => {
  it.each(withdrawals)('with the same credentials notices %s, once that is committed', async (_, change, code) => {
    const w = await freshWorkspace();
    const { token } = await w.callAs(anonymous, 'session.signIn', { email: owner.email, password: owner.password });
    const caller: Caller = { face: 'window', credentials: { kind: 'session', token } };
    const count = () => w.callAs(caller, 'organizations.seats', { organizationId: w.organizationId });
    const elsewhere = new Database(w.core.store.file);
    onTestFinished(() => void elsewhere.close());
    for (let n = 0; n < 3; n++) expect(await count()).toMatchObject({ used: 1 });
    elsewhere.exec('SAVEPOINT before_it');
    elsewhere.exec(change);
    expect(await count()).toMatchObject({ used: 1 });
    elsewhere.exec('RELEASE before_it');
    await expect(count()).rejects.toMatchObject({ code });
  });

  it('with another session goes through when one has been ended', async () => {
    const w = await freshWorkspace();
    const signIn = async (): Promise<Caller> => {
      const { token } = await w.callAs(anonymous, 'session.signIn', { email: owner.email, password: owner.password });
      return { face: 'window', credentials: { kind: 'session', token } };
    };
    const [one, other] = [await signIn(), await signIn()];
    const count = (caller: Caller) => w.callAs(caller, 'organizations.seats', { organizationId: w.organizationId });
    expect(await count(one)).toEqual(await count(other));
    await w.callAs(one, 'session.signOut', {});
    await expect(count(one)).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(await count(other)).toMatchObject({ used: 1 });
  });
});
