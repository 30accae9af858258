import { expect, it } from 'vitest';
import { windowConnection } from '../src-main/window-connection.ts';
import { setUpFactor, signedInAs } from './support/second-factor.ts';
import { freshWorkspace, owner } from './support/workspace.ts';

it('the page of a window never gets the session’s token; its connection alone keeps it signed in', async () => {
  const w = await freshWorkspace();
  const call = windowConnection(w.core, 'tester');
  const stage = async (connection = call) => ((await connection('session.state', {})) as { stage: string }).stage;
  expect(await stage()).toBe('sign-in');
  const answer = await call('session.signIn', { email: owner.email, password: owner.password });
  expect(answer).toEqual({ step: 'done', person: expect.objectContaining({ email: owner.email }), token: '' });
  expect(await stage()).toBe('signed-in');
  expect(await stage(windowConnection(w.core))).toBe('sign-in');
  await call('session.signOut', {});
  expect(await stage()).toBe('sign-in');
  const sessions = await w.core.store.read.selectFrom('session').selectAll().execute();
  expect(sessions).toEqual([]);
});

it('between password and code a window has no session, and its page gets no token of either', async () => {
  const w = await freshWorkspace();
  const factor = await setUpFactor(w, await signedInAs(w));
  const call = windowConnection(w.core);
  const stage = async () => ((await call('session.state', {})) as { stage: string }).stage;
  const { email, password } = owner;
  expect(await call('session.signIn', { email, password })).toEqual({ step: 'code', token: '' });
  expect(await stage()).toBe('sign-in');
  await expect(call('session.giveCode', { attempt: 'of the page', code: '000000' })).rejects.toMatchObject({
    code: 'wrong-code',
  });
  const answer = await call('session.giveCode', { attempt: 'of the page', code: factor.code() });
  expect(answer).toEqual({ person: expect.objectContaining({ email }), token: '', codesLeft: null });
  expect(await stage()).toBe('signed-in');
});
