import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { createOrganization } from '../e2e/support/steps.ts';
import { addUser, type OrdinaryUser, packageState, system } from './support/installed.ts';
import { installers, type Started, watch } from './support/packaged.ts';
import { family } from './support/sandboxed.ts';

const command = '/usr/bin/gatehouse';
const entry = '/usr/share/applications/gatehouse.desktop';

test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'only root can install a package');
test.skip(!existsSync('/usr/bin/dpkg'), 'there is no dpkg here');
test.skip(packageState() !== '', 'Gatehouse is installed on this computer, and no test may touch that');

let user: OrdinaryUser | undefined;
let app: Started | undefined;

test.afterAll(() => {
  app?.process.kill('SIGKILL');
  if (packageState() !== '') system('dpkg', '--purge', 'gatehouse');
  user?.remove();
});

test('the .deb installs, goes through a first start in Chromium’s sandbox, and leaves the user’s data when it is removed', async () => {
  const deb = installers().find(({ file }) => file.endsWith('.deb'))?.file ?? '';
  system('dpkg', '--install', deb);
  expect(system('dpkg', '--verify', 'gatehouse')).toBe('');
  const [, program = ''] = /^Exec="?([^"\n]*?)"? %U$/m.exec(readFileSync(entry, 'utf8')) ?? [];
  const folder = path.dirname(program);
  expect(folder).toMatch(/^\/opt\/Gatehouse/);
  expect(statSync(path.join(folder, 'chrome-sandbox')).mode & 0o7777).toBe(0o4755);
  const installed = ['/usr/share/doc/gatehouse/copyright', '/usr/share/icons/hicolor/256x256/apps/gatehouse.png'];
  expect(installed.filter((file) => !existsSync(file))).toEqual([]);

  user = addUser();
  const { uid, gid, home } = user;
  const env = {
    HOME: home,
    PATH: '/usr/bin:/bin',
    DISPLAY: process.env.DISPLAY,
    LC_ALL: 'en_US.UTF-8',
    LANGUAGE: 'en',
  };
  const version = spawnSync(command, ['--version'], { uid, gid, env, cwd: home, encoding: 'utf8' });
  expect(version).toMatchObject({ status: 0, stdout: 'Gatehouse 0.1.0\n', stderr: '' });

  const profile = path.join(home, 'profile');
  const args = ['--disable-gpu', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  app = watch(spawn(program, args, { uid, gid, env, cwd: home }));
  const [, address = ''] = await app.printed(/DevTools listening on ws:\/\/(127\.0\.0\.1:\d+)\//);
  await app.printed(/Workspace: /);
  const browser = await chromium.connectOverCDP(`http://${address}`);
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('there is no window');
  await createOrganization(page, 'Example Logistics');
  const processes = family(app.process.pid ?? 0);
  expect(processes.filter(({ words }) => words.includes('--no-sandbox'))).toEqual([]);
  const pages = processes.filter(({ words }) => words.includes('--type=renderer'));
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.filter(({ filtered }) => !filtered)).toEqual([]);
  await browser.close();
  expect(await app.close()).toBe(0);

  system('dpkg', '--remove', 'gatehouse');
  expect([folder, command, entry, ...installed].filter((file) => existsSync(file))).toEqual([]);
  system('dpkg', '--purge', 'gatehouse');
  expect(packageState()).toBe('');
  expect(statSync(path.join(profile, 'workspace', 'gatehouse.sqlite'))).toMatchObject({ uid, gid });
  expect(existsSync(path.join(profile, 'workspace', 'workspace.key'))).toBe(true);
});
