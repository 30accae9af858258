import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { installers, isStandIn, resources } from './support/packaged.ts';

const megabytes = (bytes: number) => bytes / 1e6;

test.skip(process.platform !== 'linux', 'the installers of the other systems are made by the release workflow');

test('installers stay within their size: our part is small beside Electron’s', () => {
  expect(megabytes(statSync(path.join(resources, 'app.asar')).size)).toBeLessThan(10);
  const sizes = installers().map(({ file, bytes }) => [path.extname(file), megabytes(bytes)] as const);
  expect(sizes.map(([kind]) => kind).sort()).toEqual(['.deb', '.gz']);
  for (const [kind, size] of sizes) expect(size, kind).toBeLessThan(140);
});

test('an installer with another Electron than the pinned one says so in the name of its file', () => {
  for (const { file } of installers())
    expect(path.basename(file).startsWith('gatehouse-stand-in-not-for-release_')).toBe(isStandIn());
});

test('the archive holds the program and its command in one folder, named like the archive', () => {
  const archive = installers().find(({ file }) => file.endsWith('.tar.gz'))?.file ?? '';
  const listed = spawnSync('tar', ['-tzf', archive], { encoding: 'utf8' }).stdout.trim().split('\n');
  const folder = path.basename(archive, '.tar.gz');
  expect(listed.filter((file) => !file.startsWith(`${folder}/`))).toEqual([]);
  for (const file of ['gatehouse', 'chrome-sandbox', 'resources/app.asar', 'resources/bin/gatehouse'])
    expect(listed).toContain(`${folder}/${file}`);
});
