import { expect, it } from 'vitest';
import { windowConnection } from '../src-main/window-connection.ts';
import { freshWorkspace, owner } from './support/workspace.ts';

it('a window’s page never holds the session’s token, and stays signed in by its connection alone', async () => {
  const w = await freshWorkspace();
  const call = windowConnection(w.core, 'tester');
  const stage = async (connection = call) => ((await connection('session.state', {})) as { stage: string }).stage;
  expect(await stage()).toBe('sign-in');
  const answer = await call('session.signIn', { email: owner.email, password: owner.password });
  expect(answer).toEqual({ person: expect.objectContaining({ email: owner.email }), token: '' });
  expect(await stage()).toBe('signed-in');
  expect(await stage(windowConnection(w.core))).toBe('sign-in');
  await call('session.signOut', {});
  expect(await stage()).toBe('sign-in');
  const sessions = await w.core.store.read.selectFrom('session').selectAll().execute();
  expect(sessions).toEqual([]);
});
