import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { inRoot, projectNode, root } from './paths.mjs';
import { step } from './report.mjs';
import { quietly } from './run.mjs';

/** @typedef {{version?: string, optional?: boolean, devOptional?: boolean, link?: boolean}} Entry */
/** @typedef {{packages: Record<string, Entry>}} LockFile */

const lockFile = inRoot('package-lock.json');
const stamp = inRoot('node_modules', '.gatehouse-install');

/** Installs the packages if package-lock.json is not what was installed last. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await withLock(inRoot('.cache', 'prepare.lock'), async () => {
    if (isInstalled()) return;
    const record = inRoot('node_modules', '.package-lock.json');
    const fresh =
      existsSync(record) && existsSync(projectNode) && holdsWhatIsLocked(readJson(lockFile), readJson(record));
    if (!fresh) await step('Installing packages (npm ci)', npmCi);
    mkdirSync(path.dirname(stamp), { recursive: true });
    writeFileSync(stamp, lockHash());
  });
}

function isInstalled() {
  return existsSync(stamp) && existsSync(projectNode) && readFileSync(stamp, 'utf8') === lockHash();
}

/**
 * Whether npm's own record of node_modules agrees with the lock file, as after an `npm ci` by hand.
 * @param {LockFile} locked
 * @param {LockFile} installed
 */
export function holdsWhatIsLocked(locked, installed) {
  const wanted = Object.entries(locked.packages).filter(([place]) => place !== '');
  return (
    wanted.every(([place, entry]) => {
      const have = installed.packages[place];
      return have ? have.version === entry.version : Boolean(entry.optional);
    }) && Object.keys(installed.packages).every((place) => place in locked.packages)
  );
}

/**
 * npm runs on the machine's own Node: the one inside node_modules is about to be replaced. Electron is found or made
 * later, by scripts/runtime.
 */
async function npmCi() {
  const windows = process.platform === 'win32';
  // Windows cannot remove the node.exe that runs us, and `npm ci` removes everything first.
  const verb = windows && existsSync(projectNode) ? ['install', '--no-save'] : ['ci'];
  const args = [...verb, '--no-audit', '--no-fund', '--loglevel=error'];
  await quietly(windows ? 'npm.cmd' : 'npm', args, {
    cwd: root,
    env: { ...machineEnv(), ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
    shell: windows,
  });
}

/** The environment without the tools of this checkout on the PATH (npm puts them there). */
export function machineEnv() {
  const own = inRoot('node_modules');
  const PATH = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((entry) => !path.resolve(entry).startsWith(own))
    .join(path.delimiter);
  return { ...process.env, PATH };
}

const lockHash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex');

/** @param {string} file @returns {LockFile} */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
