import { onDisplay, windowEnv } from '../launch/ready.mjs';
import { packageFile, projectNode, root, toolEnv } from '../prepare/paths.mjs';
import { passThrough } from '../prepare/run.mjs';

/**
 * Runs Playwright with the Electron at hand, on a display.
 * @param {import('../runtime/find.mjs').Electron} electron
 * @param {readonly string[]} args for `playwright test`
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code
 */
export function playwright(electron, args, env = {}) {
  const cli = packageFile('@playwright/test', 'cli.js');
  return onDisplay((display) =>
    passThrough(projectNode, [cli, 'test', ...args], {
      cwd: root,
      env: toolEnv({ ...windowEnv(electron, display), ...env }),
    }),
  );
}
