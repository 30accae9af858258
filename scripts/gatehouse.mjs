// npm run -s gatehouse -- …: the command line over the same core as the window, on the project's Node.
import { ensureBuilt } from './prepare/build.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { inRoot, projectNode } from './prepare/paths.mjs';
import { runMain } from './prepare/report.mjs';
import { passThrough } from './prepare/run.mjs';

await runMain(async () => {
  await ensureInstalled();
  await ensureBuilt();
  return passThrough(projectNode, [inRoot('out', 'main', 'gatehouse.js'), ...process.argv.slice(2)]);
});
