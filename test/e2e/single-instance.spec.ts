import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { killHard, launchArguments, type RunningApp, startApp, temporaryFolder } from './support/app.ts';
import { createOrganization, signIn, words } from './support/steps.ts';

/** Starts the application once more, without driving it. @returns what it printed, and its exit code */
async function startAgain(profile: string, args: readonly string[]): Promise<{ code: unknown; output: string }> {
  const child: ChildProcess = spawn(process.env.ELECTRON_EXEC_PATH ?? 'electron', launchArguments(profile, args));
  let output = '';
  child.stdout?.on('data', (part: Buffer) => {
    output += part.toString();
  });
  try {
    const [code] = await once(child, 'exit');
    return { code, output };
  } finally {
    child.kill('SIGKILL');
  }
}

const windows = ({ app }: RunningApp) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
/** Chromium's own: a link that names the computer and the process. */
const lockOf = (profile: string) => path.join(profile, 'SingletonLock');

test('a second start opens no database: it ends, and the first window comes to the front', async () => {
  const { folder, remove } = temporaryFolder();
  const profile = path.join(folder, 'profile');
  const other = path.join(folder, 'other-workspace');
  const running = await startApp(profile);
  try {
    await createOrganization(running.page, 'Example Logistics');
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    const { code, output } = await startAgain(profile, ['--workspace', other]);
    expect(code).toBe(0);
    expect(output).toContain(words.desktop.terminal.alreadyOpen);
    expect(existsSync(other)).toBe(false);
    await expect
      .poll(() => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
      .toBe(true);
    expect(await windows(running)).toBe(1);
    await expect(running.page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible();
  } finally {
    await running.close();
    remove();
  }
});

test('a lock left by a killed process is taken over, and the data is there', async () => {
  test.skip(
    process.platform === 'win32',
    'the lock of Windows is an object of the system, which goes with its process',
  );
  const { folder, remove } = temporaryFolder();
  const profile = path.join(folder, 'profile');
  let running = await startApp(profile);
  try {
    await createOrganization(running.page, 'Example Logistics');
    const holder = String(running.app.process().pid);
    await killHard(running);
    expect(readlinkSync(lockOf(profile))).toBe(`${hostname()}-${holder}`);

    running = await startApp(profile);
    await signIn(running.page);
    expect(readlinkSync(lockOf(profile))).toBe(`${hostname()}-${running.app.process().pid}`);
  } finally {
    await running.close();
    remove();
  }
});

test('a lock whose process number now belongs to another program is taken over', async () => {
  test.skip(process.platform !== 'linux', 'only on Linux is the lock such a link');
  const { folder, remove } = temporaryFolder();
  const profile = path.join(folder, 'profile');
  let running = await startApp(profile);
  try {
    await createOrganization(running.page, 'Example Logistics');
    await killHard(running);
    rmSync(lockOf(profile));
    symlinkSync(`${hostname()}-${process.pid}`, lockOf(profile));

    running = await startApp(profile);
    await signIn(running.page);
    expect(await windows(running)).toBe(1);
  } finally {
    await running.close();
    remove();
  }
});
