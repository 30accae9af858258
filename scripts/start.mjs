// npm start [-- --demo | --workspace DIR …]: prepares what is missing or stale and opens the window.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isRoot, onDisplay, readyForWindows, windowEnv } from './launch/ready.mjs';
import { root } from './prepare/paths.mjs';
import { runMain, say } from './prepare/report.mjs';
import { passThrough } from './prepare/run.mjs';
import { describe } from './runtime/find.mjs';

await runMain(async () => {
  const electron = await readyForWindows();
  say(describe(electron));
  const own = process.argv.slice(2);
  // Chromium still writes while it ends, so the demo's folder is removed here, after waiting for it
  const demo = own.includes('--demo') ? mkdtempSync(path.join(tmpdir(), 'gatehouse-demo-')) : undefined;
  try {
    return await onDisplay((display) => {
      const args = [...switches(display), root, ...own];
      const env = { ...process.env, ...windowEnv(electron, display), ...(demo ? { GATEHOUSE_DEMO_FOLDER: demo } : {}) };
      return passThrough(electron.executable, args, { env });
    });
  } finally {
    if (demo) rmSync(demo, { recursive: true, force: true, maxRetries: 5 });
  }
});

/**
 * Chromium's own switches come before the app, those of Gatehouse after it.
 * @param {import('./launch/display.mjs').Display} display
 */
function switches({ isVirtual }) {
  // Without a display there is no graphics card and no session bus either, and Chromium complains at length.
  const headless = isVirtual ? ['--disable-gpu', '--log-level=3'] : [];
  return [...(isRoot ? ['--no-sandbox'] : []), ...headless];
}
