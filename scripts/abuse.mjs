// npm run test:abuse [-- --short]: attacks a portal of its own on this computer, and compares the results with the goals.
import { ensureInstalled } from './prepare/install.mjs';
import { inRoot, projectNode, root, toolEnv } from './prepare/paths.mjs';
import { runMain } from './prepare/report.mjs';
import { passThrough } from './prepare/run.mjs';

await runMain(async () => {
  await ensureInstalled();
  const script = inRoot('scripts', 'abuse', 'abuse.ts');
  return passThrough(projectNode, [script, ...process.argv.slice(2)], { cwd: root, env: toolEnv() });
});
