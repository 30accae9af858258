import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { inRoot, packageFile, projectNode, root, toolEnv } from './paths.mjs';
import { step } from './report.mjs';
import { quietly } from './run.mjs';

/** What the build reads. */
const inputs = [
  'src-main',
  'src-preload',
  'src-renderer',
  'resources',
  'electron.vite.config.ts',
  'scripts/build',
  'package.json',
  'package-lock.json',
];
/** What must be there after a build. */
const outputs = ['main/index.js', 'main/gatehouse.js', 'preload/index.cjs', 'renderer/index.html'];

/** Builds `out/` if a source has changed since the last build. */
export async function ensureBuilt() {
  if (isFresh(root)) return;
  await withLock(inRoot('.cache', 'prepare.lock'), async () => {
    if (!isFresh(root)) await step('Building', build);
  });
}

async function build() {
  // Taken before the build: a file saved while it runs makes the next start build again.
  const hash = hashOf(root, inputs);
  rmSync(stampOf(root), { force: true });
  const cli = packageFile('electron-vite', 'bin/electron-vite.js');
  await quietly(projectNode, [cli, 'build'], { cwd: root, env: toolEnv({ NODE_ENV: 'production' }) });
  mkdirSync(path.dirname(stampOf(root)), { recursive: true });
  writeFileSync(stampOf(root), hash);
}

/**
 * Whether `out/` was built from the current sources. Contents count, not times: checking out another branch and coming
 * back costs no build.
 * @param {string} folder a checkout
 */
export function isFresh(folder) {
  const stamp = stampOf(folder);
  if (!existsSync(stamp) || !outputs.every((file) => existsSync(path.join(folder, 'out', file)))) return false;
  return readFileSync(stamp, 'utf8') === hashOf(folder, inputs);
}

/** @param {string} folder */
const stampOf = (folder) => path.join(folder, 'out', '.built-from');

/**
 * One hash over the names and contents of files and folders; what is missing counts as empty.
 * @param {string} folder
 * @param {readonly string[]} names relative to it
 */
export function hashOf(folder, names = inputs) {
  const hash = createHash('sha256');
  for (const name of names)
    for (const file of filesUnder(folder, name)) {
      const content = readFileSync(path.join(folder, file));
      hash.update(`${file.split(path.sep).join('/')}\0${content.length}\0`).update(content);
    }
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {string[]} the file itself or all files below, relative to the folder, in a fixed order
 */
function filesUnder(folder, name) {
  const state = statSync(path.join(folder, name), { throwIfNoEntry: false });
  if (!state) return [];
  if (!state.isDirectory()) return [name];
  const children = readdirSync(path.join(folder, name)).sort();
  return children.flatMap((child) => filesUnder(folder, path.join(name, child)));
}
