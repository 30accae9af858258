// usage: node make.mjs EXECUTABLE OUTPUT KIND    (run by run.mjs under the project's Node)
//
// Packs the build with the Electron whose executable is named, as KIND says (kinds.mjs). Nothing is published.
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { build, Platform } from 'electron-builder';
import { inRoot, packageFile, root } from '../prepare/paths.mjs';
import { runMain, Trouble } from '../prepare/report.mjs';
import { configuration } from './config.mjs';
import { isKind, targets } from './kinds.mjs';
import { makeArchive } from './linux/archive.mjs';
import { installedCommand, linkFile } from './linux/config.mjs';
import { feedFrom, notesOf } from './updates.mjs';

/** The folder of an Electron distribution. @param {string} executable */
const distOf = (executable) =>
  process.platform === 'darwin' ? path.resolve(executable, '../../../..') : path.dirname(executable);

await runMain(async () => {
  const [, , executable, output, kind = ''] = process.argv;
  if (!executable || !output || !isKind(kind)) throw new Trouble('usage: node make.mjs EXECUTABLE OUTPUT KIND');
  const dist = distOf(executable);
  const version = readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  const wanted = JSON.parse(readFileSync(packageFile('electron', 'package.json'), 'utf8')).version;
  const standIn = version !== wanted;
  const release = kind === 'release';
  if (release && standIn)
    throw new Trouble(`a release holds Electron ${wanted}; here is ${version}, so this can be no release`);
  const feed = feedFrom(process.env, { release, platform: process.platform });
  const notes = feed ? notesOf(JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).version) : '';
  rmSync(output, { recursive: true, force: true });
  rmSync(linkFile, { force: true });
  mkdirSync(path.dirname(linkFile), { recursive: true });
  symlinkSync(installedCommand(standIn), linkFile);

  // a program for both of Apple's processors needs both builds of Electron, which electron-builder fetches
  const fetches = process.platform === 'darwin' && kind !== 'dir';
  const config = configuration({ dist: fetches ? undefined : dist, version, standIn, release, output, feed, notes });
  const platform = Platform.current();
  const [own = [], fetching = []] = targets(process.platform, kind);
  process.env.CUSTOM_FPM_PATH = inRoot('scripts', 'package', 'linux', 'fpm.mjs');
  await build({ projectDir: root, targets: platform.createTarget([...own]), config, publish: 'never' });
  if (process.platform !== 'linux' || kind === 'dir') return 0;
  const unpacked = path.join(output, 'linux-unpacked');
  // in a .deb, this says that dpkg installed it; an archive is unpacked by hand
  rmSync(path.join(unpacked, 'resources', 'package-type'), { force: true });
  await makeArchive(unpacked, output, { standIn, release });
  if (fetching.length === 0) return 0;
  delete process.env.CUSTOM_FPM_PATH;
  const rest = platform.createTarget([...fetching]);
  await build({ projectDir: root, targets: rest, config, prepackaged: unpacked, publish: 'never' });
  return 0;
});

// after a failure, electron-builder's clean-up sets the exit code back to 0
if (process.exitCode) process.exit();
