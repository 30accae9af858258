// npm start [-- --demo | --workspace DIR …]: prepares what is missing or stale and opens the window.
import { isRoot, onDisplay, readyForWindows, windowEnv } from './launch/ready.mjs';
import { root } from './prepare/paths.mjs';
import { runMain, say } from './prepare/report.mjs';
import { passThrough } from './prepare/run.mjs';
import { describe } from './runtime/find.mjs';

await runMain(async () => {
  const electron = await readyForWindows();
  say(describe(electron));
  return onDisplay((display) => {
    const args = [...switches(display), root, ...process.argv.slice(2)];
    const env = { ...process.env, ...windowEnv(electron, display) };
    return passThrough(electron.executable, args, { env });
  });
});

/**
 * Chromium's own switches come before the app, those of Gatehouse behind it.
 * @param {import('./launch/display.mjs').Display} display
 */
function switches({ isVirtual }) {
  // Where there is no display there is no graphics card and no session bus either, and Chromium complains at length.
  const headless = isVirtual ? ['--disable-gpu', '--log-level=3'] : [];
  return [...(isRoot ? ['--no-sandbox'] : []), ...headless];
}
