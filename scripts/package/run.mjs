import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { inRoot, projectNode, root, toolEnv } from '../prepare/paths.mjs';
import { step } from '../prepare/report.mjs';
import { quietly } from '../prepare/run.mjs';
import { ensureCommands } from '../prepare/system.mjs';

/** The folder for packages; emptied each time. */
export const output = inRoot('release');

/**
 * Makes packages for this system, including the unpacked program.
 * @param {import('../runtime/find.mjs').Electron} electron
 * @param {import('./kinds.mjs').Kind} kind
 * @returns {Promise<string>} the unpacked program's executable
 */
export async function makePackage(electron, kind) {
  if (kind !== 'dir') await ensureCommands(['dpkg-deb', 'tar', 'gzip', 'xz'], 'to make packages');
  await step('Packaging', () => {
    const script = inRoot('scripts', 'package', 'make.mjs');
    return quietly(projectNode, [script, electron.executable, output, kind], { cwd: root, env: toolEnv() });
  });
  return executableIn(output);
}

/** The installers in a folder. @param {string} [folder] @returns {{file: string, bytes: number}[]} */
export const installersIn = (folder = output) =>
  readdirSync(folder)
    .filter((name) => /\.(deb|rpm|AppImage|tar\.gz|exe|dmg|zip)$/.test(name))
    .map((name) => path.join(folder, name))
    .map((file) => ({ file, bytes: statSync(file).size }));

/** @param {string} folder @param {NodeJS.Platform} [platform] */
export function executableIn(folder, platform = process.platform) {
  if (platform === 'linux') return path.join(folder, 'linux-unpacked', 'gatehouse');
  if (platform === 'win32') return path.join(folder, 'win-unpacked', 'Gatehouse.exe');
  return path.join(folder, 'mac', 'Gatehouse.app', 'Contents', 'MacOS', 'Gatehouse');
}
