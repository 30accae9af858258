import path from 'node:path';
import { inRoot, projectNode, root, toolEnv } from '../prepare/paths.mjs';
import { step } from '../prepare/report.mjs';
import { quietly } from '../prepare/run.mjs';

/** The folder into which packages are made; each time anew. */
export const output = inRoot('release');

/**
 * Makes the unpacked package for this system.
 * @param {import('../runtime/find.mjs').Electron} electron
 * @returns {Promise<string>} its executable
 */
export async function makePackage(electron) {
  await step('Packaging', () => {
    const script = inRoot('scripts', 'package', 'make.mjs');
    return quietly(projectNode, [script, electron.executable, output], { cwd: root, env: toolEnv() });
  });
  return executableIn(output);
}

/** @param {string} folder @param {NodeJS.Platform} [platform] */
export function executableIn(folder, platform = process.platform) {
  if (platform === 'linux') return path.join(folder, 'linux-unpacked', 'gatehouse');
  if (platform === 'win32') return path.join(folder, 'win-unpacked', 'Gatehouse.exe');
  return path.join(folder, 'mac', 'Gatehouse.app', 'Contents', 'MacOS', 'Gatehouse');
}
