import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout, without a trailing slash. */
export const root = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** @param {...string} parts @returns {string} an absolute path inside the checkout */
export const inRoot = (...parts) => path.join(root, ...parts);

/**
 * Where things that outlive a checkout are kept: GATEHOUSE_CACHE, otherwise this user's cache folder.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function cacheFolder(env = process.env) {
  if (env.GATEHOUSE_CACHE) return path.resolve(env.GATEHOUSE_CACHE);
  return path.join(env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'gatehouse');
}

/** The Node 24 that comes with the dependencies; the machine's own may be too old for them. */
export const projectNode = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** @param {string} name a package @param {string} file inside it @returns {string} */
export function packageFile(name, file) {
  const found = inRoot('node_modules', ...name.split('/'), file);
  if (!existsSync(found)) throw new Error(`${name}/${file} is missing: remove node_modules and start again`);
  return found;
}

/**
 * The environment for child processes: `node` and the tools of this checkout come first on the PATH.
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnv(extra = {}) {
  const PATH = [path.dirname(projectNode), inRoot('node_modules', '.bin'), process.env.PATH]
    .filter(Boolean)
    .join(path.delimiter);
  return { ...process.env, PATH, ...extra };
}
