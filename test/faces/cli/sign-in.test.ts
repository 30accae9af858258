import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { GatehouseError } from '#contract/errors.ts';
import { messagesIn } from '#contract/messages/index.ts';
import { callOperation } from '../../../src-main/faces/cli/call.ts';
import { signIn, signOut } from '../../../src-main/faces/cli/sign-in.ts';
import { codeOf, stepAt } from '../../../src-main/features/twofactor/totp.ts';
import { gatehouse } from '../../support/cli.ts';
import { addOperator } from '../../support/operators.ts';
import { setUpFactor, signedInAs } from '../../support/second-factor.ts';
import { freshWorkspace, owner, type Workspace } from '../../support/workspace.ts';

const refusedAs = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    ({ code }: GatehouseError) => code,
  );

const call = (w: Workspace, operation: string, input: object = {}, as: string | undefined = owner.email) =>
  callOperation({ name: 'call', operation, input: JSON.stringify(input), folder: w.core.folder, as });

/** With what is in the environment; nobody sits at a terminal. */
async function signInWith(w: Workspace, given: { password?: string; code?: string; passwordFile?: string }) {
  vi.stubEnv('GATEHOUSE_PASSWORD', given.password);
  vi.stubEnv('GATEHOUSE_CODE', given.code);
  try {
    const { passwordFile } = given;
    return await signIn(messagesIn('en'), { name: 'sign-in', folder: w.core.folder, as: owner.email, passwordFile });
  } finally {
    vi.unstubAllEnvs();
  }
}

const fileOf = (w: Workspace) => path.join(w.core.folder, 'command-line-sessions.json');
const { password } = owner;

/** The owner has a second factor. The command line goes by the clock of the computer. */
async function withFactor() {
  const w = await freshWorkspace();
  w.clock.time = Date.now() - 120_000;
  const factor = await setUpFactor(w, await signedInAs(w));
  return { w, factor, codeNow: () => codeOf(factor.secret, stepAt(Date.now())) };
}

describe('the command line, for an operator with a second factor', () => {
  it('does nothing in their name before they have signed in with password and code', async () => {
    const { w, codeNow } = await withFactor();
    expect(await refusedAs(call(w, 'organizations.list'))).toBe('sign-in-needed');
    // nor for the only owner, whom nobody named
    const unnamed = () => callOperation({ name: 'call', operation: 'organizations.list', folder: w.core.folder });
    expect(await refusedAs(unnamed())).toBe('sign-in-needed');
    expect(await refusedAs(signInWith(w, {}))).toBe('usage');
    expect(await refusedAs(signInWith(w, { password }))).toBe('usage');
    expect(await refusedAs(signInWith(w, { password, code: '000000' }))).toBe('wrong-code');
    expect(await refusedAs(call(w, 'organizations.list'))).toBe('sign-in-needed');
    expect(await signInWith(w, { password, code: codeNow() })).toEqual({ email: owner.email });
    expect(await call(w, 'organizations.list')).toMatchObject({ organizations: [{ name: 'Example Logistics' }] });
    expect(await refusedAs(unnamed())).toBe('done');
  });

  it('keeps the session in a file that nobody else may read, until sign-out', async () => {
    const { w, codeNow } = await withFactor();
    await signInWith(w, { password, code: codeNow() });
    expect(statSync(fileOf(w)).mode & 0o777).toBe(0o600);
    const before = readFileSync(fileOf(w), 'utf8');
    expect(await signOut(messagesIn('en'), { name: 'sign-out', folder: w.core.folder })).toEqual({ signedOut: 1 });
    expect(await refusedAs(call(w, 'organizations.list'))).toBe('sign-in-needed');
    // a copy of the file that was made before opens nothing
    writeFileSync(fileOf(w), before);
    expect(await refusedAs(call(w, 'organizations.list'))).toBe('sign-in-needed');
  });

  it('ends the session after eight hours', async () => {
    const { w, codeNow } = await withFactor();
    await signInWith(w, { password, code: codeNow() });
    await w.core.changes.write([], w.core.clock.now(), async (db) => {
      const { expires_at, created_at } = await db
        .selectFrom('session')
        .select(['expires_at', 'created_at'])
        .where('face', '=', 'cli')
        .executeTakeFirstOrThrow();
      expect(expires_at - created_at).toBe(8 * 3_600_000);
      await db.updateTable('session').set({ expires_at: Date.now() }).where('face', '=', 'cli').execute();
    });
    expect(await refusedAs(call(w, 'organizations.list'))).toBe('sign-in-needed');
  });

  it('takes the password from a file, counts wrong ones, and gives out no token through “call”', async () => {
    const { w, factor } = await withFactor();
    const passwordFile = path.join(w.core.folder, 'password');
    writeFileSync(passwordFile, `${password}\n`);
    const code = factor.recoveryCodes[0] ?? '';
    expect(await signInWith(w, { passwordFile, code })).toEqual({ email: owner.email });
    for (let n = 0; n < 5; n++)
      expect(await refusedAs(signInWith(w, { password: 'not mine', code }))).toBe('wrong-credentials');
    expect(await refusedAs(signInWith(w, { password, code }))).toBe('too-many-guesses');
    expect(await refusedAs(call(w, 'session.signIn', { email: owner.email, password }))).toBe('usage');
  });
});

it('where an organization demands a second factor, an operator without one is asked to sign in, and to set one up', async () => {
  const w = await freshWorkspace();
  const { organizationId } = w;
  await addOperator(w, 'ada@example.com', 'Admin');
  await w.callAs({ face: 'core', credentials: { kind: 'core' } }, 'organizations.update', {
    organizationId,
    twoFactorRequired: true,
  });
  const counts = () => refusedAs(call(w, 'users.counts', { organizationId }));
  expect(await counts()).toBe('sign-in-needed');
  expect(await refusedAs(call(w, 'organizations.list', {}, 'ada@example.com'))).toBe('sign-in-needed');
  await signInWith(w, { password });
  expect(await counts()).toBe('two-factor-needed');
  const { secret } = (await call(w, 'twofactor.begin', { password })) as { secret: string };
  await call(w, 'twofactor.confirm', { code: codeOf(secret, stepAt(Date.now())) });
  expect(await counts()).toBe('done');
});

it('as a process it says how to sign in, and does', async () => {
  const { w, codeNow } = await withFactor();
  const place = ['--workspace', w.core.folder, '--as', owner.email];
  const message = `Sign in first: “gatehouse sign-in --as ${owner.email}”. A second step is asked for here.`;
  const refused = await gatehouse(['call', 'organizations.list', ...place]);
  expect(refused).toMatchObject({ code: 1, json: { code: 'sign-in-needed', message } });
  vi.stubEnv('GATEHOUSE_PASSWORD', password);
  vi.stubEnv('GATEHOUSE_CODE', codeNow());
  const signedIn = await gatehouse(['sign-in', ...place]);
  vi.unstubAllEnvs();
  expect(signedIn).toMatchObject({ code: 0, json: { email: owner.email } });
  const [token = ''] = Object.values(JSON.parse(readFileSync(fileOf(w), 'utf8')) as Record<string, string>);
  expect(token.length).toBeGreaterThan(40);
  expect(signedIn.stdout + signedIn.stderr).not.toContain(token);
}, 120_000);
