import { spawn } from 'node:child_process';
import { say, Trouble } from '../prepare/report.mjs';

/** @typedef {{env: NodeJS.ProcessEnv, isVirtual: boolean, close: () => Promise<void>}} Display */

/** Whether there is a display for windows. @param {NodeJS.ProcessEnv} [env] @param {NodeJS.Platform} [platform] */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

// Xvfb ends when our end of the pipe closes, even if we are killed and cannot tidy up.
const keeper = `
  Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp -noreset <&- >/dev/null &
  exec 3>&- ; cat >/dev/null ; kill $! 2>/dev/null ; wait`;

/**
 * The display to open windows on: the user's own, otherwise a virtual one that lives until `close`.
 * @returns {Promise<Display>} variables for the programs that open windows
 */
export async function openDisplay() {
  if (hasDisplay()) return { env: {}, isVirtual: false, close: async () => {} };
  // Its own process group: Ctrl-C reaches the windows first, and they may still need their display.
  const child = spawn('sh', ['-c', keeper], { stdio: ['pipe', 'ignore', 'pipe', 'pipe'], detached: true });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const [, , errors, numbers] = child.stdio;
  let complaint = '';
  errors?.on('data', (part) => {
    complaint += part;
  });
  let text = '';
  numbers?.on('data', (part) => {
    text += part;
  });
  await new Promise((resolve) => {
    numbers?.on('data', () => text.includes('\n') && resolve(undefined));
    numbers?.once('close', resolve);
  });
  const close = async () => {
    child.stdin?.end();
    await ended;
  };
  if (!text.includes('\n')) {
    await close();
    throw new Trouble(`the virtual display did not start: ${complaint.trim()}`);
  }
  say(`No display here: using a virtual one, DISPLAY=:${text.trim()} (1600×1000, Xvfb)`);
  return { env: { DISPLAY: `:${text.trim()}` }, isVirtual: true, close };
}
