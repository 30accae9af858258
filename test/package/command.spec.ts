import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { temporaryFolder } from '../e2e/support/app.ts';
import { owner } from '../e2e/support/steps.ts';
import { resources, watch } from './support/packaged.ts';

const command = path.join(resources, 'bin', 'gatehouse');

test.skip(process.platform === 'win32', 'the Windows command has not been tried anywhere');

/** A home that was never used, and nothing that leads to a display. */
function nobodysHome() {
  const { folder, remove } = temporaryFolder();
  const TMPDIR = path.join(folder, 'tmp');
  mkdirSync(TMPDIR);
  const env: NodeJS.ProcessEnv = { PATH: process.env.PATH, HOME: folder, TMPDIR, LC_ALL: 'en_US.UTF-8' };
  const run = (args: readonly string[], input = '') => spawnSync(command, args, { env, input, encoding: 'utf8' });
  /** Everything that was written there, but for what belongs to a workspace. */
  const written = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => !/^(tmp|work(\/.*)?)$/.test(file));
  return { env, run, written, remove, workspace: path.join(folder, 'work') };
}

test('the packaged command does what the command line does, without a display: output, errors and exit codes', () => {
  const { run, written, remove, workspace } = nobodysHome();
  try {
    expect(run(['--version'])).toMatchObject({ status: 0, stdout: 'Gatehouse 0.1.0\n', stderr: '' });
    const operations = run(['operations', '--json']);
    expect(operations).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(operations.stdout).length).toBeGreaterThan(100);
    const made = run(
      ['call', 'organizations.create', '-', '--workspace', workspace],
      JSON.stringify({ name: 'Example Logistics', owner }),
    );
    expect(made).toMatchObject({ status: 0, stderr: '' });
    const { recoveryCode, ...ids } = JSON.parse(made.stdout);
    expect(ids).toEqual({ organizationId: 1, ownerId: 1 });
    // a boolean: a failure must not print the code
    expect(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/.test(recoveryCode)).toBe(true);
    // Chromium would take this option for the kind of its process
    expect(run(['outbox', 'list', '--type=invitation', '--workspace', workspace])).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(run(['outbox', 'list', '--type=renderer', '--workspace', workspace])).toMatchObject({
      status: 2,
      stdout: '',
    });
    expect(run(['nonsense']).stderr).toContain('There is no command “nonsense”');
    expect(run(['call', 'users.counts', '{"organizationId":7}', '--workspace', workspace]).status).toBe(1);
    expect(written()).toEqual([]);
  } finally {
    remove();
  }
});

test('the packaged gatehouse serve runs without a display, answers, and ends cleanly when asked to', async () => {
  const { env, run, written, remove, workspace } = nobodysHome();
  const input = JSON.stringify({ name: 'Example Logistics', owner });
  run(['call', 'organizations.create', '-', '--workspace', workspace], input);
  const child = spawn(command, ['serve', '--workspace', workspace, '--port', '0'], { env, detached: true });
  const group = -(child.pid ?? Number.NaN);
  try {
    const serving = watch(child);
    const [, address = ''] = await serving.printed(/^Portal: .*\(listens on (127\.0\.0\.1:\d+)\)$/m);
    const page = await fetch(`http://${address}/sign-in`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<form');
    expect(await serving.close()).toBe(0);
    expect(serving.output()).toMatch(/\nStopped\.\n$/);
    await expect(fetch(`http://${address}/sign-in`)).rejects.toThrow();
    // none of its processes is left, and nothing that a browser would have written
    expect(() => process.kill(group, 0)).toThrow('ESRCH');
    expect(written()).toEqual([]);
  } finally {
    if (child.exitCode === null) process.kill(group, 'SIGKILL');
    remove();
  }
});
