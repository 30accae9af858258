// npm run tour: drives the real window through the main flows (test/tour) and takes the pictures shown in the README.
import { readyForWindows } from './launch/ready.mjs';
import { runMain, say } from './prepare/report.mjs';
import { ensureChromium } from './prepare/system.mjs';
import { describe } from './runtime/find.mjs';
import { playwright } from './testing/playwright.mjs';

await runMain(async () => {
  const electron = await readyForWindows();
  await ensureChromium();
  say(describe(electron));
  return playwright(electron, ['--project=tour', ...process.argv.slice(2)]);
});
