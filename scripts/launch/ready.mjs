import { ensureBuilt } from '../prepare/build.mjs';
import { ensureInstalled } from '../prepare/install.mjs';
import { ensureWindowSystem } from '../prepare/system.mjs';
import { findElectron } from '../runtime/find.mjs';
import { hasDisplay, openDisplay } from './display.mjs';

/** @typedef {import('../runtime/find.mjs').Electron} Electron */
/** @typedef {import('./display.mjs').Display} Display */

/**
 * Everything a window needs, from nothing: packages, an Electron, system libraries and, unless told otherwise, a build.
 * @param {{build?: boolean}} [options]
 * @returns {Promise<Electron>}
 */
export async function readyForWindows({ build = true } = {}) {
  await ensureInstalled();
  const electron = await findElectron();
  await ensureWindowSystem({ display: hasDisplay() });
  if (build) await ensureBuilt();
  return electron;
}

/**
 * The environment for programs that open windows.
 * @param {Electron} electron
 * @param {Display} display
 * @returns {NodeJS.ProcessEnv}
 */
export function windowEnv(electron, display) {
  return {
    ...display.env,
    ELECTRON_EXEC_PATH: electron.executable,
    ELECTRON_RUN_AS_NODE: undefined,
    ...(isRoot ? { NO_SANDBOX: '1' } : {}),
  };
}

/** Chromium's sandbox refuses to run as root. */
export const isRoot = process.getuid?.() === 0;

/**
 * @template T
 * @param {(display: Display) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function onDisplay(work) {
  const display = await openDisplay();
  try {
    return await work(display);
  } finally {
    await display.close();
  }
}
