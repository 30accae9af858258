import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { temporaryFolder } from '../e2e/support/app.ts';
import { packaged, resources, start } from './support/packaged.ts';

const root = path.resolve(import.meta.dirname, '../..');
const archive = path.join(resources, 'app.asar');
const [on, off] = [FuseState.ENABLE, FuseState.DISABLE];

test('every fuse of this Electron is set as it should be', async () => {
  const wire = await getCurrentFuseWire(packaged);
  const expected: Record<string, FuseState | undefined> = {
    RunAsNode: off,
    EnableCookieEncryption: on,
    EnableNodeOptionsEnvironmentVariable: off,
    EnableNodeCliInspectArguments: off,
    // Electron has no check of the archive on Linux
    EnableEmbeddedAsarIntegrityValidation: process.platform === 'linux' ? off : on,
    OnlyLoadAppFromAsar: on,
    LoadBrowserProcessSpecificV8Snapshot: off,
    GrantFileProtocolExtraPrivileges: off,
    // how WebAssembly checks its memory: a matter of speed, not of safety; newer versions have it, as they were built
    WasmTrapHandlers: (wire as Record<number, FuseState>)[FuseV1Options.WasmTrapHandlers],
  };
  const found = Object.entries(wire).filter(([name]) => name !== 'version');
  expect(found.length).toBeGreaterThanOrEqual(8);
  for (const [index, state] of found) {
    const name = FuseV1Options[Number(index)] ?? `a fuse that nobody has thought about (${index})`;
    expect(state, name).toBe(expected[name]);
  }
});

test('code is only in the archive; beside it is only what the system itself must load', () => {
  expect(existsSync(path.join(resources, 'app'))).toBe(false);
  expect(existsSync(path.join(resources, 'default_app.asar'))).toBe(false);
  const beside = readdirSync(resources, { recursive: true, encoding: 'utf8' });
  expect(beside.filter((file) => /\.[cm]?js$/.test(file))).toEqual([]);
  expect(beside.filter((file) => file.endsWith('.node')).length).toBeGreaterThanOrEqual(2);
  const packed = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'));
  const rooms = new Set(packed.map((file) => file.split('/')[1]));
  expect([...rooms].sort()).toEqual(['node_modules', 'out', 'package.json', 'resources']);
  expect(packed.filter((file) => /\.map$|\.ts$|\/test\/|\.built-from/.test(file))).toEqual([]);
  expect(packed).toContain('/out/renderer/index.html');
});

test('a package with another Electron than the pinned one says so in its name', () => {
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const electron = spawnSync(process.env.ELECTRON_EXEC_PATH ?? '', ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  }).stdout.trim();
  const { productName } = JSON.parse(extractFile(archive, 'package.json').toString('utf8'));
  expect(electron).toMatch(/^\d+\./);
  expect(productName).toBe(
    electron === devDependencies.electron ? 'Gatehouse' : 'Gatehouse (stand-in runtime, not for release)',
  );
});

test('it does not run as Node, ignores NODE_OPTIONS, and opens no inspector', async () => {
  const { folder, remove } = temporaryFolder();
  const [ran, required] = [path.join(folder, 'ran'), path.join(folder, 'required')];
  const script = path.join(folder, 'required.cjs');
  writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(required)}, '')`);
  const code = `require('node:fs').writeFileSync(${JSON.stringify(ran)}, '')`;
  try {
    // so that the test can fail: the Electron it was made of does all of this
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${script}` };
    spawnSync(process.env.ELECTRON_EXEC_PATH ?? '', ['-e', code], { env });
    expect([ran, required].map((file) => existsSync(file))).toEqual([true, true]);
    for (const file of [ran, required]) rmSync(file);

    const app = start(packaged, ['-e', code, '--inspect=0', '--inspect-brk=0', `--user-data-dir=${folder}/profile`], {
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: `--require ${script} --inspect=0`,
    });
    try {
      await app.printed(/Workspace: /);
      expect([ran, required].map((file) => existsSync(file))).toEqual([false, false]);
      expect(app.output()).not.toContain('Debugger listening');
    } finally {
      await app.close();
    }
  } finally {
    remove();
  }
});

test('it runs no code from a folder that takes the place of the archive', async () => {
  const { folder, remove } = temporaryFolder();
  const ran = path.join(folder, 'ran');
  const copy = path.join(folder, 'copy');
  try {
    cpSync(path.dirname(packaged), copy, { recursive: true });
    rmSync(path.join(copy, 'resources', 'app.asar'));
    mkdirSync(path.join(copy, 'resources', 'app'));
    writeFileSync(path.join(copy, 'resources', 'app', 'package.json'), '{"name":"other","main":"main.js"}');
    writeFileSync(
      path.join(copy, 'resources', 'app', 'main.js'),
      `require('node:fs').writeFileSync(${JSON.stringify(ran)}, ''); process.exit(0);`,
    );
    const app = start(path.join(copy, path.basename(packaged)), [`--user-data-dir=${folder}/profile`]);
    await app.printed(/Error|Cannot find|Unable/).catch(() => undefined);
    await app.close();
    expect(existsSync(ran)).toBe(false);
  } finally {
    remove();
  }
});
