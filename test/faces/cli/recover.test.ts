import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import type { GatehouseError } from '#contract/errors.ts';
import { messagesIn } from '#contract/messages/index.ts';
import { recover } from '../../../src-main/faces/cli/recover.ts';
import { signIn } from '../../../src-main/faces/cli/sign-in.ts';
import { gatehouse, startOnTerminal } from '../../support/cli.ts';
import { freshWorkspace, owner, type Workspace } from '../../support/workspace.ts';

const { email } = owner;
const next = 'another sentence of mine';
const messages = messagesIn('en');
const refusedAs = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    ({ code }: GatehouseError) => code,
  );

/** With what is in the environment; nobody sits at a terminal. */
function recoverWith(w: Workspace, given: { code?: string; password?: string; passwordFile?: string }) {
  vi.stubEnv('GATEHOUSE_RECOVERY_CODE', given.code);
  vi.stubEnv('GATEHOUSE_NEW_PASSWORD', given.password);
  const { passwordFile } = given;
  return recover(messages, { name: 'recover', folder: w.core.folder, as: email, passwordFile });
}

function signInWith(w: Workspace, password: string) {
  vi.stubEnv('GATEHOUSE_PASSWORD', password);
  return signIn(messages, { name: 'sign-in', folder: w.core.folder, as: email });
}

afterEach(() => vi.unstubAllEnvs());

/** The command line goes by the clock of the computer. */
async function now() {
  const w = await freshWorkspace();
  w.clock.time = Date.now();
  return w;
}

it('F12: sets a new password for an owner who forgot theirs, and answers with the next code', async () => {
  const w = await now();
  const passwordFile = path.join(w.core.folder, 'password');
  writeFileSync(passwordFile, `${next}\n`);
  const answer = await recoverWith(w, { code: w.recoveryCode.toLowerCase(), passwordFile });
  expect(answer).toEqual({ email, recoveryCode: expect.stringMatching(/^\w{4}(-\w{4}){5}$/) });
  expect(await refusedAs(signInWith(w, owner.password))).toBe('wrong-credentials');
  expect(await refusedAs(signInWith(w, next))).toBe('done');
  expect(await refusedAs(recoverWith(w, { code: w.recoveryCode, password: next }))).toBe('recovery-refused');
  const again = await recoverWith(w, { code: answer.recoveryCode, password: 'a third one of mine' });
  expect(again.recoveryCode).not.toBe(answer.recoveryCode);
});

it('needs both code and password where nobody sits at a terminal, and slows guesses down', async () => {
  const w = await now();
  expect(await refusedAs(recoverWith(w, { password: next }))).toBe('usage');
  expect(await refusedAs(recoverWith(w, { code: w.recoveryCode }))).toBe('usage');
  for (let n = 0; n < 5; n++)
    expect(await refusedAs(recoverWith(w, { code: `${n}`, password: next }))).toBe('recovery-refused');
  expect(await refusedAs(recoverWith(w, { code: w.recoveryCode, password: next }))).toBe('too-many-guesses');
});

it('as a process it says what is missing and what is wrong, and prints neither the code nor the password given', async () => {
  const w = await now();
  const place = ['--workspace', w.core.folder];
  const nobody = await gatehouse(['recover', ...place]);
  expect(nobody).toMatchObject({
    code: 1,
    json: { code: 'usage', message: messages.cli.usage['operator-missing']('') },
  });
  vi.stubEnv('GATEHOUSE_RECOVERY_CODE', w.recoveryCode);
  vi.stubEnv('GATEHOUSE_NEW_PASSWORD', next);
  const wrong = await gatehouse(['recover', ...place, '--as', 'nobody@example.com']);
  const message = messages.errors.table['recovery-refused']({});
  expect(wrong).toMatchObject({ code: 1, json: { code: 'recovery-refused', message } });
  const right = await gatehouse(['recover', ...place, '--as', email]);
  expect(right).toMatchObject({ code: 0, json: { email } });
  for (const secret of [w.recoveryCode, next])
    expect(wrong.stdout + wrong.stderr + right.stdout + right.stderr).not.toContain(secret);
}, 120_000);

it.runIf(process.platform === 'linux')(
  'asks for the new password twice on a terminal, and for both again until they are the same',
  async () => {
    const w = await now();
    const terminal = startOnTerminal(['recover', '--as', email, '--workspace', w.core.folder]);
    const { code, password, again, differ } = messages.cli.recover;
    await terminal.answer(`${code(email)}: `, w.recoveryCode);
    await terminal.answer(`${password}: `, next);
    await terminal.answer(`${again}: `, `${next}, mistyped`);
    await terminal.answer(`${differ}\r\n${password}: `, next);
    await terminal.answer(`${again}: `, next);
    const { exitCode, shown } = await terminal.ended();
    expect([exitCode, shown]).toEqual([0, expect.stringContaining('"recoveryCode"')]);
    expect(shown).not.toContain(next);
    expect(await refusedAs(signInWith(w, next))).toBe('done');
  },
);
