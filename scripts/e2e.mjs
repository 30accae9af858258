// npm run e2e [-- playwright arguments]: the end-to-end tests in the real Electron and in Chromium.
import { readyForWindows } from './launch/ready.mjs';
import { runMain, say } from './prepare/report.mjs';
import { ensureChromium, ensureKeyring } from './prepare/system.mjs';
import { describe } from './runtime/find.mjs';
import { playwright } from './testing/playwright.mjs';

await runMain(async () => {
  const electron = await readyForWindows();
  await ensureChromium();
  await ensureKeyring();
  say(describe(electron));
  return playwright(electron, ['--project=desktop', '--project=portal', ...process.argv.slice(2)]);
});
